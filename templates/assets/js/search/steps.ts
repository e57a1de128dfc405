/**
 * A search from its first line to its last: what is known at once, then what the index's files say
 * comes first, then the longer texts.
 */
import type { Brief, Full, RecordId } from "../../../../src/build/search-format.ts";
import type { SearchFiles } from "./files.ts";
import { type Finding, find } from "./find.ts";
import { findKnown } from "./known.ts";
import type { Wanted } from "./wanted.ts";

/** Results that are shown without being asked for. */
export const SHOWN_AT_ONCE = 10;
/**
 * Milliseconds that longer texts wait once there is something to see: who types on needs other files
 * first. Longer than most take for the next key.
 */
const PAUSE = 400;

/** Who is told what is found. */
export interface Listener {
  /** Whether the reader still wants it. */
  readonly isWanted: () => boolean;
  /** Whether the reader may type on. */
  readonly isTyping: boolean;
  /** The records that are shown so far. */
  readonly before: readonly RecordId[];
  /** Shows these in place of what is shown. */
  readonly show: (records: readonly (Brief | Full)[], finding: Finding) => void;
  /** How many there are, or `null` as long as that is not known. */
  readonly count: (count: number | null) => void;
}

/** Searches, and tells each step. Gives what was found and how many of it are shown; `null` if it was given up. */
export async function findInSteps(
  files: SearchFiles,
  wanted: Wanted,
  { isWanted, isTyping, before, show, count }: Listener,
): Promise<{ readonly finding: Finding; readonly lines: number } | null> {
  /** Whether lines are shown, and whether further ones may come between them. */
  let [isShown, isLoose] = [false, false];
  const showSome = (records: readonly (Brief | Full)[], finding: Finding): void => {
    if (!isWanted() || records.length === 0) return;
    show(records, finding);
    isShown = true;
  };
  const onFirst = (finding: Finding): void => {
    showSome(firstKnown(files, finding), finding);
    // What was said of an earlier search is no longer so.
    if (isShown && isWanted()) count(null);
  };
  const meanwhile = setTimeout(() => {
    const known = isShown ? null : findKnown(files, wanted, before);
    if (!known) return;
    onFirst(known);
    isLoose = true;
  });
  const finding = await find(files, wanted, { onFirst, isWanted }).finally(() =>
    clearTimeout(meanwhile),
  );
  if (!finding || !isWanted()) return null;

  const first = isLoose ? [] : firstKnown(files, finding);
  showSome(first.length > 0 ? first : known(files, finding.ids), finding);
  if (isShown) {
    count(finding.count);
    if (isTyping) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  } else showSome(await files.full(finding.ids.slice(0, 1)), finding);
  if (!isWanted()) return null;

  const records = await files.full(finding.ids.slice(0, SHOWN_AT_ONCE));
  if (!isWanted()) return null;
  show(records, finding);
  return { finding, lines: records.length };
}

/** The first results, as long as no unknown record comes before them. */
function firstKnown(files: SearchFiles, { ids }: Finding): readonly (Brief | Full)[] {
  const first = ids.slice(0, SHOWN_AT_ONCE);
  const unknown = first.findIndex((id) => !files.record(id));
  return known(files, unknown < 0 ? first : first.slice(0, unknown));
}

/** The first of the records that are known. */
function known(files: SearchFiles, ids: readonly RecordId[]): readonly (Brief | Full)[] {
  const records: (Brief | Full)[] = [];
  for (const id of ids) {
    const record = files.record(id);
    if (record) records.push(record);
    if (records.length === SHOWN_AT_ONCE) break;
  }
  return records;
}
