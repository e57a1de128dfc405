/**
 * Where a browser might find some words, as far as a fingerprint can tell: it looks for them without
 * case, accents or marks between. Only ever used to find out that there are other places, never to
 * accept a quote.
 */
import type { Fingerprint } from "./fingerprint.ts";
import { COMMON_MARKS } from "./normalise.ts";

/** The positions at which words follow one another, ascending. Empty for no words. */
export function looselyAt(words: readonly string[], fingerprint: Fingerprint): readonly number[] {
  const [first] = words;
  if (first === undefined) return [];
  const starts = new Set<number>();
  for (const form of formsOf(first)) {
    for (const start of fingerprint.positionsOf("word", form)) {
      if (followLoosely(words, start, fingerprint)) starts.add(start);
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** Whether words follow one another at one place only. */
export function standsOnceLoosely(words: readonly string[], fingerprint: Fingerprint): boolean {
  return looselyAt(words, fingerprint).length === 1;
}

/** The first such position at or after another, or undefined. */
export function firstLoosely(
  words: readonly string[],
  from: number,
  fingerprint: Fingerprint,
): number | undefined {
  return looselyAt(words, fingerprint).find((position) => position >= from);
}

/** Whether all words but the first, which is known to stand at a position, follow it. */
function followLoosely(words: readonly string[], from: number, fingerprint: Fingerprint): boolean {
  let position = from;
  for (let at = 1; at < words.length; at += 1) {
    const forms = formsOf(words[at] ?? "");
    position += 1;
    // Most words follow at once. Only where one does not is it worth asking for marks.
    if (standsAt(forms, position, fingerprint)) continue;
    const marks = marksIn(fingerprint);
    if (!marks.has(position)) return false;
    while (marks.has(position)) position += 1;
    if (!standsAt(forms, position, fingerprint)) return false;
  }
  return true;
}

function standsAt(forms: readonly string[], position: number, fingerprint: Fingerprint): boolean {
  return forms.some((form) => fingerprint.standsAt("word", form, position));
}

const knownMarks = new WeakMap<Fingerprint, ReadonlySet<number>>();

/** The positions of all common marks of a text; remembered, since every step asks for them. */
function marksIn(fingerprint: Fingerprint): ReadonlySet<number> {
  const known = knownMarks.get(fingerprint);
  if (known !== undefined) return known;
  const positions = COMMON_MARKS.flatMap((mark) => [...fingerprint.positionsOf("mark", mark)]);
  const marks = new Set(positions);
  knownMarks.set(fingerprint, marks);
  return marks;
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
