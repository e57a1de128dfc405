/** What the home page shows of a matrix that is too large to be shown whole. */
import { compareText } from "../../../content/dates.ts";
import type { Cell, Matrix } from "../../../model/dossier.ts";
import { inForceIn } from "../../../model/standings.ts";

/** Up to so many cells, such as forty actors on sixty issues, a matrix is shown whole. */
export const MOST_CELLS = 2_500;

/** What fits a screen and can be read without scrolling sideways. */
const SHOWN = { cells: 30, columns: 6, rows: 12 };

/** Whether a matrix is shown whole. */
export function isWhole({ actors, rows }: Matrix): boolean {
  return actors.length * rows.length <= MOST_CELLS;
}

/**
 * The first actors in the sheet's order, in which parties come first, on the issues on which one of
 * them last stated something: chosen by date alone, then in the sheet's order. Of issues of one
 * date, those that come first.
 */
export function firstCut(matrix: Matrix): Matrix {
  const actors = matrix.actors.slice(0, SHOWN.columns);
  const most = Math.min(SHOWN.rows, Math.floor(SHOWN.cells / actors.length));
  const rows = matrix.rows.map(({ issue, cells }) => ({
    issue,
    cells: cells.slice(0, SHOWN.columns),
  }));
  const newest = new Map(rows.map(({ issue, cells }) => [issue, newestDay(cells)]));
  const chosen = new Set(
    [...newest]
      .sort(([, a], [, b]) => compareText(b, a))
      .slice(0, most)
      .map(([issue]) => issue),
  );
  return { ...matrix, actors, rows: rows.filter(({ issue }) => chosen.has(issue)) };
}

/** The last day on which the newest of some positions can have been stated; empty if there is none. */
export function newestDay(cells: readonly Cell[]): string {
  return cells
    .flatMap(inForceIn)
    .reduce((day, { date }) => (compareText(date.last, day) > 0 ? date.last : day), "");
}
