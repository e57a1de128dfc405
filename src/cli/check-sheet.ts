/** One check of a sheet, with the memory of the checks before it. */
import { emptySheetMemory, type SheetMemory } from "../build/compile.ts";
import type { BuildOptions } from "../build/options.ts";
import { checkContent } from "../check/check.ts";
import type { Editorial } from "../check/editorial/editorial.ts";
import { readSnapshotBeside } from "../check/snapshots.ts";
import type { Problem } from "../content/problem.ts";
import { readContent } from "../content/read.ts";
import type { Records } from "../content/records.ts";
import { counted } from "../content/wording.ts";
import { buildDossier } from "../model/build-dossier.ts";
import { sheetDate, withoutDrafts } from "../model/known.ts";

/** What a check found. */
export interface CheckedSheet {
  readonly problems: readonly Problem[];
  /** A line that counts what was checked; empty if an error stops the build. */
  readonly summary: string;
}

/** Reads and checks the sheet that the options name, editorial warnings included. */
export function checkSheet(
  options: BuildOptions,
  editorial: Editorial,
  memory: SheetMemory = emptySheetMemory(),
): CheckedSheet {
  const { contentFolder, workingFolder } = options;
  const content = readContent(contentFolder, workingFolder, memory.content);
  const snapshot = readSnapshotBeside(contentFolder);
  const { records, problems } = checkContent(content, snapshot, {
    memory: memory.checks,
    editorial,
  });
  return { problems, summary: records ? summaryOf(records, options) : "" };
}

function summaryOf(records: Records, { drafts, asOf }: BuildOptions): string {
  const published = drafts ? records : withoutDrafts(records);
  const { facts, actors, issues, sources, ...dossier } = buildDossier(
    published,
    asOf ?? sheetDate(published),
  );
  const counts = [
    counted(facts.size, "fact"),
    counted(actors.size, "actor"),
    counted(issues.size, "issue"),
    counted(sources.size, "source"),
  ].join(", ");
  const day = facts.size === 0 ? "no facts yet" : `as of ${dossier.asOf}`;
  return `Checked ${counts}; ${day}.\n`;
}
