/** Where a tag stands in a fingerprint, found in a sorted list rather than by a map of a thousand strings. */
import { TAG_LENGTH, type Tag } from "./tags.ts";

/** Finds the entry of a list that ends in a tag; of several, the last. `-1` where there is none. */
export type TagTable = (tag: Tag) => number;

/** All characters of a tag but the last are its sort key: 30 bits, beside which the number of an entry has room. */
const KEY_LENGTH = TAG_LENGTH - 1;

/** So many keys there are. */
const KEYS = 64 ** KEY_LENGTH;

/** Numbers of entries are below this: a key and a number are one exact double. */
const ENTRIES = 2 ** 21;

const DIGITS = new Uint8Array(128);
for (const [value, digit] of [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
}

/**
 * Reads a list of entries of one length, each ending in its tag. Sorted rather than hashed, so that no
 * list, however it was made up, is slow to read or to ask.
 */
export function tagTable(list: string, entryLength = TAG_LENGTH): TagTable {
  const before = entryLength - TAG_LENGTH;
  const { keys, entries } = sortedRows(list, entryLength);
  const { width, starts } = shelve(keys);
  return ({ text, start }) => {
    const key = keyAt(text, start);
    const rest = text.charCodeAt(start + KEY_LENGTH);
    const shelf = Math.floor(key / width);
    const end = firstAtOrAfter(keys, key + 1, starts[shelf] ?? 0, starts[shelf + 1] ?? 0);
    for (let row = end - 1; row >= 0 && keys[row] === key; row -= 1) {
      const entry = entries[row] ?? 0;
      if (list.charCodeAt(entry * entryLength + before + KEY_LENGTH) === rest) return entry;
    }
    return -1;
  };
}

/** The keys of all entries in ascending order, and the entry of each; of equal keys the last entry last. */
function sortedRows(
  list: string,
  entryLength: number,
): { readonly keys: Int32Array; readonly entries: Int32Array } {
  const size = list.length / entryLength;
  const rows = new Float64Array(size);
  for (let entry = 0; entry < size; entry += 1) {
    rows[entry] = keyAt(list, (entry + 1) * entryLength - TAG_LENGTH) * ENTRIES + entry;
  }
  rows.sort();
  const keys = new Int32Array(size);
  const entries = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const row = rows[at] ?? 0;
    keys[at] = Math.floor(row / ENTRIES);
    entries[at] = row % ENTRIES;
  }
  return { keys, entries };
}

/** Where to look for a key: tags are evenly spread, so of as many shelves as rows each holds about one. */
interface Shelves {
  /** How many keys belong to a shelf. */
  readonly width: number;
  /** The first row of each shelf, and behind the last the number of rows. */
  readonly starts: Uint32Array;
}

function shelve(keys: Int32Array): Shelves {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, keys.length)));
  const width = KEYS / count;
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < keys.length; row += 1) {
    const next = Math.floor((keys[row] ?? 0) / width) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let shelf = 1; shelf <= count; shelf += 1) {
    starts[shelf] = (starts[shelf] ?? 0) + (starts[shelf - 1] ?? 0);
  }
  return { width, starts };
}

function keyAt(text: string, start: number): number {
  let key = 0;
  for (let at = start; at < start + KEY_LENGTH; at += 1) {
    key = key * 64 + (DIGITS[text.charCodeAt(at)] ?? 0);
  }
  return key;
}

/** Index of the first of some ascending numbers, from one index up to another, that is not below a bound. */
export function firstAtOrAfter(
  ascending: ArrayLike<number>,
  bound: number,
  from = 0,
  to = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
