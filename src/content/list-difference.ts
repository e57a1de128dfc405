/** What is different between two lists of which most is the same. */

/** What of one list is not in the other, and the other way round. */
export interface ListDifference<Item> {
  readonly come: readonly Item[];
  readonly gone: readonly Item[];
  /** Whether what is in both stands in the same order in both. */
  readonly isInOrder: boolean;
}

/**
 * Compares lists by their items' identity, without looking at the items: what lies between their common
 * beginning and their common end, less what is in both.
 */
export function listDifference<Item>(
  before: readonly Item[],
  after: readonly Item[],
): ListDifference<Item> {
  if (before === after) return { come: [], gone: [], isInOrder: true };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const was = before.slice(start, before.length - end);
  const is = after.slice(start, after.length - end);
  const [were, are] = [new Set(was), new Set(is)];
  const stayed = was.filter((item) => are.has(item));
  const stay = is.filter((item) => were.has(item));
  return {
    come: is.filter((item) => !were.has(item)),
    gone: was.filter((item) => !are.has(item)),
    isInOrder: stayed.every((item, place) => item === stay[place]),
  };
}
