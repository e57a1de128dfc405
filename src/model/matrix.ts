/** The matrix: who has a column in it, and who could have one but said nothing. */
import type { Cell, Matrix } from "./dossier.ts";
import type { SheetIndex } from "./sheet-index.ts";
import { isOwnPosition, isStated, standingOf } from "./standings.ts";

/** Each actor's cells, one for each issue, in the sheet's order. */
export function cellsByActor(index: SheetIndex): ReadonlyMap<string, readonly Cell[]> {
  const issues = [...index.issues.keys()];
  return new Map(
    [...index.actors.keys()].map((actor) => [
      actor,
      issues.map((issue) => ({ actor, issue, standing: standingOf(index, actor, issue) })),
    ]),
  );
}

/**
 * The matrix of an index. Those who speak for another are rolled up into it and have no column of
 * their own.
 */
export function matrixOf(
  index: SheetIndex,
  cells: ReadonlyMap<string, readonly Cell[]> = cellsByActor(index),
): Matrix {
  const columns = [...index.actors.values()].filter(
    ({ id }) => index.voices.principals(id, index.asOf).length === 0,
  );
  const hasCell = (id: string, is: (cell: Cell) => boolean): boolean =>
    (cells.get(id) ?? []).some(is);
  const actors = columns.map(({ id }) => id).filter((id) => hasCell(id, isOwnPosition));
  return {
    actors,
    rows: [...index.issues.keys()].map((issue, row) => ({
      issue,
      cells: actors.flatMap((actor) => cells.get(actor)?.[row] ?? []),
    })),
    silent: columns
      .filter(({ id, kind }) => kind !== "person" && !hasCell(id, isStated))
      .map(({ id }) => id),
  };
}
