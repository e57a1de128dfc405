/**
 * Deep links: the `text=` directive that scrolls a browser to a quote in its source.
 *
 * Rules: URL Fragment Text Directives (https://wicg.github.io/scroll-to-text-fragment/) and what
 * Chromium was seen to do (tests/quotes/text-fragment.browser.test.ts): it compares without case,
 * accents and kinds of space and takes curly for straight quotation marks, but not single for double
 * ones nor one dash for another, and a run of text cannot cross a paragraph. So a link is made of
 * runs that hold no such mark, and the words between two runs are left to the browser.
 */
import { classify } from "./characters.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { firstLoosely, looselyAt } from "./loose.ts";
import { matchQuote } from "./match.ts";
import { type RunWord, readRuns, writtenOut } from "./runs.ts";
import { readSegments } from "./segments.ts";

/** A deep link's directive. */
export interface TextFragment {
  /** `text=start` or `text=start,end`, percent-encoded; goes after `#:~:`. */
  readonly directive: string;
  /** Whether it can lead to this one place only, as far as the fingerprint tells. */
  readonly unique: boolean;
}

/** Quotes of up to so many words are given whole. */
const WHOLE_WORDS = 10;

/** Where there are more, start and end have at least so many, and more until they are unique. */
const FEWEST_WORDS = 4;

/**
 * The directive for a quote: for one with gaps, for what precedes the first gap. Made of the quote and
 * the fingerprint alone, so that every build makes the same, with a snapshot of the source or without.
 *
 * @returns undefined when the quote does not stand in the source
 */
export function textFragment(quote: string, fingerprint: Fingerprint): TextFragment | undefined {
  const match = matchQuote(quote, fingerprint);
  if (match.kind === "refused") return undefined;
  const withWords = readSegments(quote).findIndex((run) => run.some(({ is }) => is === "word"));
  const runs = readRuns(quote, fingerprint);
  const sourceStart = match.segments[withWords]?.sourceStart ?? 0;
  const whole = wholeQuote(runs, fingerprint);
  if (whole !== undefined) return whole;
  const start = startOf(runs, fingerprint);
  if (start === undefined) return undefined;
  const end = endOf(runs, start, sourceStart, fingerprint);
  const directive = end === undefined ? encode(start.text) : `${encode(start.text)},${encode(end)}`;
  return { directive: `text=${directive}`, unique: start.unique };
}

/**
 * Puts a directive into an address, after a fragment it may have.
 *
 * @param url an absolute address
 * @param directive from `textFragment`
 */
export function withTextFragment(url: string, directive: string): string {
  const [address = "", fragment = ""] = url.split("#", 2);
  const own = fragment.replace(/:~:.*$/, "");
  return `${address}#${own}:~:${directive}`;
}

/** Percent-encodes for the directive: as a URI component, and `-`, which is its own syntax. */
function encode(text: string): string {
  // Lone surrogates have no encoding; `toWellFormed` is newer than the oldest Node.
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\ufffd");
  return encodeURIComponent(wellFormed).replace(/[-!'()*~.]/g, (character) =>
    character === "." ? "." : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

interface Start {
  readonly text: string;
  /** How many of the quote's words it takes. */
  readonly words: number;
  readonly unique: boolean;
}

function wholeQuote(
  runs: readonly (readonly RunWord[])[],
  fingerprint: Fingerprint,
): TextFragment | undefined {
  const [run] = runs;
  if (run === undefined || runs.length > 1 || run.length > WHOLE_WORDS) return undefined;
  const places = looselyAt(
    run.map(({ text }) => text),
    fingerprint,
  );
  return { directive: `text=${encode(writtenOut(run))}`, unique: places.length === 1 };
}

/**
 * The shortest start that stands once. It keeps within the first run if it can; over a dash, a
 * quotation mark or the end of a sentence it may not be found, which is better than found elsewhere.
 */
function startOf(
  runs: readonly (readonly RunWord[])[],
  fingerprint: Fingerprint,
): Start | undefined {
  const words = runs.flat();
  const first = runs[0]?.length ?? 0;
  for (let count = Math.min(FEWEST_WORDS, first); count <= words.length; count += 1) {
    if (!mayCut(words[count - 1], words[count])) continue;
    const places = looselyAt(
      words.slice(0, count).map(({ text }) => text),
      fingerprint,
    );
    if (places.length === 1)
      return { text: writtenOut(words.slice(0, count)), words: count, unique: true };
  }
  if (first === 0) return undefined;
  return { text: writtenOut(words.slice(0, first)), words: first, unique: false };
}

/** The shortest end, from the last run, that stands nowhere between the start and its own place. */
function endOf(
  runs: readonly (readonly RunWord[])[],
  start: Start,
  sourceStart: number,
  fingerprint: Fingerprint,
): string | undefined {
  const words = runs.flat();
  const own = words.map((word) => sourceStart + word.position);
  const from = sourceStart + (words[start.words - 1]?.position ?? 0) + 1;
  const last = runs.at(-1)?.length ?? 0;
  for (let count = Math.min(FEWEST_WORDS, last); count <= words.length - start.words; count += 1) {
    const first = words.length - count;
    if (!mayCut(words[first - 1], words[first])) continue;
    const found = firstLoosely(
      words.slice(first).map(({ text }) => text),
      from,
      fingerprint,
    );
    if (found === own[first]) return writtenOut(words.slice(first));
  }
  return undefined;
}

/** Where words are written without spaces a browser finds only whole ones, so no cut between signs. */
function mayCut(before: RunWord | undefined, after: RunWord | undefined): boolean {
  if (before === undefined || after === undefined || after.afterMark) return true;
  return !(classify(before.text) === "sign" && classify(after.text) === "sign");
}
