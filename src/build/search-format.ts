/**
 * The files of a search index, as the build writes and the search page reads them.
 *
 * `search/index.json` is asked for first and names all others, which lie in `search/index/` and are
 * named by a hash of what they hold: they never change and may be cached for good.
 *
 * A shard holds terms that begin alike. The shard of the empty beginning is in the index itself. A
 * beginning with much behind it has a shard of its own; the shard above then holds its answer, so
 * that something is shown at once while the reader types on.
 */

/** The folder in which all files lie but the first. */
export const INDEX_FOLDER = "search/index/";

/** Levels at which a word can stand in a record, from the best: a name, the sentence, the quotation, the rest. */
export const LEVELS = 4;

/** What a result shows. All are text; what is empty at the end of the list is left out of the files. */
export const SHOWN = [
  "path",
  "says",
  "days",
  "date",
  "kind",
  "who",
  "mark",
  "note",
  "draft",
  "language",
  "quote",
] as const;
/** What it shows beside that if it was found there; `names` are only found. */
export const TEXTS = ["second", "translation", "body", "names"] as const;

/** A record without its longer texts, as shards hold those that come first. */
export type Brief = { readonly id: RecordId } & Readonly<Record<(typeof SHOWN)[number], string>>;
/** A record as its block holds it. */
export type Full = Brief & Readonly<Record<(typeof TEXTS)[number], string>>;
/** A record in a file: its number, then its texts. */
export type WrittenRecord = readonly [id: IdList, ...texts: string[]];

/** The number of a record. Those of newer records are lower. */
export type RecordId = number;
/** Numbers of records, as `writeIds` writes them. */
export type IdList = string;

/** A term, then the records that have it at each level from the best, newest first; empty lists at the end are left out. */
export type ShardTerm = readonly [term: string, ...lists: IdList[]];
/** For a beginning with a shard of its own: how many records have a word that begins so, and the first of them. */
export type ShardAnswer = readonly [beginning: string, count: number, first: IdList];

/** Terms that begin alike, the answers of longer beginnings, and the records that come first for any of these. */
export interface Shard {
  readonly terms: readonly ShardTerm[];
  readonly answers: readonly ShardAnswer[];
  readonly briefs: readonly WrittenRecord[];
}

/** Records that a choice of a filter lets through, newest first, and the first of them. */
export interface FilterList {
  readonly records: IdList;
  readonly briefs: readonly WrittenRecord[];
}

/** Records by the days `first/last` that their date can mean, newest first. */
export type DateList = readonly (readonly [days: string, records: IdList])[];

/** The file that is asked for first. */
export interface SearchIndex {
  readonly version: 1;
  readonly root: Shard;
  /** Names of files by beginning. A beginning that is not here is in the shard of the longest that is. */
  readonly shards: Readonly<Record<string, string>>;
  /** Names of the files of full records, in order of their numbers, each for as many numbers. */
  readonly blocks: readonly string[];
  /** Names of the lists of filters, by `kind:demand`, and of the `date` list. */
  readonly lists: Readonly<Record<string, string>>;
}

/** How good it is that a word stands at a level. */
export const LEVEL_WEIGHTS: readonly number[] = [8, 3, 2, 1];
/** How good it is that a term begins with the word and goes on. */
export const BEGINS = 0.7;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
/** Half of the digits end a number, the other half say that it goes on. */
const BASE = DIGITS.length / 2;
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));

/**
 * Writes numbers of records, each as how far it is from the one before: little if they are in order.
 * A distance is doubled, less one if it goes down, and written lowest digit first.
 */
export function writeIds(ids: Iterable<RecordId>): IdList {
  let list = "";
  let before = 0;
  for (const id of ids) {
    let rest = id < before ? 2 * (before - id) - 1 : 2 * (id - before);
    for (; rest >= BASE; rest = Math.floor(rest / BASE)) list += DIGITS[BASE + (rest % BASE)];
    list += DIGITS[rest];
    before = id;
  }
  return list;
}

/** Takes a list of records apart. */
export function idsIn(list: IdList): readonly RecordId[] {
  const ids: RecordId[] = [];
  let id = 0;
  let distance = 0;
  let unit = 1;
  for (let at = 0; at < list.length; at++) {
    const value = VALUES.get(list.charCodeAt(at)) ?? 0;
    distance += (value % BASE) * unit;
    unit *= BASE;
    if (value >= BASE) continue;
    id += distance % 2 === 0 ? distance / 2 : -(distance + 1) / 2;
    ids.push(id);
    distance = 0;
    unit = 1;
  }
  return ids;
}

/** Which of so many blocks a record is in; records that follow one another are in different ones. */
export function blockOf(id: RecordId, blocks: number): number {
  // Fibonacci hashing, after Knuth, The Art of Computer Programming, volume 3, 6.4.
  return Math.floor(((Math.imul(id, 0x9e3779b1) >>> 0) / 2 ** 32) * blocks);
}
