/** Warnings about how a sheet is kept, not about whether it is sound. Never an error, never part of a build. */
import type { Day } from "../../content/dates.ts";
import type { Problem } from "../../content/problem.ts";
import { sheetDate } from "../../model/known.ts";
import type { CheckContext } from "../context.ts";
import { checkCoverage, checkSingleSource, checkUnnamedSources } from "./evidence.ts";
import { checkAge, checkChanges, checkDeadlines, checkSearches } from "./time.ts";
import { checkWording } from "./wording.ts";

/** What the editorial warnings go by. */
export interface Editorial {
  /** The day from which one looks back; `null` for the sheet's own: that of its newest fact. */
  readonly today: Day | null;
}

/** All editorial warnings of a sheet. */
export function checkEditorial(context: CheckContext, { today }: Editorial): readonly Problem[] {
  const { records } = context.content;
  if (records.facts.length === 0) return [];
  const day = today ?? sheetDate(records);
  return [
    ...checkSingleSource(context),
    ...checkUnnamedSources(context),
    ...checkCoverage(context),
    ...checkWording(context),
    ...checkChanges(context),
    ...checkSearches(context, day),
    ...checkDeadlines(context, day),
    ...(today === null ? [] : checkAge(context, today)),
  ];
}
