/** A position as an actor's or an issue's page shows it: the statement in full, and what was said before. */
import type { Cell } from "../../../model/dossier.ts";
import type { Scope } from "../../scope.ts";
import { type CellView, cellView, type StatementView, statementView } from "./standings.ts";

/** A cell in full. */
export interface PositionView {
  readonly cell: CellView;
  readonly question: string;
  /** Positions it no longer holds or has only repeated, newest first. */
  readonly earlier: readonly StatementView[];
}

/** A cell with its statements in full and its earlier ones. */
export function positionView(scope: Scope, cell: Cell): PositionView {
  const { actor, issue, standing } = cell;
  const inForce = new Set(standing.state === "none" ? [] : standing.inForce.map(({ id }) => id));
  const earlier =
    standing.state === "none"
      ? []
      : standing.history.filter(({ id }) => !inForce.has(id)).reverse();
  return {
    cell: cellView(scope, cell),
    question: scope.dossier.issues.get(issue)?.issue.question ?? "",
    earlier: earlier.map((position) => statementView(scope, position, actor)),
  };
}
