/** A position as an actor's or an issue's page shows it: the statement in full, and what was said before. */
import type { Cell } from "../../../model/dossier.ts";
import { PATHS } from "../../links.ts";
import { linkPiece, type Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { type CellView, cellView, type ShortStatement, shortStatement } from "./standings.ts";

/** A cell in full. */
export interface PositionView {
  readonly cell: CellView;
  readonly question: string;
  /** The newest positions that are not in force. */
  readonly earlier: readonly ShortStatement[];
  /** How many more there are, with where they are; empty if none. */
  readonly more: readonly Piece[];
}

const EARLIER_SHOWN = 5;

/** On a page of more positions than this, those in force leave little room for earlier ones. */
const FEW_POSITIONS = 20;
const EARLIER_SHOWN_AMONG_MANY = 2;

/** How many positions a page shows; the others are on further pages. */
export const POSITIONS_ON_A_PAGE = 40;

/** Cells with their statements in full and their earlier ones. */
export function positionViews(scope: Scope, cells: readonly Cell[]): readonly PositionView[] {
  const earlierShown = cells.length > FEW_POSITIONS ? EARLIER_SHOWN_AMONG_MANY : EARLIER_SHOWN;
  return cells.map((cell) => positionView(scope, cell, earlierShown));
}

function positionView(scope: Scope, cell: Cell, earlierShown: number): PositionView {
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
      .slice(0, earlierShown)
      .map((position) => shortStatement(scope, position, actor)),
    more:
      earlier.length > earlierShown ? [moreOf(scope, issue, earlier.length - earlierShown)] : [],
  };
}

function moreOf({ t, href }: Scope, issue: string, count: number): Piece {
  return linkPiece(t("position.more", { count }), href(PATHS.issueFacts(issue)));
}
