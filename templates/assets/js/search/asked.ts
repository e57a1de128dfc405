/** What a query asks for, and which words of a text answer it. */
import { distance } from "fastest-levenshtein";
import { BEGINS } from "../../../../src/build/search-format.ts";
import { termsOf, wordsIn } from "../../../../src/build/search-words.ts";

/** A word of a query. */
export interface AskedWord {
  /** What it can be found by: one term, or two for a word with an Arabic article. */
  readonly terms: readonly string[];
  /** In quotation marks: only as it stands. */
  readonly isExact: boolean;
}

/** A query taken apart. */
export interface AskedQuery {
  readonly words: readonly AskedWord[];
  /** Passages in quotation marks of two words and more. */
  readonly phrases: readonly (readonly AskedWord[])[];
}

/** How good another form of a word is, and the characters at its beginning that it shares with the word, at least. */
const OTHER_FORM = 0.5;
export const OTHER_FORM_SHARES = 4;
/** The same of a word spelt nearly so: how good it is. */
export const NEAR = 0.3;
/** How many characters at its beginning it shares with the word, at least. */
export const NEAR_SHARES = 3;

/** A passage in quotation marks; a mark between letters, as in Hebrew abbreviations, opens none. */
const PASSAGE = /(^|[^\p{L}\p{N}])["“”„«»]([^"“”„«»]+)["“”«»]/gu;

/** Takes a query apart. */
export function askedIn(query: string): AskedQuery {
  const passages: AskedWord[][] = [];
  const rest = query.replace(PASSAGE, (_, before: string, passage: string) => {
    passages.push(askedWords(passage, true));
    return `${before} `;
  });
  return {
    words: [...passages.flat(), ...askedWords(rest, false)],
    phrases: passages.filter(({ length }) => length > 1),
  };
}

/** How well a term answers a word: 1 for the word itself, 0 for not at all. */
export function closeness({ terms, isExact }: AskedWord, term: string): number {
  let best = 0;
  for (const asked of terms) {
    if (term === asked) return 1;
    if (isExact) continue;
    if (term.startsWith(asked)) best = BEGINS;
    else if (best === 0 && isOtherForm(asked, term)) best = OTHER_FORM;
  }
  return best;
}

/** Whether a term is spelt nearly as a word, or is what a longer word begins with. */
export function isNear({ terms, isExact }: AskedWord, term: string): boolean {
  if (isExact) return false;
  return terms.some((asked) => {
    const shared = sharedBeginning(asked, term);
    if (shared < NEAR_SHARES) return false;
    if (shared === term.length && shared >= 4 && 2 * shared >= asked.length) return true;
    const allowed = asked.length < 6 ? 1 : 2;
    return Math.abs(asked.length - term.length) <= allowed && distance(asked, term) <= allowed;
  });
}

/** Whether a text has the words of a passage one after the other. */
export function hasPassage(text: string, passage: readonly AskedWord[]): boolean {
  const words = Array.from(wordsIn(text), (word) => termsOf(word.text));
  return words.some((_, start) =>
    passage.every((asked, place) =>
      (words[start + place] ?? []).some((term) => closeness(asked, term) === 1),
    ),
  );
}

/**
 * Two words that begin alike and end in a few letters of their own are taken for forms of one. This
 * stands in for the rules of each language.
 */
function isOtherForm(asked: string, term: string): boolean {
  if (asked.length < 5) return false;
  const shared = sharedBeginning(asked, term);
  const [ownEnd, otherEnd] = [asked.length - shared, term.length - shared];
  return shared > OTHER_FORM_SHARES
    ? ownEnd <= 3 && otherEnd <= 3
    : shared === OTHER_FORM_SHARES && ownEnd === 1 && otherEnd === 0;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function askedWords(text: string, isExact: boolean): AskedWord[] {
  return Array.from(wordsIn(text), (word) => ({ terms: termsOf(word.text), isExact })).filter(
    ({ terms }) => terms.length > 0,
  );
}
