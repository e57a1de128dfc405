/** Content to dossier: read, check, derive. */
import { checkContent } from "../check/check.ts";
import { type CheckMemory, checkMemory } from "../check/memory.ts";
import { readSnapshotBeside } from "../check/snapshots.ts";
import { type ContentMemory, emptyMemory } from "../content/memory.ts";
import type { Problem } from "../content/problem.ts";
import { readContent } from "../content/read.ts";
import type { Records } from "../content/records.ts";
import { buildDossier } from "../model/build-dossier.ts";
import type { Dossier } from "../model/dossier.ts";
import { asOfDates, BEFORE_ALL_DAYS, withoutDrafts } from "../model/known.ts";
import { daysOfRecords, NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import { type NotedRecords, noteBodies } from "../render/bodies.ts";
import type { BuildOptions } from "./options.ts";

/** A sheet compiled: its dossier, or `null` if an error stops it, and every problem. */
export interface CompiledSheet {
  readonly dossier: Dossier | null;
  /** The sheet day by day up to the dossier's date. */
  readonly days: SheetDays;
  /** The bodies of the records that the dossier is made of. */
  readonly bodies: Pick<NotedRecords, "bodies" | "listen">;
  readonly problems: readonly Problem[];
  /** How many records the content has, drafts and those withdrawn among them. */
  readonly records: number;
}

/** What compiling remembers from one time to the next. */
export interface SheetMemory {
  readonly content: ContentMemory;
  readonly checks: CheckMemory;
}

/** A memory of nothing. */
export function emptySheetMemory(): SheetMemory {
  return { content: emptyMemory(), checks: checkMemory() };
}

/**
 * Compiles the sheet that the options name. Never throws for what is wrong with the content.
 * @param memory of an earlier time, which is brought up to date; the result is the same without.
 */
export function compileSheet(
  options: BuildOptions,
  memory: SheetMemory = emptySheetMemory(),
): CompiledSheet {
  const { contentFolder, workingFolder } = options;
  const content = readContent(contentFolder, workingFolder, memory.content);
  const { records, problems } = checkContent(content, readSnapshotBeside(contentFolder), {
    memory: memory.checks,
  });
  if (!records) return { dossier: null, days: NO_DAYS, bodies: NO_BODIES, problems, records: 0 };
  return { ...derive(records, options), problems, records: countOf(records) };
}

const NO_BODIES = { bodies: new Map<string, string>(), listen: () => undefined };

function derive(all: Records, options: BuildOptions): Omit<CompiledSheet, "problems" | "records"> {
  const bodies = noteBodies(options.drafts ? all : withoutDrafts(all));
  return { ...deriveSheet(bodies.records, { ...options, drafts: true }), bodies };
}

/** Derives the sheet from sound records. */
export function deriveSheet(
  records: Records,
  { drafts, asOf }: Pick<BuildOptions, "drafts" | "asOf">,
): { readonly dossier: Dossier; readonly days: SheetDays } {
  const published = drafts ? records : withoutDrafts(records);
  const days = asOfDates(published);
  const day = asOf ?? days.at(-1) ?? BEFORE_ALL_DAYS;
  return {
    dossier: buildDossier(published, day),
    days: daysOfRecords(
      published,
      days.filter((earlier) => earlier <= day),
    ),
  };
}

function countOf({ actors, issues, sources, facts, withdrawn, pages }: Records): number {
  const lists = [actors, issues, sources, facts, withdrawn, pages];
  // The sheet's own record is one more.
  return lists.reduce((sum, { length }) => sum + length, 1);
}
