/** A quote without the editor's marks: the text that should stand in the source, cut at the gaps. */
import { parseQuote, type QuotePiece } from "./quote-text.ts";

/** The text between two gaps as the source should have it, and where in the quote it came from. */
export interface Draft {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the part of the quote that it stands for. */
  readonly origins: readonly Origin[];
  /** Brackets taken out, and the UTF-16 offset in `text` where they were; initials are kept in it. */
  readonly brackets: readonly { readonly at: number; readonly piece: QuotePiece }[];
}

/** UTF-16 offsets in the quote; `to` is exclusive. */
export interface Origin {
  readonly from: number;
  readonly to: number;
}

/** Cuts a quote at its gaps; the texts may be empty. */
export function draftQuote(quote: string): readonly Draft[] {
  return splitAtGaps(parseQuote(quote)).map(draftRun);
}

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
  const origins: Origin[] = [];
  const brackets: { at: number; piece: QuotePiece }[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "text") brackets.push({ at: text.length, piece });
    if (piece.kind !== "text" && piece.kind !== "initial") continue;
    const whole = { from: piece.start, to: piece.start + piece.raw.length };
    for (let unit = 0; unit < piece.text.length; unit += 1) {
      const from = piece.start + unit;
      origins.push(piece.kind === "text" ? { from, to: from + 1 } : whole);
    }
    text += piece.text;
  }
  return { text, origins, brackets };
}
