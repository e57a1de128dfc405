/** Terms to records: for every term and level the records that have it, newest first. */
import { compareText } from "../content/dates.ts";
import type { SearchRecord } from "../render/search-records.ts";
import {
  type Brief,
  LEVELS,
  type RecordId,
  SHOWN,
  TEXTS,
  type WrittenRecord,
  writeIds,
} from "./search-format.ts";
import type { ReadRecords } from "./search-terms.ts";

/** Everything a shard is made from. Records go by their rank, newest first. */
export interface Postings {
  /** In the order of their characters. */
  readonly terms: readonly string[];
  /** Ranks of the records that have a term, given by its place in `terms`, at a level. */
  readonly ranksOf: (term: number, level: number) => Int32Array;
  /** How many records have it at any level. */
  readonly countOf: (term: number) => number;
  readonly ids: readonly RecordId[];
  readonly records: readonly SearchRecord[];
}

/** Orders the records and lists them by term. */
export function postingsOf(
  records: readonly SearchRecord[],
  { vocabulary, records: read }: ReadRecords,
): Postings {
  const order = Array.from(read, (_, place) => place).sort(
    (a, b) => (read[a]?.id ?? 0) - (read[b]?.id ?? 0),
  );
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
    ids: order.map((place) => read[place]?.id ?? 0),
    records: order.flatMap((place) => records[place] ?? []),
  };
}

/** What a result shows of a record, without its longer texts. */
export function briefOf(id: RecordId, record: SearchRecord): WrittenRecord {
  const shown = shownOf(record);
  return written(
    id,
    SHOWN.map((name) => shown[name]),
  );
}

/** All that a result can show of a record. */
export function fullOf(id: RecordId, record: SearchRecord): WrittenRecord {
  const { second, translation, body, names } = record;
  const full = { ...shownOf(record), second, translation, body, names };
  return written(
    id,
    [...SHOWN, ...TEXTS].map((name) => full[name]),
  );
}

function shownOf(record: SearchRecord): Omit<Brief, "id"> {
  const { path, says, days, date, kind, who, mark, note, draft, language, hasQuote } = record;
  const quote = hasQuote ? "1" : "";
  return { path, says, days, date, kind, who, mark, note, draft, language, quote };
}

function written(id: RecordId, texts: readonly string[]): WrittenRecord {
  return [writeIds([id]), ...texts.slice(0, texts.findLastIndex((text) => text !== "") + 1)];
}
