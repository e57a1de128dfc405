/**
 * Which words of a quote lead a browser to it: few enough for a short address, enough to stand once, and
 * surely written on the page as they are in the quote.
 */
import { classify } from "./characters.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { looselyAt, standsOnceLoosely } from "./loose.ts";
import { type RunWord, writtenOut } from "./runs.ts";

/** Quotes of up to so many words are given whole. */
const WHOLE_WORDS = 10;

/** Where there are more, start and end have at least so many, and more until they are unique. */
const FEWEST_WORDS = 4;

/** So many words at the beginning or the end of a quote may be left out for a start or end that is surely found. */
const MOST_LEFT_OUT = 8;

/** Which words of a quote a deep link is made of. */
export interface FragmentRange {
  readonly start: string;
  /** Absent where the start is all there is, or an end cannot be told apart. */
  readonly end: string | undefined;
  /** Whether the start stands once in the source, as far as the fingerprint tells. */
  readonly unique: boolean;
}

type Runs = readonly (readonly RunWord[])[];

/**
 * Chooses start and end of a quote's link.
 * @param runs the quote, from `readRuns`
 * @param sourceStart position of its first word in the source
 */
export function chooseRange(
  runs: Runs,
  sourceStart: number,
  fingerprint: Fingerprint,
): FragmentRange | undefined {
  const start = wholeQuote(runs, fingerprint) ?? startOf(runs, fingerprint);
  if (start === undefined) return undefined;
  const { text, words, unique } = start;
  const end = endOf(runs, { words, sourceStart, fingerprint });
  return { start: text, end, unique };
}

interface Start {
  readonly text: string;
  /** How many of the quote's words are before its end. */
  readonly words: number;
  readonly unique: boolean;
}

/** A short quote as a whole, if it is one run, or if only hyphens part it and nothing longer is surely found. */
function wholeQuote(runs: Runs, fingerprint: Fingerprint): Start | undefined {
  const words = runs.flat();
  const isOneRun = runs.length === 1;
  const isWhole = isOneRun || (!runs.some((run) => isSolid(run)) && words.every(isJoined));
  if (words.length === 0 || words.length > WHOLE_WORDS || !isWhole) return undefined;
  return {
    text: writtenOut(words),
    words: words.length,
    unique: isUnique(words, fingerprint),
  };
}

/** A run long enough to be looked for by itself: at the quote's own start or end two words are enough. */
function isSolid(run: readonly RunWord[], leftOut = 1): boolean {
  return run.length >= (leftOut === 0 ? 2 : FEWEST_WORDS);
}

/** Whether nothing but a space is before a word. */
function isJoined({ before }: RunWord, at: number): boolean {
  return at === 0 || before.trim() === "";
}

function isUnique(words: readonly RunWord[], fingerprint: Fingerprint): boolean {
  return standsOnceLoosely(
    words.map(({ text }) => text),
    fingerprint,
  );
}

/**
 * The shortest start that stands once: of the first run, or else of a long one near the beginning, or else
 * of the quote's first words. Over a dash, a hyphen, a quotation mark or the end of a sentence those may
 * not be found, which is better than found elsewhere.
 */
function startOf(runs: Runs, fingerprint: Fingerprint): Start | undefined {
  const words = runs.flat();
  let from = 0;
  for (const run of runs) {
    const isNear = from <= MOST_LEFT_OUT;
    const start =
      isNear && isSolid(run, from) ? startWithin(run, fingerprint, run.length) : undefined;
    if (start !== undefined) return { ...start, words: from + start.words };
    from += run.length;
  }
  const start = startWithin(words, fingerprint, runs[0]?.length ?? 0);
  if (start !== undefined) return start;
  const [first = []] = runs;
  return first.length === 0
    ? undefined
    : { text: writtenOut(first), words: first.length, unique: false };
}

/** The fewest of some words, from the first on, that stand once. */
function startWithin(
  words: readonly RunWord[],
  fingerprint: Fingerprint,
  fewest = FEWEST_WORDS,
): Start | undefined {
  for (let count = Math.min(FEWEST_WORDS, fewest); count <= words.length; count += 1) {
    if (!mayCut(words[count - 1], words[count])) continue;
    const first = words.slice(0, count);
    if (isUnique(first, fingerprint))
      return { text: writtenOut(first), words: count, unique: true };
  }
  return undefined;
}

/**
 * The shortest end that is found nowhere else after the start: of the last run, or else of a
 * long one near the end, or else of the quote's last words.
 */
function endOf(runs: Runs, after: After): string | undefined {
  const words = runs.flat();
  let to = words.length;
  for (const run of runs.toReversed()) {
    const leftOut = words.length - to;
    const end =
      leftOut <= MOST_LEFT_OUT && isSolid(run, leftOut)
        ? endWithin(words.slice(0, to), run.length, after)
        : undefined;
    if (end !== undefined) return end;
    to -= run.length;
  }
  return endWithin(words, words.length, after, runs.at(-1)?.length);
}

/** What an end has to come after, and where the quote stands. */
interface After {
  /** How many of the quote's words the start takes up. */
  readonly words: number;
  readonly sourceStart: number;
  readonly fingerprint: Fingerprint;
}

/**
 * The fewest of the last words, up to so many, that stand after the start at their own place alone. That
 * they stand there first is enough for one word only: several are not found over the end of a paragraph.
 */
function endWithin(
  words: readonly RunWord[],
  most: number,
  after: After,
  fewest = most,
): string | undefined {
  const searchedFrom = after.sourceStart + (words[after.words - 1]?.position ?? 0) + 1;
  const available = Math.min(most, words.length - after.words);
  for (let count = Math.min(FEWEST_WORDS, fewest); count <= available; count += 1) {
    const first = words.length - count;
    if (!mayCut(words[first - 1], words[first])) continue;
    const last = words.slice(first);
    const own = after.sourceStart + (words[first]?.position ?? 0);
    const texts = last.map(({ text }) => text);
    const places = looselyAt(texts, after.fingerprint).filter((place) => place >= searchedFrom);
    if (places[0] === own && (count === 1 || places.length === 1)) return writtenOut(last);
  }
  return undefined;
}

/** Where words are written without spaces a browser finds only whole ones, so no cut between signs. */
function mayCut(before: RunWord | undefined, after: RunWord | undefined): boolean {
  if (before === undefined || after === undefined || after.afterMark) return true;
  return !(classify(before.text) === "sign" && classify(after.text) === "sign");
}
