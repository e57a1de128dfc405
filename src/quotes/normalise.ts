/**
 * Normalisation `sp1`: a text as the sequence of words and punctuation marks that a quote is compared
 * by. What is folded and what is not, and why, is told in docs/reference/fingerprint.md. Pure and
 * locale-independent; the same on every version of Node.
 */
import { type Atom, readAtoms } from "./atoms.ts";
import { foldWord, readWord, startsWord } from "./word.ts";

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

/** A word of plain letters that nothing can join to its neighbours. */
const PLAIN_WORD = /[A-Za-z]+(?= [A-Za-z]|$)/y;

/** Where a text may be cut without changing how its halves are read: one space, plain letters around it. */
const CUT = /[A-Za-z] (?=[A-Za-z])/g;

/** Reads a text into words and marks, in order. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < text.length) {
    PLAIN_WORD.lastIndex = start;
    let end: number;
    if (PLAIN_WORD.test(text)) {
      end = PLAIN_WORD.lastIndex;
      tokens.push({
        kind: "word",
        text: text.slice(start, end),
        start,
        end,
        hyphenated: undefined,
      });
    } else {
      CUT.lastIndex = start;
      end = CUT.test(text) ? CUT.lastIndex - 1 : text.length;
      pushTokens(tokens, readAtoms(text, start, end));
    }
    start = end + 1;
  }
  return tokens;
}

function pushTokens(tokens: Token[], atoms: readonly Atom[]): void {
  let at = 0;
  while (at < atoms.length) {
    const atom = atoms[at];
    if (atom === undefined) break;
    if (atom.is === "space") {
      at += 1;
    } else if (atom.is === "sign" || atom.is === "combining") {
      const end = endOfSign(atoms, at);
      tokens.push(sign(atoms.slice(at, end)));
      at = end;
    } else if (startsWord(atoms, at)) {
      const { text, hyphenated, next } = readWord(atoms, at);
      const end = atoms[next - 1]?.end ?? atom.end;
      tokens.push({ kind: "word", text, start: atom.start, end, hyphenated });
      at = next;
    } else {
      tokens.push(mark(atom, atoms[at - 1]));
      at += 1;
    }
  }
}

function sign(atoms: readonly Atom[]): Token {
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
