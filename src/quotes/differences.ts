/** Differences between two texts, as stretches of words and marks, and how they are written out. */
import { type Token, tokenise } from "./normalise.ts";

/** A word or mark as it is written. */
export interface WrittenToken extends Token {
  /** As in the text, each run of spaces within it as one. */
  readonly written: string;
  /** Whether a space stands before it. */
  readonly isSpaced: boolean;
}

/** Reads a text into words and marks, and keeps how they are written. */
export function writtenTokens(text: string): readonly WrittenToken[] {
  let end = 0;
  return tokenise(text).map((token) => {
    const isSpaced = token.start > end;
    end = token.end;
    const written = text.slice(token.start, token.end).replace(/\s+/g, " ");
    return { ...token, written, isSpaced };
  });
}

/**
 * A stretch of a comparison. Where one takes the place of another, the `extra` one comes first.
 *
 * - `same`: both have it
 * - `extra`: only the text that is looked at has it: a quote, or the version before
 * - `missing`: only the text it is compared with has it: the source, or the version now
 */
export interface Difference {
  readonly kind: "same" | "missing" | "extra";
  readonly text: string;
  /** Whether a space stands before it. */
  readonly isSpaced: boolean;
}

/** A stretch of words and marks, written as in their text. */
export function differenceOf(
  kind: Difference["kind"],
  tokens: readonly WrittenToken[],
): Difference {
  const text = tokens
    .map(({ written, isSpaced }, at) => (at > 0 && isSpaced ? ` ${written}` : written))
    .join("");
  return { kind, text, isSpaced: tokens[0]?.isSpaced ?? false };
}

/** Writes differences out as wdiff does: `[-extra-] {+missing+}`. */
export function markedOut(differences: readonly Difference[]): string {
  return differences
    .map(({ kind, text, isSpaced }, at) => {
      const marked = kind === "same" ? text : kind === "extra" ? `[-${text}-]` : `{+${text}+}`;
      const isBesideOther = kind === "missing" && differences[at - 1]?.kind === "extra";
      return at > 0 && (isSpaced || isBesideOther) ? ` ${marked}` : marked;
    })
    .join("");
}
