/**
 * Deep links: the `text=` directive that scrolls a browser to a quote in its source.
 *
 * Rules: URL Fragment Text Directives (https://wicg.github.io/scroll-to-text-fragment/) and what
 * Chromium was seen to do (tests/quotes/text-fragment.browser.test.ts): it compares without case,
 * accents and kinds of space and takes curly for straight quotation marks, but not single for double
 * ones nor one dash or hyphen for another, and a run of text cannot cross a paragraph. So a link is made
 * of runs that hold no such character, and the words between two runs are left to the browser.
 */
import type { Fingerprint } from "./fingerprint.ts";
import { chooseRange } from "./fragment-range.ts";
import { type Matched, matchQuote } from "./match.ts";
import { readRuns } from "./runs.ts";
import { readSegments } from "./segments.ts";

/** A deep link's directive. */
export interface TextFragment {
  /** `text=start` or `text=start,end`, percent-encoded; goes after `#:~:`. */
  readonly directive: string;
  /** Whether it can lead to this one place only, as far as the fingerprint tells. */
  readonly unique: boolean;
}

/**
 * The directive for a quote: for one with gaps, for what precedes the first gap. Made of the quote and
 * the fingerprint alone, so that every build makes the same, with a snapshot of the source or without.
 *
 * @returns undefined when the quote does not stand in the source
 */
export function textFragment(quote: string, fingerprint: Fingerprint): TextFragment | undefined {
  const match = matchQuote(quote, fingerprint);
  return match.kind === "refused" ? undefined : fragmentOf(quote, match, fingerprint);
}

/** The directive for a quote of which it is known where it stands. */
export function fragmentOf(
  quote: string,
  match: Matched,
  fingerprint: Fingerprint,
): TextFragment | undefined {
  const withWords = readSegments(quote).findIndex((run) => run.some(({ is }) => is === "word"));
  const runs = readRuns(quote, fingerprint);
  const sourceStart = match.segments[withWords]?.sourceStart ?? 0;
  const range = chooseRange(runs, sourceStart, fingerprint);
  if (range === undefined) return undefined;
  const { start, end, unique } = range;
  const directive = end === undefined ? encode(start) : `${encode(start)},${encode(end)}`;
  return { directive: `text=${directive}`, unique };
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
