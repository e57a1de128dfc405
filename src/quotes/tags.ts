/**
 * The hashes a fingerprint is made of. A tag stands for one occurrence of one word or mark in one
 * text. The first, second, third… occurrence of a word have tags that look unrelated, so a tag list
 * shows neither which words repeat nor how often, except to who guesses the word.
 */
import { createHash } from "node:crypto";

/** What is hashed; `hyphenated` is the second reading of a word broken at a line end. */
export type TagKind = "word" | "mark" | "hyphenated";

/** Characters in a tag, and bits: base64url has 6 bits a character. */
export const TAG_LENGTH = 6;

/** One SHA-256 has 43 characters of base64url, so 7 tags: one hash serves 7 occurrences. */
const TAGS_PER_HASH = 7;

/**
 * The tags of a word or mark in one text, for its first, second, … occurrence, without end.
 *
 * @param salt the text's own salt, so that tags of different texts cannot be compared
 * @param text the normalised word or mark
 */
export function* tagsOf(salt: string, kind: TagKind, text: string): Generator<string, never> {
  for (let block = 0; ; block += 1) {
    const hash = digest("tag", salt, kind, String(block), text);
    for (let slot = 0; slot < TAGS_PER_HASH; slot += 1) {
      yield hash.slice(slot * TAG_LENGTH, (slot + 1) * TAG_LENGTH);
    }
  }
}

/** One tag's worth of hash over some strings: a text's salt or a fingerprint's checksum. */
export function shortHash(purpose: "salt" | "check", ...parts: readonly string[]): string {
  return digest(purpose, ...parts).slice(0, TAG_LENGTH);
}

/** SHA-256 in base64url. The parts hold no NUL (a control character is a space to the reader). */
function digest(...parts: readonly string[]): string {
  return createHash("sha256")
    .update(`standpoint sp1\0${parts.join("\0")}`)
    .digest("base64url");
}
