/**
 * The part of a quote before its first gap, as runs that a browser can look for: stretches without
 * characters that may be written otherwise in the source, and that cannot cross a paragraph.
 */
import { readAtoms } from "./atoms.ts";
import { type Draft, draftQuote } from "./draft.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { DASH, QUOTATION_MARK, type Token } from "./normalise.ts";
import { formsOf } from "./segments.ts";

/** A word of a run. */
export interface RunWord {
  /** Normalised. */
  readonly text: string;
  /** As it is written in the quote, without invisible characters. */
  readonly raw: string;
  /** What is written between the word before and this one. */
  readonly before: string;
  /** Whether a mark stands between the word before and this one. */
  readonly afterMark: boolean;
  /** Whether it has a hyphen or sign, of which there are several that a browser tells apart. */
  readonly isFragile: boolean;
  /** Words and marks of the quote before this one. */
  readonly position: number;
}

/** Marks after which a paragraph may end, and marks that have typographic variants. */
const BOUNDARIES: ReadonlySet<string> = new Set([
  ...".!?…:;¿¡。！？：；؟؛।",
  QUOTATION_MARK,
  DASH,
  "'",
]);

/**
 * The words of the first part of a quote that has words, in runs: within a run nothing stands that a
 * browser might miss. A fragile word is a run of its own.
 */
export function readRuns(quote: string, fingerprint: Fingerprint): readonly (readonly RunWord[])[] {
  for (const draft of draftQuote(quote)) {
    const runs = runsOf(draft, fingerprint);
    if (runs.length > 0) return runs;
  }
  return [];
}

function runsOf(draft: Draft, fingerprint: Fingerprint): readonly (readonly RunWord[])[] {
  const { tokens } = draft;
  const first = tokens.findIndex(({ text }) => text !== QUOTATION_MARK && text !== "'");
  const runs: RunWord[][] = [];
  let isOpen = false;
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "mark") {
      if (BOUNDARIES.has(token.text)) isOpen = false;
      continue;
    }
    const isFragile = token.text.includes("-");
    if (isFragile || hasBrackets(draft, end, token.start)) isOpen = false;
    if (!isOpen) runs.push([]);
    isOpen = !isFragile;
    const text = standingForm(token, draft, fingerprint);
    const isAsWritten = text === token.text && token.hyphenated === undefined;
    runs.at(-1)?.push({
      text,
      raw: isAsWritten ? clean(draft.text.slice(token.start, token.end)) : text,
      before: clean(draft.text.slice(end, token.start)),
      afterMark: tokens[at - 1]?.kind === "mark",
      isFragile,
      position: at - first,
    });
    end = token.end;
  }
  return runs;
}

/** Of a word with a changed initial, or broken at a line end, the form that the source has. */
function standingForm(token: Token, draft: Draft, fingerprint: Fingerprint): string {
  if (token.hyphenated === undefined && draft.brackets.length === 0) return token.text;
  const forms = formsOf(token, draft).flatMap((form) => (form.length === 1 ? form : []));
  const standing = forms.find(({ kind, text }) => fingerprint.positionsOf(kind, text).length > 0);
  return standing?.text ?? token.text;
}

/** Where brackets were taken out the source may have them, so a browser might not find the words. */
function hasBrackets(draft: Draft, from: number, to: number): boolean {
  return draft.brackets.some(({ at, piece }) => piece.kind !== "initial" && at >= from && at <= to);
}

/** Most texts: nothing invisible, no other space than the common one. */
const PLAIN = /^[ -~]*$/;

/** Without invisible characters, and with plain spaces. */
function clean(text: string): string {
  if (PLAIN.test(text) && !text.includes("  ")) return text;
  return readAtoms(text)
    .map((atom) => (atom.is === "space" ? " " : text.slice(atom.start, atom.end)))
    .join("");
}

/** Words as they are written in the quote, with what stands between them. */
export function writtenOut(words: readonly RunWord[]): string {
  return words.map(({ raw, before }, at) => (at === 0 ? raw : before + raw)).join("");
}
