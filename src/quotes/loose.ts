/**
 * Where a browser might find some words, as far as a fingerprint can tell: it looks for them without
 * case, accents or marks between. Only ever used to find out that there are other places, never to
 * accept a quote.
 */
import type { Fingerprint } from "./fingerprint.ts";
import { COMMON_MARKS } from "./normalise.ts";
import { firstAtOrAfter } from "./tag-table.ts";

/** The positions at which words follow one another, ascending. Empty for no words. */
export function looselyAt(words: readonly string[], fingerprint: Fingerprint): readonly number[] {
  const [first] = words;
  if (first === undefined) return [];
  const loose = looseOf(fingerprint);
  return loose.positionsOf(first).filter((start) => followLoosely(words, start, loose));
}

/** Whether words follow one another at one place only. */
export function standsOnceLoosely(words: readonly string[], fingerprint: Fingerprint): boolean {
  return looselyAt(words, fingerprint).length === 1;
}

/** Whether all words but the first, which is known to stand at a position, follow it. */
function followLoosely(words: readonly string[], from: number, loose: LooseText): boolean {
  let position = from;
  for (let at = 1; at < words.length; at += 1) {
    const positions = loose.positionsOf(words[at] ?? "");
    position += 1;
    // Most words follow at once. Only where one does not is it worth asking for marks.
    if (includes(positions, position)) continue;
    const marks = loose.marks();
    if (!marks.has(position)) return false;
    while (marks.has(position)) position += 1;
    if (!includes(positions, position)) return false;
  }
  return true;
}

function includes(ascending: readonly number[], position: number): boolean {
  return ascending[firstAtOrAfter(ascending, position)] === position;
}

/** A fingerprinted text as a browser searches it. */
interface LooseText {
  /** Where a word stands in any case, with its accents or without, ascending. */
  readonly positionsOf: (word: string) => readonly number[];
  /** Where common marks stand. */
  readonly marks: () => ReadonlySet<number>;
}

const looseTexts = new WeakMap<Fingerprint, LooseText>();

/** Remembered for each fingerprint, since every link asks again. */
function looseOf(fingerprint: Fingerprint): LooseText {
  const known = looseTexts.get(fingerprint);
  if (known !== undefined) return known;
  const words = new Map<string, readonly number[]>();
  let marks: ReadonlySet<number> | undefined;
  const made: LooseText = {
    positionsOf: (word) => {
      const before = words.get(word);
      if (before !== undefined) return before;
      const positions = anyOf(formsOf(word), fingerprint);
      words.set(word, positions);
      return positions;
    },
    marks: () => {
      marks ??= new Set(COMMON_MARKS.flatMap((mark) => fingerprint.positionsOf("mark", mark)));
      return marks;
    },
  };
  looseTexts.set(fingerprint, made);
  return made;
}

/** The positions of all of some words, ascending. Most forms of a word stand nowhere. */
function anyOf(words: readonly string[], fingerprint: Fingerprint): readonly number[] {
  let found: readonly number[] = [];
  for (const word of words) {
    const positions = fingerprint.positionsOf("word", word);
    if (positions.length === 0) continue;
    found =
      found.length === 0 ? positions : [...new Set([...found, ...positions])].sort((a, b) => a - b);
  }
  return found;
}

const knownForms = new Map<string, readonly string[]>();

/** A word in other cases, with and without its accents. Pure; remembers its answers. */
function formsOf(word: string): readonly string[] {
  const known = knownForms.get(word);
  if (known !== undefined) return known;
  const forms = makeForms(word);
  knownForms.set(word, forms);
  return forms;
}

function makeForms(word: string): readonly string[] {
  const bare = word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  const forms = [word, bare].flatMap((form) => {
    const small = form.toLowerCase();
    const [initial = "", ...rest] = small;
    return [form, small, form.toUpperCase(), initial.toUpperCase() + rest.join("")];
  });
  return [...new Set(forms)];
}
