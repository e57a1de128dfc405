/**
 * What can be said without a file: records that are known already and hold all words. The index's
 * files then tell which come before them, and how many there are.
 */
import type { Brief, Full, RecordId } from "../../../../src/build/search-format.ts";
import { askedIn, closeness, hasPassage } from "./asked.ts";
import type { SearchFiles } from "./files.ts";
import type { Finding } from "./find.ts";
import { hasFound } from "./marked.ts";
import { hasFilter, type Wanted } from "./wanted.ts";

/** Records that are read through at most, and how many are given. */
const READ = 150;
const GIVEN = 10;

/**
 * Finds among the records that are known, those of an earlier finding first. `null` if none is there,
 * and where filters are set: what they let through is in the index's files alone.
 */
export function findKnown(
  files: SearchFiles,
  wanted: Wanted,
  before: readonly RecordId[],
): Finding | null {
  const { words, phrases } = askedIn(wanted.q);
  if (words.length === 0 || hasFilter(wanted)) return null;
  const isHeld = (texts: readonly string[]): boolean =>
    words.every((word) =>
      texts.some((text) => hasFound(text, (term) => closeness(word, term) > 0)),
    ) && phrases.every((phrase) => texts.some((text) => hasPassage(text, phrase)));
  const ids = [...new Set([...before, ...files.known()])]
    .slice(0, READ)
    .filter((id) => isHeld(textsOf(files.record(id))))
    .slice(0, GIVEN);
  if (ids.length === 0) return null;
  return {
    ids,
    count: ids.length,
    isWhole: false,
    isFound: (term) => words.some((word) => closeness(word, term) > 0),
  };
}

/** The texts of a record that words are found in. */
function textsOf(record: Brief | Full | undefined): readonly string[] {
  if (!record) return [];
  const { id, path, days, language, quote, ...texts } = record;
  return Object.values(texts);
}
