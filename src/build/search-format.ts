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

/** Characters of a record's number. */
export const ID_LENGTH = 3;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
/** How many numbers there are. Few are in use, so that a new record takes one that is free. */
export const ID_COUNT = DIGITS.length ** ID_LENGTH;

/** What a result shows. All are text; what is empty at the end of the list is left out of the files. */
export const SHOWN = [
  "id",
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
export type Brief = Readonly<Record<(typeof SHOWN)[number], string>>;
/** A record as its block holds it. */
export type Full = Brief & Readonly<Record<(typeof TEXTS)[number], string>>;

/** A term, then the records that have it at each level from the best, newest first; empty lists at the end are left out. */
export type ShardTerm = readonly [term: string, ...lists: string[]];
/** For a beginning with a shard of its own: how many records have a word that begins so, and the first of them. */
export type ShardAnswer = readonly [beginning: string, count: number, first: string];

/** Terms that begin alike, the answers of longer beginnings, and the records that come first for any of these. */
export interface Shard {
  readonly terms: readonly ShardTerm[];
  readonly answers: readonly ShardAnswer[];
  readonly briefs: readonly (readonly string[])[];
}

/** Records that a choice of a filter lets through, newest first, and the first of them. */
export interface FilterList {
  readonly records: string;
  readonly briefs: readonly (readonly string[])[];
}

/** Records by the days `first/last` that their date can mean, newest first. */
export type DateList = readonly (readonly [days: string, records: string])[];

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

/** Takes a list of records apart. */
export function idsIn(list: string): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < list.length; at += ID_LENGTH) ids.push(list.slice(at, at + ID_LENGTH));
  return ids;
}

/** Writes the number of a record. */
export function idOf(number: number): string {
  let id = "";
  for (let rest = number; id.length < ID_LENGTH; rest = Math.floor(rest / DIGITS.length))
    id = (DIGITS[rest % DIGITS.length] ?? "") + id;
  return id;
}

/** Which of so many blocks a record is in. */
export function blockOf(id: string, blocks: number): number {
  let number = 0;
  for (const digit of id) number = number * DIGITS.length + DIGITS.indexOf(digit);
  return Math.floor((number * blocks) / ID_COUNT);
}
