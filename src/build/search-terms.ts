/** Records to terms: which terms each record is found by, and how well. What did not change is not read again. */
import { hash } from "node:crypto";
import type { SearchRecord } from "../render/search-records.ts";
import { LEVELS, type RecordId } from "./search-format.ts";
import { numbersFor } from "./search-numbers.ts";
import { termsOf, wordsIn } from "./search-words.ts";

/** A record that was read. */
export interface ReadRecord {
  readonly path: string;
  /** Of all that the record holds. */
  readonly hash: string;
  readonly id: RecordId;
  /** Each term's number times the number of levels, plus the best level that it stands at. */
  readonly terms: readonly number[];
}

/** All records, read. Terms have the numbers of their places in the vocabulary. */
export interface ReadRecords {
  readonly vocabulary: readonly string[];
  readonly records: readonly ReadRecord[];
}

/** The texts of a record by level, from the best. */
function textsOf(record: SearchRecord): readonly (readonly string[])[] {
  const { title, says, second, translation, who, body, names, kind, mark, note, draft, date } =
    record;
  return [
    [title],
    [says],
    [second, translation, who],
    [body, names, kind, mark, note, draft, date],
  ];
}

/** Records read, and how they differ from those read before. */
export interface Reading extends ReadRecords {
  /** Records that are new, gone or not as they were: as they are now, or were. */
  readonly changed: readonly {
    readonly record: ReadRecord;
    readonly vocabulary: readonly string[];
  }[];
}

/** Reads records, but for those that were read before and are still the same. */
export function readRecords(
  records: readonly SearchRecord[],
  before: ReadRecords = { vocabulary: [], records: [] },
): Reading {
  const known = new Map(before.records.map((record) => [record.path, record]));
  const vocabulary = vocabularyFrom(before.vocabulary);
  const ids = numbersFor(records);
  const read: ReadRecord[] = [];
  const fresh: ReadRecord[] = [];
  for (const [place, record] of records.entries()) {
    const { path } = record;
    const [id = 0, hash] = [ids[place], digestOf(record)];
    const old = known.get(path);
    if (old?.hash === hash && old.id === id) {
      known.delete(path);
      read.push(old);
    } else {
      const terms = old?.hash === hash ? old.terms : termsIn(record, vocabulary.numbersOf);
      const now = { path, hash, id, terms };
      read.push(now);
      fresh.push(now);
    }
  }
  const terms = vocabulary.terms();
  return {
    records: read,
    vocabulary: terms,
    changed: [
      ...fresh.map((record) => ({ record, vocabulary: terms })),
      ...Array.from(known.values(), (record) => ({ record, vocabulary: before.vocabulary })),
    ],
  };
}

/** The terms of a record, each at its best level. */
function termsIn(
  record: SearchRecord,
  numbersOf: (word: string) => readonly number[],
): readonly number[] {
  const levels = new Map<number, number>();
  for (const [level, texts] of textsOf(record).entries())
    for (const text of texts)
      for (const { text: word } of wordsIn(text))
        for (const term of numbersOf(word)) if (!levels.has(term)) levels.set(term, level);
  return Array.from(levels, ([term, level]) => term * LEVELS + level);
}

/** Numbers for terms: those that they had, and further ones for those that are new. */
function vocabularyFrom(before: readonly string[]): {
  readonly numbersOf: (word: string) => readonly number[];
  readonly terms: () => readonly string[];
} {
  let numbers: Map<string, number> | null = null;
  const words = new Map<string, readonly number[]>();
  const numberOf = (term: string): number => {
    numbers ??= new Map(before.map((known, number) => [known, number]));
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  return {
    numbersOf: (word) => {
      const found = words.get(word) ?? termsOf(word).map(numberOf);
      words.set(word, found);
      return found;
    },
    terms: () => (numbers ? [...numbers.keys()] : before),
  };
}

const digests = new WeakMap<SearchRecord, string>();

/** The hash of all that a record holds; made once for a record that is kept. */
function digestOf(record: SearchRecord): string {
  const digest = digests.get(record) ?? hash("sha256", JSON.stringify(record)).slice(0, 24);
  digests.set(record, digest);
  return digest;
}
