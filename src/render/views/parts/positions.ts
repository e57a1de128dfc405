/** A position as an actor's or an issue's page shows it: the statement in full, and what was said before. */
import type { Cell } from "../../../model/dossier.ts";
import { PATHS } from "../../links.ts";
import { linkPiece, type Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { type CellView, cellView, type StatementView, statementView } from "./standings.ts";

/** A cell in full. */
export interface PositionView {
  readonly cell: CellView;
  readonly question: string;
  /** The newest positions that are not in force. */
  readonly earlier: readonly StatementView[];
  /** How many more there are, with where they are; empty if none. */
  readonly more: readonly Piece[];
}

const EARLIER_SHOWN = 5;

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
    question: scope.dossier.named.issues.get(issue)?.question ?? "",
    earlier: earlier
      .slice(0, EARLIER_SHOWN)
      .map((position) => statementView(scope, position, actor)),
    more:
      earlier.length > EARLIER_SHOWN ? [moreOf(scope, issue, earlier.length - EARLIER_SHOWN)] : [],
  };
}

function moreOf({ t, href }: Scope, issue: string, count: number): Piece {
  return linkPiece(t("position.more", { count }), href(PATHS.issueFacts(issue)));
}
