/** The gate: whether a quote stands word for word in the text of a fingerprint. */
import type { Fingerprint } from "./fingerprint.ts";
import { COMMON_MARKS } from "./normalise.ts";
import { type Chain, chain, type Placement, placeSegment, type Span } from "./place.ts";
import { type Element, readSegments, type Segment } from "./segments.ts";

/**
 * Why a quote is refused.
 *
 * - `no-words`: it is empty, or all gaps and insertions
 * - `unknown-word`: the word stands nowhere in the source
 * - `broken-run`: the word stands in the source, but not here
 * - `other-case`: here the source has the word in capitals or small letters otherwise
 * - `punctuation`: here the source has another mark, or a mark where the quote has none, or none
 * - `order`: what follows a gap stands only before what precedes it
 */
export type RefusalReason =
  | "no-words"
  | "unknown-word"
  | "broken-run"
  | "other-case"
  | "punctuation"
  | "order";

/** A run of the quote and where it stands. */
export interface MatchedSegment {
  /** UTF-16 offset of the run in the quote, and the offset just after it. */
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** Positions in the source, counted in words and marks; `sourceEnd` is exclusive. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** The quote stands in the source. */
export interface Matched {
  readonly kind: "matched";
  /** Words of the source in the quote. */
  readonly words: number;
  /** Only one or two words: true, but little evidence of what was said. */
  readonly weak: boolean;
  /** At how many places it stands; above 1 a deep link may lead to another one. */
  readonly occurrences: number;
  /** The runs between gaps; of several places, the one with the shortest gaps. */
  readonly segments: readonly MatchedSegment[];
}

/** The quote does not stand in the source. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  /** UTF-16 offset in the quote of the first word or mark that does not stand. */
  readonly offset: number;
  /** Its UTF-16 length in the quote. */
  readonly length: number;
  /** The mark or the other case that the source has here, where the fingerprint can tell. */
  readonly inSource: string | undefined;
}

/** The outcome of checking one quote. */
export type QuoteMatch = Matched | Refused;

/** Quotes of so few words are weak. */
const WEAK_WORDS = 2;

/** Checks a quote against a source. Never throws; says yes only to what stands word for word. */
export function matchQuote(quote: string, fingerprint: Fingerprint): QuoteMatch {
  const segments = readSegments(quote);
  const words = segments.flat().filter((element) => element.is === "word").length;
  if (words === 0) return refuse("no-words", { offset: 0, length: quote.length });
  const spans: (readonly Span[])[] = [];
  for (const segment of segments) {
    const placement = placeSegment(segment, fingerprint);
    if (!placement.found) return explain(placement, fingerprint);
    spans.push(placement.spans);
  }
  const { chains, failedAt } = chain(spans);
  const tightest = shortest(chains);
  if (tightest === undefined) {
    const element = segments[failedAt]?.[0];
    return refuse("order", element ?? { offset: 0, length: quote.length });
  }
  return {
    kind: "matched",
    words,
    weak: words <= WEAK_WORDS,
    occurrences: chains.length,
    segments: segments.map((segment, at) => locate(segment, tightest.spans[at])),
  };
}

function refuse(
  reason: RefusalReason,
  { offset, length }: Pick<Element, "offset" | "length">,
  inSource?: string,
): Refused {
  return { kind: "refused", reason, offset, length, inSource };
}

function shortest(chains: readonly Chain[]): Chain | undefined {
  const lengthOf = ({ spans }: Chain) => (spans.at(-1)?.end ?? 0) - (spans[0]?.start ?? 0);
  return chains.reduce<Chain | undefined>(
    (best, each) => (best === undefined || lengthOf(each) < lengthOf(best) ? each : best),
    undefined,
  );
}

function locate(segment: Segment, span: Span | undefined): MatchedSegment {
  const last = segment.at(-1);
  return {
    quoteStart: segment[0]?.offset ?? 0,
    quoteEnd: (last?.offset ?? 0) + (last?.length ?? 0),
    sourceStart: span?.start ?? 0,
    sourceEnd: span?.end ?? 0,
  };
}

/** Finds the plainest reason for a refusal. */
function explain(
  { element, expectedAt }: Extract<Placement, { found: false }>,
  fingerprint: Fingerprint,
): Refused {
  const mark = COMMON_MARKS.find((each) => standsAtOneOf("mark", each, expectedAt, fingerprint));
  if (element.is === "mark") return refuse("punctuation", element, mark);
  const forms = element.alternatives.flatMap((each) => each.slice(0, 1).map(({ text }) => text));
  const afterMark = expectedAt.map((position) => position + 1);
  if (
    mark !== undefined &&
    forms.some((form) => standsAtOneOf("word", form, afterMark, fingerprint))
  ) {
    return refuse("punctuation", element, mark);
  }
  const recased = forms
    .flatMap(otherCases)
    .find((form) =>
      expectedAt.length > 0
        ? standsAtOneOf("word", form, expectedAt, fingerprint)
        : fingerprint.positionsOf("word", form).length > 0,
    );
  if (recased !== undefined) return refuse("other-case", element, recased);
  const isKnown = forms.some((form) => fingerprint.positionsOf("word", form).length > 0);
  return refuse(isKnown ? "broken-run" : "unknown-word", element);
}

function standsAtOneOf(
  kind: "word" | "mark",
  text: string,
  positions: readonly number[],
  fingerprint: Fingerprint,
): boolean {
  return positions.some((position) => fingerprint.standsAt(kind, text, position));
}

function otherCases(word: string): readonly string[] {
  const [initial = "", ...rest] = word;
  const small = word.toLowerCase();
  const capitalised = initial.toUpperCase() + rest.join("").toLowerCase();
  return [small, word.toUpperCase(), capitalised].filter((other) => other !== word);
}
