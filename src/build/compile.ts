/** Content to dossier: read, check, derive. */
import { type CheckedContent, checkFolder } from "../check/check.ts";
import type { Problem } from "../content/problem.ts";
import type { Records } from "../content/records.ts";
import { buildDossier } from "../model/build-dossier.ts";
import type { Dossier } from "../model/dossier.ts";
import { sheetDate, withoutDrafts } from "../model/known.ts";
import type { BuildOptions } from "./options.ts";

/** A sheet compiled: its dossier, or `null` if an error stops it, and every problem. */
export interface CompiledSheet {
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
}

/** Compiles the sheet that the options name. Never throws for what is wrong with the content. */
export function compileSheet(options: BuildOptions): CompiledSheet {
  return compileChecked(checkFolder(options.contentFolder, options.workingFolder), options);
}

function compileChecked(
  { records, problems }: CheckedContent,
  options: BuildOptions,
): CompiledSheet {
  return { dossier: records && dossierOf(records, options), problems };
}

function dossierOf(records: Records, { drafts, asOf }: BuildOptions): Dossier {
  const published = drafts ? records : withoutDrafts(records);
  return buildDossier(published, asOf ?? sheetDate(published));
}
