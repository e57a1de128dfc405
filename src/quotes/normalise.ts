/**
 * Normalisation `sp1`: a text as the sequence of words and punctuation marks that a quote is compared
 * by. What is folded and what is not, and why, is told in docs/reference/fingerprint.md. Pure and
 * locale-independent; the same on every version of Node.
 */
import { type Atom, readAtoms } from "./atoms.ts";
import { isHebrew } from "./characters.ts";

/** A word or one punctuation mark of a text. */
export interface Token {
  readonly kind: "word" | "mark";
  /** The normalised form that is compared. */
  readonly text: string;
  /** UTF-16 offset of the first character in the text that was read. */
  readonly start: number;
  /** UTF-16 offset just after the last character. */
  readonly end: number;
  /**
   * For a word hyphenated at a line end, where the page does not tell whether the hyphen belongs to
   * the word: the form with the hyphen (`text` has the one without).
   */
  readonly hyphenated: string | undefined;
}

/** The folded quotation mark. Single and double ones are one, since styles nest them differently. */
export const QUOTATION_MARK = '"';

/** The folded dash. */
export const DASH = "—";

/** The marks of ordinary prose, for asking a fingerprint which mark stands at a place. */
export const COMMON_MARKS: readonly string[] = [
  ...",.;:!?…()[]/،؛؟。，、；：！？《》'",
  QUOTATION_MARK,
  DASH,
];

const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb4f\ufb50-\ufdcf\ufe80-\ufefc]/g;

/** Reads a text into words and marks, in order. */
export function tokenise(text: string): readonly Token[] {
  const atoms = readAtoms(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < atoms.length) {
    const atom = atoms[at];
    if (atom === undefined) break;
    if (atom.is === "space") {
      at += 1;
    } else if (atom.is === "sign" || atom.is === "combining") {
      const end = endOfSign(atoms, at);
      tokens.push(word(atoms.slice(at, end)));
      at = end;
    } else if (startsWord(atoms, at)) {
      const read = readWord(atoms, at);
      tokens.push(read.token);
      at = read.next;
    } else {
      tokens.push(mark(atom, atoms[at - 1]));
      at += 1;
    }
  }
  return tokens;
}

/** Most words: nothing to fold. */
const PLAIN = /^[ -~]*$/;

/** Brings one word to the form it is compared in: ligatures resolved, canonically composed. */
function foldWord(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LIGATURES, (ligature) => ligature.normalize("NFKC")).normalize("NFC");
}

function word(atoms: readonly Atom[]): Token {
  const text = foldWord(atoms.map((atom) => atom.text).join(""));
  const start = atoms[0]?.start ?? 0;
  return { kind: "word", text, start, end: atoms.at(-1)?.end ?? start, hyphenated: undefined };
}

function mark(atom: Atom, before: Atom | undefined): Token {
  const { start, end } = atom;
  return { kind: "mark", text: foldMark(atom, before), start, end, hyphenated: undefined };
}

function foldMark(atom: Atom, before: Atom | undefined): string {
  if (atom.is === "hyphen" || atom.is === "dash") return DASH;
  // After a digit the two kinds are feet and inches, or minutes and seconds.
  if (atom.is === "single") return before?.is === "digit" ? "'" : QUOTATION_MARK;
  if (atom.is === "double") return QUOTATION_MARK;
  return atom.text;
}

/** A sign of a script without spaces, with the vowels, tones and accents that sit on it. */
function endOfSign(atoms: readonly Atom[], at: number): number {
  let end = at + 1;
  while (atoms[end]?.is === "combining") end += 1;
  return end;
}

type WordAtom = Atom & { readonly is: "letter" | "digit" | "combining" };

function isWordAtom(atom: Atom | undefined): atom is WordAtom {
  return atom?.is === "letter" || atom?.is === "digit" || atom?.is === "combining";
}

/** Whether a word begins here: with a letter or digit, or with the sign or point of a number. */
function startsWord(atoms: readonly Atom[], at: number): boolean {
  const atom = atoms[at];
  if (isWordAtom(atom)) return true;
  const next = atoms[at + 1];
  const afterWord = isWordAtom(atoms[at - 1]);
  if (atom?.is === "hyphen") return !afterWord && startsAmount(next);
  return (atom?.text === "." || atom?.text === ",") && !afterWord && next?.is === "digit";
}

/** A digit, or a currency sign: what a minus sign may stand before. */
function startsAmount(atom: Atom | undefined): boolean {
  return atom?.is === "digit" || (atom !== undefined && "$€£¥₴₽₺".includes(atom.text));
}

interface WordRead {
  readonly token: Token;
  readonly next: number;
}

function readWord(atoms: readonly Atom[], first: number): WordRead {
  let text = "";
  let hyphenated = "";
  let at = first;
  for (;;) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const step = at === first || isWordAtom(atom) ? plainStep(atom) : join(atoms, at, text);
    if (step === undefined) break;
    text += step.joined;
    hyphenated += step.hyphenated ?? step.joined;
    at += step.length;
  }
  const folded = foldWord(text);
  const other = foldWord(hyphenated);
  const token: Token = {
    kind: "word",
    text: folded,
    start: atoms[first]?.start ?? 0,
    end: atoms[at - 1]?.end ?? 0,
    hyphenated: other === folded ? undefined : other,
  };
  return { token, next: at };
}

/** What the reader of a word takes next: how many atoms, and what they add to it. */
interface Step {
  readonly joined: string;
  readonly hyphenated?: string;
  readonly length: number;
}

function plainStep(atom: Atom): Step {
  return { joined: atom.is === "hyphen" ? "-" : atom.text, length: 1 };
}

/**
 * Whether the atoms here, which are no letters or digits, still belong to the word so far:
 * `don't`, `30-day`, `1,000`, `3.5`, `U.S`, `10:30`, `1/2`, `1 000`, `cease-⏎fire`, צה"ל.
 */
function join(atoms: readonly Atom[], at: number, soFar: string): Step | undefined {
  const before = atoms[at - 1];
  const atom = atoms[at];
  const next = atoms[at + 1];
  if (atom === undefined || !isWordAtom(before)) return undefined;
  if (atom.is === "space") return digitGroup(atoms, at, soFar);
  if (atom.is === "hyphen" && next?.is === "space") return lineEnd(before, next, atoms[at + 2]);
  if (!isWordAtom(next)) return undefined;
  switch (atom.is) {
    case "single":
      return { joined: "'", length: 1 };
    case "double":
      return isHebrew(before.text) && isHebrew(next.text) ? { joined: '"', length: 1 } : undefined;
    case "hyphen":
      return { joined: "-", length: 1 };
    case "mark":
      return withinWord(atom.text, before, next) ? { joined: atom.text, length: 1 } : undefined;
    default:
      return undefined;
  }
}

/** Points and colons join letters and digits (`U.S`, `10:30`); commas and slashes only digits. */
function withinWord(text: string, before: Atom, next: Atom): boolean {
  if (text === "." || text === ":") return true;
  return (text === "," || text === "/") && before.is === "digit" && next.is === "digit";
}

/**
 * A space between groups of a number (`1 000`, in French, Russian and others), so that "200" cannot
 * be quoted out of "1 200". Groups are three digits, the first one to three.
 */
function digitGroup(atoms: readonly Atom[], at: number, soFar: string): Step | undefined {
  const group = atoms.slice(at + 1, at + 4);
  const isGroup = group.length === 3 && group.every((atom) => atom.is === "digit");
  if (!isGroup || atoms[at + 4]?.is === "digit") return undefined;
  if ((atoms[at]?.breaks ?? 0) > 1) return undefined;
  if (!/(?:^|[^\d.,:/'])\d{1,3}(?: \d{3})*$/.test(soFar)) return undefined;
  return { joined: ` ${group.map((atom) => atom.text).join("")}`, length: 4 };
}

/**
 * A hyphen at a line end. Between letters, the second a small one, it is most often the printer's
 * (`cease-⏎fire`), so both readings are kept; otherwise it is the word's own (`30-⏎day`, `U-⏎Boot`).
 */
function lineEnd(before: Atom, space: Atom, next: Atom | undefined): Step | undefined {
  if (space.breaks !== 1 || !isWordAtom(next)) return undefined;
  const isSmall = next.text !== next.text.toUpperCase();
  return isSmall && before.is !== "digit"
    ? { joined: "", hyphenated: "-", length: 2 }
    : { joined: "-", length: 2 };
}
