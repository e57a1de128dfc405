/** Content to dossier: read, check, derive. */
import { checkContent } from "../check/check.ts";
import { type CheckMemory, checkMemory } from "../check/memory.ts";
import { readSnapshotBeside } from "../check/snapshots.ts";
import type { Content } from "../content/assemble.ts";
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
  return compileContent(content, options, memory.checks);
}

/** Compiles content that has been read. */
export function compileContent(
  content: Content,
  options: BuildOptions,
  memory: CheckMemory,
): CompiledSheet {
  const snapshot = readSnapshotBeside(options.contentFolder);
  const { records, problems } = checkContent(content, snapshot, { memory });
  if (!records) return { dossier: null, days: NO_DAYS, bodies: NO_BODIES, problems };
  return { ...derive(records, options), problems };
}

const NO_BODIES = { bodies: new Map<string, string>(), listen: () => undefined };

function derive(
  all: Records,
  { drafts, asOf }: BuildOptions,
): Omit<CompiledSheet, "dossier" | "problems"> & { readonly dossier: Dossier } {
  const bodies = noteBodies(drafts ? all : withoutDrafts(all));
  const published = bodies.records;
  const days = asOfDates(published);
  const day = asOf ?? days.at(-1) ?? BEFORE_ALL_DAYS;
  return {
    dossier: buildDossier(published, day),
    bodies,
    days: daysOfRecords(
      published,
      days.filter((earlier) => earlier <= day),
    ),
  };
}
