/** Differences between two texts, as stretches of words and marks, and how they are written out. */

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
