/**
 * A quote as the matcher needs it: runs of wanted words and marks between gaps, each with every form
 * it may have in the source and its place in the quote.
 */
import { type Draft, draftQuote, originOf } from "./draft.ts";
import { QUOTATION_MARK, type Token, tokenise } from "./normalise.ts";
import { casesOf, type QuotePiece } from "./quote-text.ts";

/** A word or mark that must stand in the source. */
export type Wanted = Pick<Token, "kind" | "text">;

/** One step of a run. */
export interface Element {
  /** `bracket` may be left out: it is the editor's, unless the source itself has these brackets. */
  readonly is: "word" | "mark" | "bracket";
  /** What may stand here: each alternative is a sequence, and an empty one asks for nothing. */
  readonly alternatives: readonly (readonly Wanted[])[];
  /** UTF-16 offset in the quote. */
  readonly offset: number;
  /** UTF-16 length in the quote. */
  readonly length: number;
}

/** A contiguous run of a quote. */
export type Segment = readonly Element[];

/** The runs of a quote, in order, without the empty ones. Pure; remembers its last answer. */
export function readSegments(quote: string): readonly Segment[] {
  if (quote !== last.quote) last = { quote, segments: segmentsOf(quote) };
  return last.segments;
}

/** A quote is asked of several sources, and read once for its match and once for its link. */
let last: { readonly quote: string; readonly segments: readonly Segment[] } = {
  quote: "",
  segments: [],
};

function segmentsOf(quote: string): readonly Segment[] {
  return draftQuote(quote)
    .map((draft) => trimQuotationMarks(toElements(draft)))
    .filter((segment) => segment.some((element) => element.is !== "bracket"));
}

function toElements(draft: Draft): Segment {
  const { tokens } = draft;
  const words = tokens.map((token) => ({ at: token.start, element: wordElement(token, draft) }));
  if (draft.brackets.length === 0) return words.map(({ element }) => element);
  const insertions = draft.brackets
    .filter(({ piece }) => piece.kind !== "initial")
    // Brackets within a word have no literal reading of their own.
    .filter(({ at }) => !tokens.some((token) => token.start < at && at < token.end))
    .map(({ at, piece }) => ({ at, element: optional(piece) }));
  // The sort is stable: an insertion comes before the word it touches.
  return [...insertions, ...words].sort((a, b) => a.at - b.at).map(({ element }) => element);
}

function wordElement(token: Token, draft: Draft): Element {
  const offset = originOf(draft, token.start)?.from ?? 0;
  const end = originOf(draft, token.end - 1)?.to ?? offset;
  return { is: token.kind, alternatives: formsOf(token, draft), offset, length: end - offset };
}

/** An insertion: nothing, or just these brackets if they are the source's own. */
function optional(piece: QuotePiece): Element {
  const literal = tokenise(piece.raw).map(wanted);
  const { start: offset, raw } = piece;
  return { is: "bracket", alternatives: [[], literal], offset, length: raw.length };
}

function wanted({ kind, text }: Token): Wanted {
  return { kind, text };
}

/** Every form in which a word or mark of the quote may stand in the source. */
export function formsOf(token: Token, draft: Draft): readonly (readonly Wanted[])[] {
  const plain = [[wanted(token)]];
  if (token.hyphenated !== undefined) plain.push([{ kind: token.kind, text: token.hyphenated }]);
  if (draft.brackets.length === 0) return plain;
  const initial = draft.brackets.find(
    ({ at, piece }) => piece.kind === "initial" && at >= token.start && at < token.end,
  );
  if (initial === undefined) return plain;
  const letter = initial.piece.text;
  const head = draft.text.slice(token.start, initial.at);
  const tail = draft.text.slice(initial.at + letter.length, token.end);
  const replacements = [...casesOf(letter), `[${letter}]`];
  return replacements.map((replacement) => tokenise(head + replacement + tail).map(wanted));
}

/** Quotation marks around a run say that it is a quote; they are not compared. */
function trimQuotationMarks(segment: Segment): Segment {
  let first = 0;
  let end = segment.length;
  while (first < end && isQuotationMark(segment[first])) first += 1;
  while (end > first && isQuotationMark(segment[end - 1])) end -= 1;
  return segment.slice(first, end);
}

function isQuotationMark(element: Element | undefined): boolean {
  const text = element?.alternatives[0]?.[0]?.text;
  return element?.is === "mark" && (text === QUOTATION_MARK || text === "'");
}
