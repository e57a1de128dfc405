/**
 * A quote as an editor writes it: words of the source, gaps (`…`, `...`, `[…]`, `(…)`, `<…>`),
 * insertions (`[in Istanbul]`), `[sic]`, and changed initials (`[T]he`).
 */
import { classify } from "./characters.ts";

/**
 * One piece of a quote.
 *
 * - `text`: words that must stand in the source
 * - `gap`: something was left out
 * - `insertion`: the editor's words, no part of the source
 * - `sic`: the editor's note that the source has it so
 * - `initial`: the letter of a word whose case the editor changed
 */
export interface QuotePiece {
  readonly kind: "text" | "gap" | "insertion" | "sic" | "initial";
  /** What to show: for the bracketed kinds what is between the brackets; for a gap always `…`. */
  readonly text: string;
  /** The piece as it was written, brackets and all. */
  readonly raw: string;
  /** UTF-16 offset of the piece in the quote. */
  readonly start: number;
}

const DOTS = String.raw`(?:[…⋯]|\.(?:[ \u00a0\u202f]?\.){2,})(?:[ \u00a0\u202f]?[…⋯])*`;
const BRACKETED_GAP = new RegExp(
  String.raw`\[\s*${DOTS}\s*\]|\(\s*${DOTS}\s*\)|<\s*${DOTS}\s*>`,
  "y",
);
const BARE_GAP = new RegExp(DOTS, "y");
const BRACKETS = /\[([^[\]]*)\]/y;

/** The characters a gap or bracket can begin with. */
const PIECE_STARTS: ReadonlySet<string> = new Set("[(<.…⋯");

/** Cuts a quote into its pieces, in order; joined again, their `raw` is the quote. Never throws. */
export function parseQuote(quote: string): readonly QuotePiece[] {
  const pieces: QuotePiece[] = [];
  let text = 0;
  let at = 0;
  const endText = (): void => {
    if (at === text) return;
    const raw = quote.slice(text, at);
    pieces.push({ kind: "text", text: raw, raw, start: text });
  };
  while (at < quote.length) {
    if (!PIECE_STARTS.has(quote.charAt(at))) {
      at += 1;
      continue;
    }
    // Four dots are the sentence's own full stop and an ellipsis.
    if (isFourDots(quote, at)) at += 1;
    const piece = pieceAt(quote, at);
    if (piece === undefined) {
      at += 1;
      continue;
    }
    endText();
    pieces.push(piece);
    at += piece.raw.length;
    text = at;
  }
  endText();
  return pieces;
}

function isFourDots(quote: string, at: number): boolean {
  const dots = matchAt(BARE_GAP, quote, at)?.[0] ?? "";
  return !/[…⋯]/.test(dots) && dots.split(".").length === 5;
}

function matchAt(pattern: RegExp, quote: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(quote);
}

function pieceAt(quote: string, start: number): QuotePiece | undefined {
  const gap = matchAt(BRACKETED_GAP, quote, start) ?? matchAt(BARE_GAP, quote, start);
  if (gap !== null) return { kind: "gap", text: "…", raw: gap[0], start };
  const brackets = matchAt(BRACKETS, quote, start);
  if (brackets === null) return undefined;
  const [raw, inner = ""] = brackets;
  return { kind: kindOfBrackets(quote, start, raw, inner), text: inner, raw, start };
}

function kindOfBrackets(
  quote: string,
  start: number,
  raw: string,
  inner: string,
): "sic" | "initial" | "insertion" {
  if (/^\s*sic!?\s*$/i.test(inner)) return "sic";
  const before = [...quote.slice(0, start)].at(-1);
  const after = [...quote.slice(start + raw.length, start + raw.length + 2)][0];
  const startsWord = !isLetter(before) && isLetter(after);
  return startsWord && casesOf(inner).length > 1 ? "initial" : "insertion";
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && classify(character) === "letter";
}

/**
 * The letter and its other case. Both Turkish pairs (i İ, ı I) and the usual one (i I) are known,
 * without asking which language it is. Empty when the string is not one letter.
 */
export function casesOf(letter: string): readonly string[] {
  const composed = letter.normalize("NFC");
  if ([...composed].length !== 1) return [];
  const turkish: Readonly<Record<string, readonly string[]>> = {
    i: ["I", "İ"],
    I: ["i", "ı"],
    İ: ["i"],
    ı: ["I"],
  };
  const others = turkish[composed] ?? [composed.toLowerCase(), composed.toUpperCase()];
  return [...new Set([composed, ...others])].filter((other) => [...other].length === 1);
}
