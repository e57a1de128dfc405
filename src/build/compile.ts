/** Content to dossier: read, check, derive. */
import { checkFolder } from "../check/check.ts";
import type { Problem } from "../content/problem.ts";
import type { Records } from "../content/records.ts";
import { buildDossier } from "../model/build-dossier.ts";
import type { Dossier } from "../model/dossier.ts";
import { sheetDate, withoutDrafts } from "../model/known.ts";
import { daysOfRecords, NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import type { BuildOptions } from "./options.ts";

/** A sheet compiled: its dossier, or `null` if an error stops it, and every problem. */
export interface CompiledSheet {
  readonly dossier: Dossier | null;
  /** The sheet day by day up to the dossier's date. */
  readonly days: SheetDays;
  readonly problems: readonly Problem[];
}

/** Compiles the sheet that the options name. Never throws for what is wrong with the content. */
export function compileSheet(options: BuildOptions): CompiledSheet {
  const { records, problems } = checkFolder(options.contentFolder, options.workingFolder);
  if (!records) return { dossier: null, days: NO_DAYS, problems };
  return { ...derive(records, options), problems };
}

function derive(
  records: Records,
  { drafts, asOf }: BuildOptions,
): { readonly dossier: Dossier; readonly days: SheetDays } {
  const published = drafts ? records : withoutDrafts(records);
  const dossier = buildDossier(published, asOf ?? sheetDate(published));
  return { dossier, days: daysOfRecords(published, dossier.asOfDates) };
}
