/** Which shards hold the terms that answer a word. */
import { type AskedWord, OTHER_FORM_SHARES } from "./asked.ts";
import type { SearchFiles } from "./files.ts";

/** Shards that words which answer a word can be in, beside the root. */
export function shardsFor(files: SearchFiles, { terms, isExact }: AskedWord): readonly string[] {
  const shards = terms.flatMap((term) =>
    isExact
      ? aboveWith(files, term, term.length)
      : [
          ...aboveWith(files, term, Math.min(term.length, OTHER_FORM_SHARES)),
          ...belowOf(files, term),
        ],
  );
  return [...new Set(shards)];
}

/**
 * Shards above a term with terms that share so many characters with it. All terms that share one more
 * with it than a shard's beginning is long are in the shard below.
 */
export function aboveWith(files: SearchFiles, term: string, shared: number): readonly string[] {
  const above = aboveOf(files, term);
  return above.filter(({ length }, at) => length >= shared || at === above.length - 1);
}

/** Beginnings with shards that a term begins with, itself included. */
export function aboveOf({ beginnings }: SearchFiles, term: string): readonly string[] {
  const above: string[] = [];
  for (let length = 1; length <= term.length; length++) {
    const beginning = term.slice(0, length);
    if (beginnings.has(beginning)) above.push(beginning);
  }
  return above;
}

/** Beginnings with shards that begin with a term, itself included. */
export function belowOf({ beginnings }: SearchFiles, term: string): string[] {
  return [...beginnings.keys()].filter((beginning) => beginning.startsWith(term));
}
