/** Checks a content folder as a whole: each file by itself, then all files together. */

import type { Content } from "../content/assemble.ts";
import { hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import { readContent } from "../content/read.ts";
import type { Records } from "../content/records.ts";
import { allowingRecords, withoutAllowed } from "./allowances.ts";
import { checkCircles } from "./circles.ts";
import {
  checkContext,
  checkRecords,
  type ReadSnapshot,
  type RecordChecks,
  type SheetCheck,
} from "./context.ts";
import { checkDates } from "./dates.ts";
import { checkEditorial, type Editorial } from "./editorial/editorial.ts";
import { checkFormerIds } from "./former-ids.ts";
import { checkImages } from "./images.ts";
import { checkLanguage } from "./language.ts";
import { beginCheck, type CheckMemory, checkMemory } from "./memory.ts";
import { withQuoteSources } from "./passages.ts";
import { checkQuotes } from "./quotes.ts";
import { checkReferences, checkUnparsedReferences } from "./references.ts";
import { checkConflicts, checkSense } from "./sense.ts";
import { readSnapshotBeside } from "./snapshots.ts";
import { checkSources } from "./sources.ts";
import { checkTranslations } from "./translations.ts";
import { checkUsage } from "./usage.ts";

/** What checking yields: the records if nothing stops the build, and every problem in reading order. */
export interface CheckedContent {
  readonly records: Records | null;
  readonly problems: readonly Problem[];
}

/** Checks of records one by one. */
export const RECORD_CHECKS: readonly RecordChecks[] = [
  checkReferences,
  checkDates,
  checkSense,
  checkSources,
  checkQuotes,
  checkTranslations,
  checkLanguage,
  checkImages,
];

/** Checks of all records together. */
export const SHEET_CHECKS: readonly SheetCheck[] = [
  checkUnparsedReferences,
  checkCircles,
  checkFormerIds,
  checkConflicts,
  checkUsage,
];

/**
 * Reads and checks all content.
 * @param contentFolder absolute path of `content/`.
 * @param workingFolder absolute path that messages' paths are relative to.
 */
export function checkFolder(
  contentFolder: string,
  workingFolder: string,
  aids: CheckAids = {},
): CheckedContent {
  const content = readContent(contentFolder, workingFolder);
  return checkContent(content, readSnapshotBeside(contentFolder), aids);
}

/** What a check may be given beside the content. */
export interface CheckAids {
  /** Of earlier checks of this sheet, in this process or stored; the result is the same without. */
  readonly memory?: CheckMemory;
  /** Given to be told the editorial warnings too. */
  readonly editorial?: Editorial;
}

/** Checks content that has been read. */
export function checkContent(
  content: Content,
  snapshot: ReadSnapshot,
  { memory = checkMemory(), editorial }: CheckAids = {},
): CheckedContent {
  beginCheck(memory);
  const context = checkContext(content, snapshot, memory);
  const found = [
    ...content.problems,
    ...checkRecords(RECORD_CHECKS, context),
    ...SHEET_CHECKS.flatMap(({ find }) => find(context)),
  ];
  const { site } = content.records;
  const isSound = site !== null && !hasErrors(found);
  if (isSound && editorial) found.push(...checkEditorial(context, editorial));
  const isJudged = (code: string): boolean =>
    isSound && editorial !== undefined && (code !== "stale-sheet" || editorial.today !== null);
  const allowing = allowingRecords(content.records);
  const problems = sortProblems(withoutAllowed(context, found, allowing, isJudged));
  if (!isSound) return { records: null, problems };
  const facts = withQuoteSources(content.records.facts, context.fingerprints);
  return { records: { ...content.records, facts, site }, problems };
}
