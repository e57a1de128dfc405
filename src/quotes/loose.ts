/**
 * Where a browser might find some words, as far as a fingerprint can tell: it looks for them without
 * case, accents or marks between. Only ever used to find out that there are other places, never to
 * accept a quote.
 */
import type { Fingerprint } from "./fingerprint.ts";
import { COMMON_MARKS } from "./normalise.ts";

/** The positions at which words follow one another, ascending. Empty for no words. */
export function looselyAt(words: readonly string[], fingerprint: Fingerprint): readonly number[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const starts = formsOf(first).flatMap((form) => [...fingerprint.positionsOf("word", form)]);
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .filter((start) => followLoosely(rest, start + 1, fingerprint));
}

/** The first such position at or after another, or undefined. */
export function firstLoosely(
  words: readonly string[],
  from: number,
  fingerprint: Fingerprint,
): number | undefined {
  return looselyAt(words, fingerprint).find((position) => position >= from);
}

function followLoosely(words: readonly string[], from: number, fingerprint: Fingerprint): boolean {
  let position = from;
  return words.every((word) => {
    while (COMMON_MARKS.some((mark) => fingerprint.positionsOf("mark", mark).has(position)))
      position += 1;
    const stands = formsOf(word).some((form) =>
      fingerprint.positionsOf("word", form).has(position),
    );
    position += 1;
    return stands;
  });
}

/** A word in other cases, with and without its accents. */
function formsOf(word: string): readonly string[] {
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
