/** Terms to records: for every term and level the records that have it, newest first. */
import { compareText } from "../content/dates.ts";
import type { SearchRecord } from "../render/search-records.ts";
import { type Brief, type Full, LEVELS, SHOWN, TEXTS } from "./search-format.ts";
import type { ReadRecords } from "./search-terms.ts";

/** Everything a shard is made from. Records go by their rank, newest first. */
export interface Postings {
  /** In the order of their characters. */
  readonly terms: readonly string[];
  /** Ranks of the records that have a term, given by its place in `terms`, at a level. */
  readonly ranksOf: (term: number, level: number) => Int32Array;
  /** How many records have it at any level. */
  readonly countOf: (term: number) => number;
  readonly ids: readonly string[];
  readonly records: readonly SearchRecord[];
}

/** Orders the records and lists them by term. */
export function postingsOf(
  records: readonly SearchRecord[],
  { vocabulary, records: read }: ReadRecords,
): Postings {
  const order = newestFirst(records);
  // Counted first, so that all lists lie in one array: lists of their own cost ten times as much.
  const starts = new Int32Array(vocabulary.length * LEVELS + 1);
  for (const { terms } of read)
    for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const ends = starts.slice();
  const ranks = new Int32Array(starts.at(-1) ?? 0);
  for (const [rank, place] of order.entries())
    for (const term of read[place]?.terms ?? []) {
      const end = ends[term] ?? 0;
      ranks[end] = rank;
      ends[term] = end + 1;
    }
  const listed = vocabulary
    .map((term, number) => ({ term, at: number * LEVELS }))
    .filter(({ at }) => starts[at] !== starts[at + LEVELS])
    .sort((a, b) => compareText(a.term, b.term));
  const places = Int32Array.from(listed, ({ at }) => at);
  return {
    terms: listed.map(({ term }) => term),
    ranksOf: (term, level) => {
      const at = (places[term] ?? 0) + level;
      return ranks.subarray(starts[at], starts[at + 1]);
    },
    countOf: (term) => {
      const at = places[term] ?? 0;
      return (starts[at + LEVELS] ?? 0) - (starts[at] ?? 0);
    },
    ids: order.map((place) => read[place]?.id ?? ""),
    records: order.flatMap((place) => records[place] ?? []),
  };
}

/** The places of records in their list, in order of date and then of path. */
function newestFirst(records: readonly SearchRecord[]): readonly number[] {
  const keys = records.map(({ path, sort }) => ({ path, sort }));
  return Array.from(keys, (_, place) => place).sort((a, b) => {
    const [one, other] = [keys[a], keys[b]];
    if (!one || !other) return 0;
    return compareText(other.sort, one.sort) || compareText(one.path, other.path);
  });
}

/** What a result shows of a record, without its longer texts. */
export function briefOf(id: string, record: SearchRecord): readonly string[] {
  const shown: Brief = { ...shownOf(id, record) };
  return withoutEnd(SHOWN.map((name) => shown[name]));
}

/** All that a result can show of a record. */
export function fullOf(id: string, record: SearchRecord): readonly string[] {
  const { second, translation, body, names } = record;
  const full: Full = { ...shownOf(id, record), second, translation, body, names };
  return withoutEnd([...SHOWN, ...TEXTS].map((name) => full[name]));
}

function shownOf(id: string, record: SearchRecord): Brief {
  const { path, says, days, date, kind, who, mark, note, draft, language, hasQuote } = record;
  const quote = hasQuote ? "1" : "";
  return { id, path, says, days, date, kind, who, mark, note, draft, language, quote };
}

function withoutEnd(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}
