/** Actors against issues. */
import type { Cell, Matrix } from "../../../model/dossier.ts";
import { inForceIn, isStated } from "../../../model/standings.ts";
import type { Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { newestDay } from "./first-cut.ts";
import {
  type IssueLink,
  issueLink,
  listPieces,
  type NameView,
  nameView,
  plainName,
} from "./names.ts";
import { type CellView, type ShortStatement, shortCellView } from "./standings.ts";

/** The matrix with all its cells. */
export interface MatrixView {
  readonly columns: readonly MatrixColumn[];
  /** How many columns it has, as the style sheet needs to know. */
  readonly size: "few" | "some" | "many" | "crowd";
  readonly rows: readonly (MatrixLine & {
    readonly issue: IssueLink;
    readonly question: string;
    readonly cells: readonly CellView<ShortStatement>[];
    /** Names of those without a position, said in one line where the matrix is a list. */
    readonly unheard: readonly Piece[];
  })[];
}

/** What rows and columns are found and ordered by. */
export interface MatrixLine {
  /** Of the issue or the actor. */
  readonly id: string;
  /** How many of its cells hold a position. */
  readonly stated: number;
  /** The last day on which its newest position can have been stated; empty if there is none. */
  readonly newest: string;
}

/** One actor's column. */
export interface MatrixColumn extends MatrixLine {
  readonly name: NameView;
  /** How much it holds: a column of many statements is set wider than one of few. */
  readonly weight: "full" | "part" | "thin";
}

/** A matrix of the sheet. */
export function matrixView(scope: Scope, matrix: Matrix): MatrixView {
  const { issues } = scope.dossier.named;
  const columns = matrix.actors.length;
  return {
    columns: matrix.actors.map((id, place) => ({
      ...lineOf(
        id,
        matrix.rows.flatMap(({ cells }) => cells[place] ?? []),
      ),
      name: nameView(scope, id),
      weight: weightOf(
        matrix.rows.reduce((sum, { cells }) => sum + statementsIn(cells[place]), 0),
        matrix.rows.length,
      ),
    })),
    size: columns <= 3 ? "few" : columns <= 5 ? "some" : columns <= 8 ? "many" : "crowd",
    rows: matrix.rows.map(({ issue, cells }) => ({
      ...lineOf(issue, cells),
      issue: issueLink(scope, issue),
      question: issues.get(issue)?.question ?? "",
      cells: cells.map((cell) => shortCellView(scope, cell)),
      unheard: listPieces(
        scope,
        cells.filter((cell) => !isStated(cell)).map(({ actor }) => plainName(scope, actor)),
      ),
    })),
  };
}

function lineOf(id: string, cells: readonly Cell[]): MatrixLine {
  const stated = cells.filter(isStated);
  return { id, stated: stated.length, newest: newestDay(stated) };
}

function statementsIn(cell: Cell | undefined): number {
  return cell ? inForceIn(cell).length : 0;
}

function weightOf(stated: number, all: number): MatrixColumn["weight"] {
  if (stated * 2 >= all) return "full";
  return stated * 4 >= all ? "part" : "thin";
}
