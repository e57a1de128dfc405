/** The way from the home page to the sheet's other days. */
import { type DateView, dayView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import type { Scope } from "../../scope.ts";

/** Days to choose from, newest first. */
export interface DayChoice {
  readonly days: readonly { readonly date: DateView; readonly href: string }[];
  readonly note: string;
  readonly allDays: string;
}

/** Older days are on the list of all days; so many fit into a slider and a list to look through. */
const DAYS_SHOWN = 60;

/** The choice of days; `null` where there is only one. */
export function dayChoice(scope: Scope): DayChoice | null {
  const { days } = scope.context.days;
  if (days.length < 2) return null;
  const shown = days.slice(-DAYS_SHOWN).reverse();
  return {
    days: shown.map((day) => ({ date: dayView(scope, day), href: scope.href(PATHS.day(day)) })),
    note: scope.t("days.choice-note", { count: days.length, shown: shown.length }),
    allDays: scope.href(PATHS.days),
  };
}
