/**
 * What one check leaves for the next. Every answer is kept under a text that names all that it was made
 * of, so it is right wherever that text is asked again: in this process or, stored, in another.
 */
import { z } from "zod";
import type { FingerprintFailure } from "../quotes/fingerprint.ts";
import type { PassageAnswer } from "../quotes/passage.ts";
import type { ReadFingerprint } from "./fingerprints.ts";

/** Answers of one kind. Those that a whole check did not ask for are forgotten. */
export interface Remembered<Answer> {
  /** The answer to a question; made if it is not remembered. */
  readonly ask: (question: string, make: () => Answer) => Answer;
  /** Begins a check: what is not asked from here to the next beginning is forgotten then. */
  readonly begin: () => void;
  /** All that was asked since the last beginning. */
  readonly entries: () => readonly (readonly [question: string, answer: Answer])[];
}

/** Remembers answers, some of which may be known already. */
export function remembered<Answer>(
  known: readonly (readonly [string, Answer])[] = [],
): Remembered<Answer> {
  let before: ReadonlyMap<string, Answer> = new Map();
  let now = new Map(known);
  return {
    ask: (question, make) => {
      const asked = now.get(question);
      if (asked !== undefined) return asked;
      const answer = before.get(question) ?? make();
      now.set(question, answer);
      return answer;
    },
    begin: () => {
      before = now;
      now = new Map();
    },
    entries: () => [...now],
  };
}

/** The memory of checks of one sheet. */
export interface CheckMemory {
  /** Fingerprints of this process, by their text as it stands in the file. */
  readonly fingerprints: Remembered<ReadFingerprint>;
  /** Why a fingerprint is none, or empty, by its digest. */
  readonly failures: Remembered<FingerprintFailure | "">;
  /** Answers of sources to passages, by the fingerprint's digest, the passage and the words around it. */
  readonly passages: Remembered<PassageAnswer>;
}

/** What of a memory outlives the process: plain data, for `v8.serialize`. */
export interface StoredMemory {
  readonly failures: readonly (readonly [string, FingerprintFailure | ""])[];
  readonly passages: readonly (readonly [string, PassageAnswer])[];
}

/** A memory, empty or with what was stored. */
export function checkMemory(stored: StoredMemory = { failures: [], passages: [] }): CheckMemory {
  return {
    fingerprints: remembered(),
    failures: remembered(stored.failures),
    passages: remembered(stored.passages),
  };
}

/**
 * What to store of a memory: all that its last check asked.
 * @param last what was stored before; given back, the same object, if it still holds.
 */
export function storeMemory(
  { failures, passages }: CheckMemory,
  last: StoredMemory | null = null,
): StoredMemory {
  const now = { failures: failures.entries(), passages: passages.entries() };
  const isAsBefore =
    last !== null && areSame(last.failures, now.failures) && areSame(last.passages, now.passages);
  return isAsBefore ? last : now;
}

function areSame<Answer>(
  some: readonly (readonly [string, Answer])[],
  others: readonly (readonly [string, Answer])[],
): boolean {
  return (
    some.length === others.length &&
    some.every(([question, answer], place) => {
      const other = others[place];
      return other?.[0] === question && other[1] === answer;
    })
  );
}

/** Begins a check. */
export function beginCheck(memory: CheckMemory): void {
  memory.fingerprints.begin();
  memory.failures.begin();
  memory.passages.begin();
}

const passageAnswer: z.ZodType<PassageAnswer> = z.discriminatedUnion("stands", [
  z.strictObject({
    stands: z.literal(true),
    weak: z.boolean(),
    isWithin: z.boolean(),
    occurrences: z.int().positive(),
    unique: z.boolean(),
    directive: z.string(),
  }),
  z.strictObject({
    stands: z.literal(false),
    key: z.enum(["text", "within"]),
    refused: z.strictObject({
      kind: z.literal("refused"),
      reason: z.enum([
        "no-words",
        "unknown-word",
        "broken-run",
        "other-case",
        "punctuation",
        "order",
      ]),
      offset: z.int().nonnegative(),
      length: z.int().nonnegative(),
      inSource: z.union([z.string(), z.undefined()]),
    }),
  }),
]);

const storedMemory: z.ZodType<StoredMemory> = z.strictObject({
  failures: z.array(
    z.tuple([z.string(), z.enum(["", "not-text", "unknown-version", "malformed", "damaged"])]),
  ),
  passages: z.array(z.tuple([z.string(), passageAnswer])),
});

/**
 * Reads what was stored, of which nothing is taken on trust but that its answers are those of the code
 * that reads them: whoever stores it has to keep the version of the code with it.
 * @returns `null` for what is no stored memory
 */
export function readStoredMemory(data: unknown): StoredMemory | null {
  const read = storedMemory.safeParse(data);
  return read.success ? read.data : null;
}
