/** The matrix as it stood on a day, with the cells marked that the day changed. */
import type { Day } from "../../../content/dates.ts";
import type { Dossier, Matrix } from "../../../model/dossier.ts";
import type { ChangedCell } from "../../../model/sheet-days.ts";
import type { Scope } from "../../scope.ts";
import { MOST_CELLS } from "./first-cut.ts";
import { type MatrixView, matrixView } from "./matrix.ts";
import type { CellView, ShortStatement } from "./standings.ts";

/** A matrix that leaves out issues on which nobody's position was found. */
export interface DayMatrixView extends MatrixView {
  readonly rows: readonly (MatrixView["rows"][number] & {
    readonly cells: readonly (CellView<ShortStatement> & { readonly isNew: boolean })[];
  })[];
}

/**
 * Up to so many cells on all day pages together, each shows the whole matrix. Beyond, the pages of
 * one sheet would grow with days times cells: each then shows what its day changed.
 */
const CELLS_OF_ALL_DAYS = 40_000;

/** Whether the pages of a sheet's days show the whole matrix: all of them do, or none. */
export function daysShowMatrix({ named }: Dossier, days: readonly Day[]): boolean {
  const cells = named.actors.size * named.issues.size;
  return cells <= MOST_CELLS && cells * days.length <= CELLS_OF_ALL_DAYS;
}

/** The matrix of a day. */
export function dayMatrixView(
  scope: Scope,
  matrix: Matrix,
  changedCells: readonly ChangedCell[],
): DayMatrixView {
  const changed = new Set(changedCells.map(({ actor, issue }) => `${actor}/${issue}`));
  const { actors } = matrix;
  const view = matrixView(scope, matrix);
  return {
    ...view,
    rows: view.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, place) => ({
        ...cell,
        isNew: changed.has(`${actors[place]}/${row.id}`),
      })),
    })),
  };
}
