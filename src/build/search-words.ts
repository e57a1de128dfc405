/**
 * Text to the terms it is found by. The index and the search page both use this, so that a word is
 * the same word on both sides. It goes by Unicode alone and knows no language and no locale: small
 * letters without accents, points or vowel signs, the same under every version of Node.
 */

/** A word of a text: where it begins and ends, and as it is written there. */
export interface Word {
  readonly at: number;
  readonly text: string;
}

/** Longer words are cut: nobody types them, and they would swell the index. */
const LONGEST = 48;

const RUN = /[\p{L}\p{N}\p{M}]+(?:['’"׳״][\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN = /^[a-z0-9]+$/i;

/**
 * A run of letters taken apart. An apostrophe belongs to a Cyrillic word and a gershayim to a Hebrew
 * one; elsewhere such marks end a word. Scripts written without spaces give one word a character.
 */
const PIECE =
  /[\p{sc=Cyrl}\p{M}]+(?:['’][\p{sc=Cyrl}\p{M}]+)+|[\p{sc=Hebr}\p{M}]+(?:['’"׳״][\p{sc=Hebr}\p{M}]+)+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|[^'’"׳״\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;

/** Accents, Hebrew points, Arabic vowel signs; what stands within a word and is no letter. */
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u02bc'’"׳״]/g;

/** Letters that Unicode does not take apart, and forms of one letter. */
const SAME: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ł: "l",
  ς: "σ",
  ى: "ي",
  ة: "ه",
};
const LETTERS = new RegExp(`[${Object.keys(SAME).join("")}]`, "g");

/** The Arabic article, with what may be joined before it. */
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/;

/** The words of a text, in order. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (PLAIN.test(run)) yield { at: index, text: run };
    else
      for (const { 0: piece, index: within } of run.matchAll(PIECE))
        yield { at: index + within, text: piece };
  }
}

/** What a word is found by: itself without what does not tell words apart, and an Arabic word without its article too. */
export function termsOf(word: string): readonly string[] {
  const term = plain(word).slice(0, LONGEST);
  const bare = term.replace(ARTICLE, "");
  return term === "" ? [] : bare === term ? [term] : [term, bare];
}

function plain(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(LETTERS, (letter) => SAME[letter] ?? letter);
}
