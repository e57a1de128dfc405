/** The matrix as it stood on a day, with the cells marked that the day changed. */
import type { ChangedCell } from "../../../model/changed-on.ts";
import type { Matrix } from "../../../model/dossier.ts";
import type { Scope } from "../../scope.ts";
import { type MatrixView, matrixView } from "./matrix.ts";
import type { CellView } from "./standings.ts";

/** A matrix that leaves out issues on which nobody's position was found. */
export interface DayMatrixView extends MatrixView {
  readonly rows: readonly (MatrixView["rows"][number] & {
    readonly cells: readonly (CellView & { readonly isNew: boolean })[];
  })[];
}

/** The matrix of the scope's day. `stated` are the rows to show. */
export function dayMatrixView(
  scope: Scope,
  stated: Matrix["rows"],
  changedCells: readonly ChangedCell[],
): DayMatrixView {
  const changed = new Set(changedCells.map(({ actor, issue }) => `${actor}/${issue}`));
  const shown = new Set(stated.map(({ issue }) => issue));
  const { actors } = scope.dossier.matrix;
  const view = matrixView({
    ...scope,
    dossier: {
      ...scope.dossier,
      matrix: {
        ...scope.dossier.matrix,
        rows: scope.dossier.matrix.rows.filter(({ issue }) => shown.has(issue)),
      },
    },
  });
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
