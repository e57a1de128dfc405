/**
 * What can be said without a file: records that are known already and hold all words. The index's
 * files then tell which come before them, and how many there are.
 */
import type { RecordId } from "../../../../src/build/search-format.ts";
import { heldAnswersTo } from "./answers.ts";
import { askedIn, closeness, hasPassage } from "./asked.ts";
import { type SearchFiles, textsOf } from "./files.ts";
import type { Finding } from "./find.ts";
import { hasFound } from "./marked.ts";
import { hasFilter, type Wanted } from "./wanted.ts";

/** Records that are read through at most. */
const READ = 300;

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
  const answers = words.map((word) => ({ word, held: heldAnswersTo(files, word) }));
  const isHeld = (id: RecordId): boolean => {
    const record = files.record(id);
    if (!record) return false;
    const texts = textsOf(record);
    return (
      answers.every(
        ({ word, held }) =>
          held.has(id) || texts.some((text) => hasFound(text, (term) => closeness(word, term) > 0)),
      ) && phrases.every((phrase) => texts.some((text) => hasPassage(text, phrase)))
    );
  };
  const ids = [...new Set([...before, ...files.known()])].slice(0, READ).filter(isHeld);
  if (ids.length === 0) return null;
  return {
    ids,
    count: ids.length,
    isWhole: false,
    isFound: (term) => words.some((word) => closeness(word, term) > 0),
  };
}
