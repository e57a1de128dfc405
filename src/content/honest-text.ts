/**
 * Which characters content may not hold, because a reader cannot see them or they make other text
 * read otherwise than it is. The rule in words is docs/reference/text.md.
 */
import type { ProblemCode } from "./problem-codes.ts";

/**
 * C0 and C1 controls but tab and line feed, line breaks that only some programs see, whatever turns
 * the direction of the text around it, and code points that are no characters.
 */
export const CONTROL_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

/** Characters of no width, fillers, tags, annotations, and the mark of a character that was lost. */
const UNSEEN =
  /[\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFD\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;

/** A joiner that joins nothing: letters of these scripts have one form, and emoji join only emoji. */
const IDLE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200C\u200D]/u;

/** More direction marks or variation selectors than one, more accents than any writing puts on a letter. */
const HEAP = /[\u200E\u200F\u061C]{2,}|[\uFE00-\uFE0F]{2,}|(?![\uFE00-\uFE0F])\p{M}{9,}/u;

const MISLEADING = new RegExp(
  [UNSEEN, IDLE_JOINER, HEAP].map(({ source }) => source).join("|"),
  "u",
);
const REFUSED = new RegExp(`${CONTROL_CHARACTER.source}|${MISLEADING.source}`, "gu");

/** Letters of Latin, Greek and Cyrillic, and the marks of their prose: most texts need no closer look. */
const PLAIN =
  /^[\t\n\u0020-\u007E\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** A character that is refused: which, where and why. */
export interface RefusedCharacter {
  readonly code: Extract<ProblemCode, "control-character" | "misleading-character">;
  readonly index: number;
  readonly length: number;
  /** What the text holds, in words. */
  readonly what: string;
}

/** The first character of a text that content may not hold, or `null`. */
export function findRefused(text: string): RefusedCharacter | null {
  if (PLAIN.test(text)) return null;
  REFUSED.lastIndex = 0;
  const found = REFUSED.exec(text);
  if (!found) return null;
  const [character] = found;
  const index = found.index;
  const place = { index, length: character.length };
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (CONTROL_CHARACTER.test(character)) {
    return { ...place, code: "control-character", what: `the control character ${name}` };
  }
  const count = [...character].length;
  const what =
    count > 1
      ? `${count} marks in a row, from ${name} on`
      : name === "U+FFFD"
        ? "U+FFFD, the mark of a character that was lost"
        : `${name}, which cannot be seen`;
  return { ...place, code: "misleading-character", what };
}

/** A text with a mark in the place of each character that content may not hold, as long as it was. */
export function withRefusedShown(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(REFUSED, (character) => "\uFFFD".repeat(character.length));
}

/** A text without the characters that content may not hold; a line break in their place where they break lines. */
export function withoutRefused(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(REFUSED, "");
}
