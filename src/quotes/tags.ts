/**
 * The hashes a fingerprint is made of. A tag stands for one occurrence of one word or mark in one
 * text. The first, second, third… occurrence of a word have tags that look unrelated, so a tag list
 * shows neither which words repeat nor how often, except to who guesses the word.
 */
import { hash } from "node:crypto";

/** What is hashed; `hyphenated` is the second reading of a word broken at a line end. */
export type TagKind = "word" | "mark" | "hyphenated";

/** Characters in a tag, and bits: base64url has 6 bits a character. */
export const TAG_LENGTH = 6;

/** One SHA-256 has 43 characters of base64url, so 7 tags: one hash serves 7 occurrences. */
const TAGS_PER_HASH = 7;

/** A tag, as the place at which it begins in a longer text: it is looked up far more often than written. */
export interface Tag {
  readonly text: string;
  readonly start: number;
}

/**
 * The tag of the first (0), second (1), … occurrence of a word or mark in one text, without end. Ask in
 * order: the hash that serves several is remembered from one call to the next. The answer holds until the
 * next call.
 */
export type Tagger = (occurrence: number) => Tag;

/**
 * The tags of a word or mark in one text, by occurrence.
 *
 * @param salt the text's own salt, so that tags of different texts cannot be compared
 * @param text the normalised word or mark
 */
export function tagsOf(salt: string, kind: TagKind, text: string): Tagger {
  const tag = { text: "", start: 0 };
  return (occurrence) => {
    const slot = occurrence % TAGS_PER_HASH;
    if (slot === 0 || tag.text === "") {
      const block = Math.floor(occurrence / TAGS_PER_HASH);
      tag.text = digest(`tag\0${salt}\0${kind}\0${block}\0${text}`);
    }
    tag.start = slot * TAG_LENGTH;
    return tag;
  };
}

/** A tag as it is written. */
export function writeTag({ text, start }: Tag): string {
  return text.slice(start, start + TAG_LENGTH);
}

/** One tag's worth of hash over some strings: a text's salt or a fingerprint's checksum. */
export function shortHash(purpose: "salt" | "check", ...parts: readonly string[]): string {
  return digest([purpose, ...parts].join("\0")).slice(0, TAG_LENGTH);
}

/** SHA-256 in base64url of parts joined by NUL, which none of them holds (to the reader it is a space). */
function digest(parts: string): string {
  return hash("sha256", `standpoint sp1\0${parts}`, "base64url");
}
