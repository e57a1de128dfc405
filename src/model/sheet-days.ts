/**
 * A sheet day by day. The days are walked once over one index: each day looks only at the cells of
 * the matrix that its own facts can have changed, so that the walk costs as much as the sheet has
 * facts, not facts times days.
 */
import type { Day } from "../content/dates.ts";
import type { Fact, Records } from "../content/records.ts";
import { buildDossier } from "./build-dossier.ts";
import { type DayIndex, dayIndex } from "./day-index.ts";
import type { Dossier, Matrix, Standing } from "./dossier.ts";
import { once } from "./lazy.ts";
import { matrixOf } from "./matrix.ts";
import { standingOf } from "./standings.ts";

/** How much a day brought. */
export interface DaySummary {
  readonly facts: number;
  readonly changedCells: number;
}

/** A cell of the matrix before and after a day. */
export interface ChangedCell {
  readonly actor: string;
  readonly issue: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** The sheet as it stood at the end of a day, and what that day changed. */
export interface DayOfSheet {
  readonly day: Day;
  /** The dossier of that day, no part of which is derived before it is read. */
  readonly dossier: Dossier;
  /** Facts that the sheet did not hold on the day before it, oldest first. */
  readonly facts: readonly Fact[];
  /** Cells that differ from the day before, by issue and then by actor, in the sheet's order. */
  readonly changedCells: readonly ChangedCell[];
  /** The matrix of that day. Costs as much as it has cells. */
  readonly matrix: () => Matrix;
  /** Whether a fact known by then names an actor. */
  readonly hasActor: (actor: string) => boolean;
  /** Whether a fact known by then is on an issue. */
  readonly hasIssue: (issue: string) => boolean;
}

/** The days of a sheet. */
export interface SheetDays {
  /** Days on which it changed, oldest first. */
  readonly days: readonly Day[];
  /** The sheet as it stood at the end of one of its days. @throws Error for any other day. */
  readonly dayOf: (day: Day) => DayOfSheet;
  /** How much one of its days brought. */
  readonly summaryOf: (day: Day) => DaySummary;
  /** The facts that entered on one of its days, in no order. */
  readonly enteredOn: (day: Day) => readonly Fact[];
}

/** A sheet without days. */
export const NO_DAYS: SheetDays = {
  days: [],
  dayOf: (day) => noDay(day),
  summaryOf: (day) => noDay(day),
  enteredOn: (day) => noDay(day),
};

/** The days of published records. Nothing is derived before it is asked for. */
export function daysOfRecords(records: Records, days: readonly Day[]): SheetDays {
  const index = once(() => dayIndex(records));
  const walk = once(() => walkDays(index(), days));
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const walked = (day: Day): WalkedDay => walk()[placeOf.get(day) ?? noDay(day)] ?? noDay(day);
  return {
    days,
    dayOf: (day) => {
      const { cells } = walked(day);
      const previous = days[(placeOf.get(day) ?? 0) - 1];
      const known = once(() => (previous === undefined ? null : index().on(previous)));
      const before = (actor: string, issue: string): Standing => {
        const sheet = known();
        return sheet ? standingOf(sheet, actor, issue) : { state: "none" };
      };
      return {
        day,
        dossier: buildDossier(records, day),
        facts: index().inOrder(index().enteredOn(day), day),
        changedCells: cells.map(({ actor, issue, after }) => ({
          actor,
          issue,
          before: before(actor, issue),
          after,
        })),
        matrix: () => matrixOf(index().on(day)),
        hasActor: (actor) => index().isNamedBy(actor, day),
        hasIssue: (issue) => index().isRaisedBy(issue, day),
      };
    },
    summaryOf: (day) => ({
      facts: index().enteredOn(day).length,
      changedCells: walked(day).cells.length,
    }),
    enteredOn: (day) => index().enteredOn(day),
  };
}

/** What the walk remembers of a day: the cells it changed, in the sheet's order. */
interface WalkedDay {
  readonly cells: readonly Omit<ChangedCell, "before">[];
}

interface CellState {
  /** Ids of the positions in force; empty if there is none. */
  readonly inForce: string;
  /** Whether the actor itself, or one who speaks for it, said so. */
  readonly isSpoken: boolean;
}

const UNHEARD: CellState = { inForce: "", isSpoken: false };

function walkDays(index: DayIndex, days: readonly Day[]): readonly WalkedDay[] {
  const states = new Map<string, CellState>();
  /** In how many cells each actor speaks: those who do have a column. */
  const spoken = new Map<string, number>();
  const hasColumn = (actor: string, day: Day): boolean =>
    (spoken.get(actor) ?? 0) > 0 && index.hasOwnColumn(actor, day);

  return days.map((day, place) => {
    const previous = days[place - 1];
    const touched = index.cellsTouched(day, previous ?? null);
    const had = new Set(
      previous === undefined
        ? []
        : touched.filter(({ actor }) => hasColumn(actor, previous)).map(({ actor }) => actor),
    );
    const sheet = index.on(day);
    const changed = touched.flatMap(({ actor, issue }) => {
      const key = `${actor}/${issue}`;
      const before = states.get(key) ?? UNHEARD;
      const standing = standingOf(sheet, actor, issue);
      const after = stateOf(standing);
      states.set(key, after);
      spoken.set(
        actor,
        (spoken.get(actor) ?? 0) + Number(after.isSpoken) - Number(before.isSpoken),
      );
      return before.inForce === after.inForce ? [] : [{ actor, issue, after: standing }];
    });
    return { cells: changed.filter(({ actor }) => had.has(actor) || hasColumn(actor, day)) };
  });
}

function stateOf(standing: Standing): CellState {
  if (standing.state === "none") return UNHEARD;
  return {
    inForce: standing.inForce.map(({ id }) => id).join(" "),
    isSpoken: standing.via !== "bloc",
  };
}

function noDay(day: Day): never {
  throw new Error(`${day} is no day of this sheet`);
}
