/**
 * The character classes of normalisation `sp1`, as closed tables of code points.
 *
 * Closed on purpose: `\p{…}` and `Intl` answer differently from one Unicode version (so one Node
 * version) to the next, and a fingerprint must come out the same everywhere. Whatever is in no table
 * is a word character, so a character nobody thought of counts, and is compared as it is.
 *
 * Changing any table changes what fingerprints mean: that takes a new version prefix
 * (see docs/reference/fingerprint.md).
 */

/**
 * What a character is to the tokeniser.
 *
 * - `ignored`: shapes or directs other characters and is never compared
 * - `space`, `break`: separate words; a break also ends a line
 * - `single`, `double`: quotation marks and apostrophes
 * - `hyphen`: joins words, signs numbers, or stands for a dash, by its neighbours
 * - `dash`: always a dash
 * - `mark`: punctuation that is compared but is no part of a word
 * - `digit`: a decimal digit
 * - `sign`: of a script that writes no spaces between words; each is a word of its own
 * - `combining`: belongs to the character before it
 * - `letter`: everything else
 */
export type CharacterClass =
  | "ignored"
  | "space"
  | "break"
  | "single"
  | "double"
  | "hyphen"
  | "dash"
  | "mark"
  | "digit"
  | "sign"
  | "combining"
  | "letter";

/** A first and last code point. */
type Range = readonly [first: number, last: number];

/** Reads hexadecimal code points and ranges of them, parted by spaces. */
function codePoints(list: string): readonly Range[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [first = "", last = first] = entry.split("-");
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
}

/** Soft hyphen, joiners, direction marks, byte order mark, variation selectors, Arabic tatweel. */
const IGNORED = codePoints(`
  00ad 034f 061c 0640 180b-180f 200b-200f 202a-202e 2060-2064 2066-206f fe00-fe0f feff
  e0100-e01ef
`);

/** Every space, of any width, breaking or not; control characters, which only bad files hold. */
const SPACES = codePoints("0000-0009 000e-0020 007f-0084 0086-00a0 1680 2000-200a 202f 205f 3000");

const BREAKS = codePoints("000a-000d 0085 2028-2029");

/** ' ` ´ ʻ ʼ ՚ ׳ ‘ ’ ‚ ‛ ′ ‹ › ❛ ❜ ＇ and the grave and acute that NFC turns into these. */
const SINGLES = codePoints(
  "0027 0060 00b4 02bb-02bc 055a 05f3 1fef 1ffd 2018-201b 2032 2039-203a 275b-275c ff07",
);

/** " « » ״ “ ” „ ‟ ″ ❝ ❞ ⹂ 「 」 『 』 〝 〞 〟 ＂ ｢ ｣ */
const DOUBLES = codePoints(
  "0022 00ab 00bb 05f4 201c-201f 2033 275d-275e 2e42 300c-300f 301d-301f ff02 ff62-ff63",
);

/** - ֊ ־ ‐ ‑ ‒ – − ﹣ － : the ones that may stand within a word or before a number. */
const HYPHENS = codePoints("002d 058a 05be 2010-2013 2212 fe63 ff0d");

/** — ― ⸺ ⸻ ﹘ and the upright ones. */
const DASHES = codePoints("2014-2015 2e3a-2e3b fe31-fe32 fe58");

/**
 * Punctuation of the world's living scripts. Not here, so word characters: currency, per cent,
 * ampersand, at, number and section signs, mathematical signs, degree, emoji.
 */
const MARKS: readonly Range[] = [
  ...".,;:!?…()[]{}/\\|*•·¿¡‽†‡‣※¶‖",
  ..."\u037e\u2025\u22ef\u203c\u2047\u2048\u2049", // Greek question mark, two dots, ⋯, ‼ ⁇ ⁈ ⁉
  ..."\u0589\u055b\u055c\u055d\u055e", // Armenian
  ..."\u05c0\u05c3\u05c6", // Hebrew
  ..."\u060c\u061b\u061e\u061f\u06d4\u066a\u066d", // Arabic and Urdu
  ..."\u0964\u0965", // Indic dandas
  ..."\u0e5a\u0e5b\u17d4\u17d5\u17d6\u104a\u104b\u0f0b\u0f0c\u0f0d\u0f0e", // Thai, Khmer, Burmese, Tibetan
  ..."\u1361\u1362\u1363\u1364\u1365\u1366\u1367\u1368", // Ethiopic
  ..."、。〈〉《》【】〔〕〖〗〘〙・〜", // Chinese and Japanese
  ..."！（），．／：；？［］｛｝｡､･",
]
  .map((mark) => mark.codePointAt(0) ?? 0)
  .map((mark) => [mark, mark]);

const DIGITS = codePoints("0030-0039 0660-0669 06f0-06f9 0966-096f 09e6-09ef 0e50-0e59 ff10-ff19");

/** Han, kana, Bopomofo, Thai, Lao, Burmese and Khmer. */
const SIGNS = codePoints(`
  0e01-0edf 1000-109f 1780-17ff 2e80-2fdf 3005-3007 3021-3029 3031-312f 31a0-31bf
  31f0-31ff 3400-4dbf 4e00-9fff a9e0-a9fe aa60-aa7f f900-faff ff66-ff9f 1b000-1b16f
  20000-3ffff
`);

/** Marks that sit on a sign: vowels and tones of the scripts in `SIGNS`, kana voicing, accents. */
const COMBINING = codePoints(`
  0300-036f 0e31 0e34-0e3a 0e47-0e4e 0eb1 0eb4-0ebc 0ec8-0ece 102b-103e 1056-1059
  105e-1060 1062-1064 1067-106d 1071-1074 1082-108d 108f 109a-109d 17b4-17d3 17dd
  3099-309a ff9e-ff9f
`);

/** Later lists win, so exceptions within a range come after it. */
const TABLE: readonly (readonly [CharacterClass, readonly Range[]])[] = [
  ["sign", SIGNS],
  ["combining", COMBINING],
  ["digit", DIGITS],
  ["ignored", IGNORED],
  ["space", SPACES],
  ["break", BREAKS],
  ["mark", MARKS],
  ["single", SINGLES],
  ["double", DOUBLES],
  ["hyphen", HYPHENS],
  ["dash", DASHES],
];

const classes = new Map<number, CharacterClass>();

/** The class of one character (a string of one code point). Pure; remembers its answers. */
export function classify(character: string): CharacterClass {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = classes.get(codePoint);
  if (known !== undefined) return known;
  let found: CharacterClass = "letter";
  for (const [name, ranges] of TABLE) {
    if (ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) found = name;
  }
  classes.set(codePoint, found);
  return found;
}

/** Whether a character is of the Hebrew block, where a double mark may stand within a word. */
export function isHebrew(character: string): boolean {
  return character >= "\u0590" && character <= "\u05ff";
}
