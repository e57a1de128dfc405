/** The matrix as it stood on a day, with the cells marked that the day changed. */

import type { Matrix } from "../../../model/dossier.ts";
import type { ChangedCell } from "../../../model/sheet-days.ts";
import type { Scope } from "../../scope.ts";
import { type MatrixView, matrixView } from "./matrix.ts";
import type { CellView } from "./standings.ts";

/** A matrix that leaves out issues on which nobody's position was found. */
export interface DayMatrixView extends MatrixView {
  readonly rows: readonly (MatrixView["rows"][number] & {
    readonly cells: readonly (CellView & { readonly isNew: boolean })[];
  })[];
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
