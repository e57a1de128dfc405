/** A quote without the editor's marks: the text that should stand in the source, cut at the gaps. */
import { type Token, tokenise } from "./normalise.ts";
import { parseQuote, type QuotePiece } from "./quote-text.ts";

/** The text between two gaps as the source should have it, and where in the quote it came from. */
export interface Draft {
  readonly text: string;
  /** Its words and marks. */
  readonly tokens: readonly Token[];
  /** The pieces of the quote that `text` is made of, in order. */
  readonly parts: readonly DraftPart[];
  /** Brackets taken out, and the UTF-16 offset in `text` where they were; initials are kept in it. */
  readonly brackets: readonly { readonly at: number; readonly piece: QuotePiece }[];
}

/** A piece of a quote, and the UTF-16 offset in the draft at which it begins. */
export interface DraftPart {
  readonly at: number;
  readonly piece: QuotePiece;
}

/** UTF-16 offsets in the quote; `to` is exclusive. */
export interface Origin {
  readonly from: number;
  readonly to: number;
}

/** Cuts a quote at its gaps; the texts may be empty. Pure; remembers its last answer. */
export function draftQuote(quote: string): readonly Draft[] {
  if (quote !== last.quote) {
    last = { quote, drafts: splitAtGaps(parseQuote(quote)).map(draftRun) };
  }
  return last.drafts;
}

/** A quote is read once to be matched and once to be linked. */
let last: { readonly quote: string; readonly drafts: readonly Draft[] } = {
  quote: "",
  drafts: [{ text: "", tokens: [], parts: [], brackets: [] }],
};

function splitAtGaps(pieces: readonly QuotePiece[]): readonly (readonly QuotePiece[])[] {
  const runs: QuotePiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "gap") runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  return runs;
}

function draftRun(pieces: readonly QuotePiece[]): Draft {
  let text = "";
  const parts: DraftPart[] = [];
  const brackets: { at: number; piece: QuotePiece }[] = [];
  for (const piece of pieces) {
    const at = text.length;
    if (piece.kind !== "text") brackets.push({ at, piece });
    if (piece.kind !== "text" && piece.kind !== "initial") continue;
    parts.push({ at, piece });
    text += piece.text;
  }
  return { text, tokens: tokenise(text), parts, brackets };
}

/** The part of the quote that a UTF-16 unit of a draft stands for. */
export function originOf({ parts }: Draft, unit: number): Origin | undefined {
  const part = parts.findLast(({ at }) => at <= unit);
  if (part === undefined || unit >= part.at + part.piece.text.length) return undefined;
  const { at, piece } = part;
  const { start, raw } = piece;
  const from = start + unit - at;
  return piece.kind === "text" ? { from, to: from + 1 } : { from: start, to: start + raw.length };
}
