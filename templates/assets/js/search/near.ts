/**
 * For a word that it does not know, Pagefind gives what begins with as many of its letters as it
 * can, down to one. Three letters in common may be a spelling; fewer are another word.
 */
import type { Found, Result } from "./pagefind.ts";

const ENOUGH = 3;

/** Whether the best result of a query has one of its words, or one near to it. */
export function isNear(query: string, { matchedMetaFields = [] }: Result, found: Found): boolean {
  if (matchedMetaFields.length > 0) return true;
  const words = found.content.split(/\s+/);
  const places = found.locations.flatMap((place) => plain(words[place] ?? ""));
  return query
    .split(/\s+/)
    .map(plain)
    .some((asked) => places.some((word) => share(word, asked)));
}

/** Not only at their own beginnings: some languages put articles before a word. */
function share(word: string, asked: string): boolean {
  if (asked === "") return false;
  if (word.includes(asked.slice(0, ENOUGH))) return true;
  return word.length >= ENOUGH && asked.includes(word.slice(0, ENOUGH));
}

/** Letters and digits alone, small, without accents. */
function plain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
