/** Cells: where an actor stands on an issue, in which words, since when. */
import type { Position } from "../../../content/records.ts";
import type { Cell } from "../../../model/dossier.ts";
import { type DateView, datePiece, dateView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import type { Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { certaintyText } from "./fact-lines.ts";
import { type Mark, stanceMark } from "./marks.ts";
import { type IssueLink, issueLink, linkedName, type NameView, nameView } from "./names.ts";
import { type QuoteView, quoteView } from "./quotes.ts";
import { type SourceRef, sourceRefs } from "./sources.ts";

/** A cell, each statement in full or in short. */
export interface CellView<Statement = StatementView> {
  readonly state: "stated" | "conflict" | "none";
  readonly actorId: string;
  readonly actor: NameView;
  readonly issue: IssueLink;
  /** Of the cell as a whole. */
  readonly mark: Mark;
  /** What filters find it by: its state and the stance of each statement. */
  readonly stances: readonly string[];
  /** One if stated, two or more in conflict, none if nothing was found. */
  readonly statements: readonly Statement[];
  /** How many positions stand behind it. */
  readonly behind: number;
}

/** A position in few words. */
export interface ShortStatement {
  readonly mark: Mark;
  readonly says: string;
  readonly href: string;
  readonly date: DateView;
  /** Through whom the actor spoke, where not itself: "said by …" or "as a member of …". */
  readonly via: readonly Piece[];
  readonly condition: readonly Piece[];
  readonly until: readonly Piece[];
}

/** A position with its words and where they were read. */
export interface StatementView extends ShortStatement {
  readonly certainty: string;
  readonly quote: QuoteView | null;
  readonly sources: readonly SourceRef[];
}

/** A cell with its statements in full. */
export function cellView(scope: Scope, cell: Cell): CellView {
  return cellWith(scope, cell, statementView);
}

/** A cell with its statements in short. */
export function shortCellView(scope: Scope, cell: Cell): CellView<ShortStatement> {
  return cellWith(scope, cell, shortStatement);
}

function cellWith<Statement>(
  scope: Scope,
  { actor, issue, standing }: Cell,
  view: (scope: Scope, position: Position, actor: string) => Statement,
): CellView<Statement> {
  const inForce = standing.state === "none" ? [] : standing.inForce;
  const stance = standing.state === "stated" ? (inForce[0]?.stance ?? "none") : standing.state;
  return {
    state: standing.state,
    actorId: actor,
    actor: nameView(scope, actor),
    issue: issueLink(scope, issue),
    mark: stanceMark(scope, stance),
    stances: [...new Set([stance, ...inForce.map((position) => position.stance)])],
    statements: inForce.map((position) => view(scope, position, actor)),
    behind: standing.state === "none" ? 0 : standing.history.length,
  };
}

/** A position as the statement of an actor. */
export function statementView(scope: Scope, position: Position, actor: string): StatementView {
  return {
    ...shortStatement(scope, position, actor),
    certainty: certaintyText(scope, position),
    quote: quoteView(scope, position),
    sources: sourceRefs(scope, position),
  };
}

/** A position as the statement of an actor, in few words. */
export function shortStatement(scope: Scope, position: Position, actor: string): ShortStatement {
  const { phrase, href } = scope;
  return {
    mark: stanceMark(scope, position.stance),
    says: position.says,
    href: href(PATHS.fact(position.id)),
    date: dateView(scope, position.date),
    via: viaOf(scope, position, actor),
    condition: position.if === "" ? [] : phrase("terms.if", { condition: position.if }),
    until:
      position.until === null
        ? []
        : phrase("terms.until", { date: datePiece(scope, position.until) }),
  };
}

function viaOf(scope: Scope, { by }: Position, actor: string): readonly Piece[] {
  if (by === actor) return [];
  const name = linkedName(scope, by);
  const isBloc = scope.dossier.named.actors.get(by)?.members.includes(actor) ?? false;
  return scope.phrase(isBloc ? "standing.via-bloc" : "standing.via-speaker", { name });
}
