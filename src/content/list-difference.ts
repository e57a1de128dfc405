/** What is different between two lists of which most is the same. */

/** What of one list is not in the other, and the other way round. */
export interface ListDifference<Item> {
  readonly come: readonly Item[];
  readonly gone: readonly Item[];
}

/**
 * Compares lists by their items' identity, without looking at the items: what lies between their common
 * beginning and their common end, less what is in both.
 */
export function listDifference<Item>(
  before: readonly Item[],
  after: readonly Item[],
): ListDifference<Item> {
  if (before === after) return { come: [], gone: [] };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  const [were, are] = [new Set(gone), new Set(come)];
  return {
    come: come.filter((item) => !were.has(item)),
    gone: gone.filter((item) => !are.has(item)),
  };
}
