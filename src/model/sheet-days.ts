/** A sheet day by day, walked so that each day's dossier is built once and none is kept for long. */
import type { Day } from "../content/dates.ts";
import type { Records } from "../content/records.ts";
import { buildDossier } from "./build-dossier.ts";
import { changedOn, type DayOfSheet } from "./changed-on.ts";
import type { Dossier } from "./dossier.ts";

/** How much a day brought. */
export interface DaySummary {
  readonly facts: number;
  readonly changedCells: number;
}

/** The days of a sheet. */
export interface SheetDays {
  /** Days on which it changed, oldest first. */
  readonly days: readonly Day[];
  /** The sheet as it stood at the end of one of its days. @throws Error for any other day. */
  readonly dayOf: (day: Day) => DayOfSheet;
  /** How much one of its days brought. */
  readonly summaryOf: (day: Day) => DaySummary;
}

/** A sheet without days. */
export const NO_DAYS: SheetDays = sheetDays(() => {
  throw new Error("A sheet without days was asked for one");
}, []);

/** The days of published records. Nothing is derived before it is asked for. */
export function daysOfRecords(records: Records, days: readonly Day[]): SheetDays {
  return sheetDays((day) => buildDossier(records, day), days);
}

/**
 * Whoever asks for one day after the other, in either direction, has each dossier built once: the
 * last two are kept, and of all others only the summary.
 */
function sheetDays(build: (day: Day) => Dossier, days: readonly Day[]): SheetDays {
  const recent = new Map<Day, Dossier>();
  const summaries = new Map<Day, DaySummary>();
  const dossierOf = (day: Day): Dossier => {
    const dossier = recent.get(day) ?? build(day);
    recent.delete(day);
    recent.set(day, dossier);
    const [oldest] = recent.keys();
    if (recent.size > 2 && oldest !== undefined) recent.delete(oldest);
    return dossier;
  };
  const dayOf = (day: Day): DayOfSheet => {
    const place = days.indexOf(day);
    if (place < 0) throw new Error(`${day} is no day of this sheet`);
    const previous = days[place - 1];
    const before = previous === undefined ? null : dossierOf(previous);
    const found = changedOn(dossierOf(day), before);
    summaries.set(day, { facts: found.facts.length, changedCells: found.changedCells.length });
    return found;
  };
  const summaryOf = (day: Day): DaySummary => {
    const known = summaries.get(day);
    if (known) return known;
    const { facts, changedCells } = dayOf(day);
    return { facts: facts.length, changedCells: changedCells.length };
  };
  return { days, dayOf, summaryOf };
}
