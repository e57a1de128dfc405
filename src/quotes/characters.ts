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

/** A code point, or a first and last one. */
type CodePoints = number | readonly [first: number, last: number];

/** Soft hyphen, joiners, direction marks, byte order mark, variation selectors, Arabic tatweel. */
const IGNORED: readonly CodePoints[] = [
  0x00ad,
  0x034f,
  0x061c,
  0x0640,
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  0xfeff,
  [0xe0100, 0xe01ef],
];

/** Every space, of any width, breaking or not; control characters, which only bad files hold. */
const SPACES: readonly CodePoints[] = [
  [0x0000, 0x0009],
  [0x000e, 0x0020],
  [0x007f, 0x0084],
  [0x0086, 0x00a0],
  0x1680,
  [0x2000, 0x200a],
  0x202f,
  0x205f,
  0x3000,
];

const BREAKS: readonly CodePoints[] = [[0x000a, 0x000d], 0x0085, [0x2028, 0x2029]];

/** ' ` ´ ʻ ʼ ՚ ׳ ‘ ’ ‚ ‛ ′ ‹ › ❛ ❜ ＇ and the grave and acute that NFC turns into these. */
const SINGLES: readonly CodePoints[] = [
  0x0027,
  0x0060,
  0x00b4,
  [0x02bb, 0x02bc],
  0x055a,
  0x05f3,
  0x1fef,
  0x1ffd,
  [0x2018, 0x201b],
  0x2032,
  [0x2039, 0x203a],
  [0x275b, 0x275c],
  0xff07,
];

/** " « » ״ “ ” „ ‟ ″ ❝ ❞ ⹂ 「 」 『 』 〝 〞 〟 ＂ ｢ ｣ */
const DOUBLES: readonly CodePoints[] = [
  0x0022,
  0x00ab,
  0x00bb,
  0x05f4,
  [0x201c, 0x201f],
  0x2033,
  [0x275d, 0x275e],
  0x2e42,
  [0x300c, 0x300f],
  [0x301d, 0x301f],
  0xff02,
  [0xff62, 0xff63],
];

/** - ֊ ־ ‐ ‑ ‒ – − ﹣ － : the ones that may stand within a word or before a number. */
const HYPHENS: readonly CodePoints[] = [
  0x002d,
  0x058a,
  0x05be,
  [0x2010, 0x2013],
  0x2212,
  0xfe63,
  0xff0d,
];

/** — ― ⸺ ⸻ ﹘ and the upright ones. */
const DASHES: readonly CodePoints[] = [
  [0x2014, 0x2015],
  [0x2e3a, 0x2e3b],
  [0xfe31, 0xfe32],
  0xfe58,
];

/**
 * Punctuation of the world's living scripts. Not here, so word characters: currency, per cent,
 * ampersand, at, number and section signs, mathematical signs, degree, emoji.
 */
const MARKS: ReadonlySet<string> = new Set([
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
]);

const DIGITS: readonly CodePoints[] = [
  [0x0030, 0x0039],
  [0x0660, 0x0669],
  [0x06f0, 0x06f9],
  [0x0966, 0x096f],
  [0x09e6, 0x09ef],
  [0x0e50, 0x0e59],
  [0xff10, 0xff19],
];

/** Han, kana, Bopomofo, Thai, Lao, Burmese and Khmer. */
const SIGNS: readonly CodePoints[] = [
  [0x0e01, 0x0edf],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x312f],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa9e0, 0xa9fe],
  [0xaa60, 0xaa7f],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
  [0x1b000, 0x1b16f],
  [0x20000, 0x3ffff],
];

/** Marks that sit on a sign: vowels and tones of the scripts in `SIGNS`, kana voicing, accents. */
const COMBINING: readonly CodePoints[] = [
  [0x0300, 0x036f],
  0x0e31,
  [0x0e34, 0x0e3a],
  [0x0e47, 0x0e4e],
  0x0eb1,
  [0x0eb4, 0x0ebc],
  [0x0ec8, 0x0ece],
  [0x102b, 0x103e],
  [0x1056, 0x1059],
  [0x105e, 0x1060],
  [0x1062, 0x1064],
  [0x1067, 0x106d],
  [0x1071, 0x1074],
  [0x1082, 0x108d],
  0x108f,
  [0x109a, 0x109d],
  [0x17b4, 0x17d3],
  0x17dd,
  [0x3099, 0x309a],
  [0xff9e, 0xff9f],
];

/** Later lists win, so exceptions within a range come after it. */
const TABLE: readonly (readonly [CharacterClass, readonly CodePoints[]])[] = [
  ["sign", SIGNS],
  ["combining", COMBINING],
  ["digit", DIGITS],
  ["ignored", IGNORED],
  ["space", SPACES],
  ["break", BREAKS],
  ["mark", [...MARKS].map((mark) => mark.codePointAt(0) ?? 0)],
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
  for (const [name, codePoints] of TABLE) {
    if (codePoints.some((range) => within(range, codePoint))) found = name;
  }
  classes.set(codePoint, found);
  return found;
}

function within(range: CodePoints, codePoint: number): boolean {
  if (typeof range === "number") return range === codePoint;
  return codePoint >= range[0] && codePoint <= range[1];
}

/** Whether a character is of the Hebrew block, where a double mark may stand within a word. */
export function isHebrew(character: string): boolean {
  return character >= "\u0590" && character <= "\u05ff";
}
