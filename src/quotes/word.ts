/**
 * What a word is: letters and digits, and what joins them. Told to editors in
 * docs/reference/fingerprint.md.
 */
import type { Atom } from "./atoms.ts";
import { isHebrew } from "./characters.ts";

const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb4f\ufb50-\ufdcf\ufe80-\ufefc]/g;

/** Most words: nothing to fold. */
const PLAIN = /^[ -~]*$/;

/** Brings one word to the form it is compared in: ligatures resolved, canonically composed. */
export function foldWord(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LIGATURES, (ligature) => ligature.normalize("NFKC")).normalize("NFC");
}

/** An atom of which words are made. */
type WordAtom = Atom & { readonly is: "letter" | "digit" | "combining" };

function isWordAtom(atom: Atom | undefined): atom is WordAtom {
  return atom?.is === "letter" || atom?.is === "digit" || atom?.is === "combining";
}

/** Whether a word begins here: with a letter or digit, or with the sign or point of a number. */
export function startsWord(atoms: readonly Atom[], at: number): boolean {
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

/** A word, read. */
export interface WordRead {
  /** The normalised form. */
  readonly text: string;
  /** The other form of a word broken at a line end, with its hyphen. */
  readonly hyphenated: string | undefined;
  /** Index of the first atom after the word. */
  readonly next: number;
}

/** Reads the word that begins at an atom. */
export function readWord(atoms: readonly Atom[], first: number): WordRead {
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
  return { text: folded, hyphenated: other === folded ? undefined : other, next: at };
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
