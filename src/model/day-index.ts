/** One index of a whole sheet that answers for any of its days as if nothing later were known. */
import { compareText, type Day } from "../content/dates.ts";
import type { Fact, Position, Records } from "../content/records.ts";
import { grouped } from "./grouped.ts";
import { entryDays, withoutReferences } from "./known.ts";
import { byId, chronological, predecessors } from "./order.ts";
import { indexSheet, type SheetIndex } from "./sheet-index.ts";
import { speakingDay } from "./voices.ts";

/** A cell of the matrix. */
export interface CellPlace {
  readonly actor: string;
  readonly issue: string;
}

/** What the walk over the days asks. */
export interface DayIndex {
  /** What standings are derived from, as of a day. Only positions, actors and issues are asked of it. */
  readonly on: (day: Day) => SheetIndex;
  /** The facts that entered the sheet on a day, as they stood then. */
  readonly enteredOn: (day: Day) => readonly Fact[];
  /** Facts in the order they have on a day. */
  readonly inOrder: <Some extends Fact>(facts: readonly Some[], day: Day) => readonly Some[];
  /** Cells that a day can have changed: by positions that entered, and by such as ended since a day before it. In the sheet's order. */
  readonly cellsTouched: (day: Day, previous: Day | null) => readonly CellPlace[];
  /** Whether an actor, if it speaks, has a column: on that day it speaks for nobody else. */
  readonly hasOwnColumn: (actor: string, day: Day) => boolean;
  readonly isNamedBy: (actor: string, day: Day) => boolean;
  readonly isRaisedBy: (issue: string, day: Day) => boolean;
}

/** Indexes a sheet for all its days. */
export function dayIndex(records: Records): DayIndex {
  const entered = entryDays(records);
  const sheet = indexSheet(
    { ...records, facts: records.facts.filter(({ id }) => entered.has(id)) },
    "9999-12-31",
  );
  const facts = [...sheet.facts.values()];
  const isKnown = (id: string, day: Day): boolean => {
    const entry = entered.get(id);
    return entry !== undefined && entry <= day;
  };
  const asKnown = (fact: Fact, day: Day): Fact => withoutReferences(fact, (id) => isKnown(id, day));
  const byEntry = grouped(facts, ({ id }) => entered.get(id) ?? "");
  const inOrder = orderOf(facts, entered);
  const ends = facts
    .filter((fact): fact is Position => fact.kind === "position" && fact.until !== null)
    .sort((a, b) => compareText(a.until?.last ?? "", b.until?.last ?? ""));
  const actorPlaces = placesOf(sheet.actors);
  const issuePlaces = placesOf(sheet.issues);
  const firstNamed = firstDays([...sheet.actors.keys()], sheet.factsNaming, entered);
  const firstRaised = firstDays([...sheet.issues.keys()], sheet.factsOnIssue, entered);

  const positionsOn = (day: Day) => (actor: string, issue: string) =>
    inOrder(
      sheet
        .positions(actor, issue)
        .filter(({ id }) => isKnown(id, day))
        .map((position) => asKnown(position, day))
        .filter((fact) => fact.kind === "position"),
      day,
    );
  const cellsOfPosition = (position: Position): readonly CellPlace[] => {
    const { by, issue } = position;
    const speaking = [by, ...sheet.voices.principals(by, speakingDay(position))];
    const members = speaking.flatMap((id) => sheet.actors.get(id)?.members ?? []);
    return [...speaking, ...members].map((actor) => ({ actor, issue }));
  };

  return {
    on: (day) => ({ ...sheet, asOf: day, positions: positionsOn(day) }),
    enteredOn: (day) => (byEntry.get(day) ?? []).map((fact) => asKnown(fact, day)),
    inOrder,
    cellsTouched: (day, previous) => {
      const positions = [
        ...(byEntry.get(day) ?? []).filter((fact) => fact.kind === "position"),
        ...(previous === null ? [] : endedBetween(ends, previous, day)),
      ];
      const touched = new Map(
        positions.flatMap(cellsOfPosition).map((cell) => [`${cell.actor}/${cell.issue}`, cell]),
      );
      return [...touched.values()]
        .filter(({ actor, issue }) => actorPlaces.has(actor) && issuePlaces.has(issue))
        .sort(
          (a, b) =>
            (issuePlaces.get(a.issue) ?? 0) - (issuePlaces.get(b.issue) ?? 0) ||
            (actorPlaces.get(a.actor) ?? 0) - (actorPlaces.get(b.actor) ?? 0),
        );
    },
    hasOwnColumn: (actor, day) => sheet.voices.principals(actor, day).length === 0,
    isNamedBy: (actor, day) => (firstNamed.get(actor) ?? "9999-12-32") <= day,
    isRaisedBy: (issue, day) => (firstRaised.get(issue) ?? "9999-12-32") <= day,
  };
}

/** Positions whose last day lies before a day, but not before another. `ends` are sorted by it. */
function endedBetween(ends: readonly Position[], previous: Day, day: Day): readonly Position[] {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.until?.last ?? "") < previous) low = middle + 1;
    else high = middle;
  }
  const ended: Position[] = [];
  for (let place = low; place < ends.length; place += 1) {
    const position = ends[place];
    if (!position || (position.until?.last ?? "") >= day) break;
    ended.push(position);
  }
  return ended;
}

/**
 * Facts of one date stand in the order of what they say they came after. Where such a fact is not
 * known yet, the order of the others can differ from the one they have once it is: those dates are
 * ordered anew for the day, all others keep the order of the sheet.
 */
function orderOf(facts: readonly Fact[], entered: ReadonlyMap<string, Day>): DayIndex["inOrder"] {
  const dates = grouped(facts, ({ date }) => date.last);
  const unsettled = new Set(
    [...dates].flatMap(([last, ofDate]) => {
      const ids = new Set(ofDate.map(({ id }) => id));
      const isLinked = ofDate.some((fact) => predecessors(fact).some((id) => ids.has(id)));
      const days = new Set(ofDate.map(({ id }) => entered.get(id)));
      return isLinked && days.size > 1 ? [last] : [];
    }),
  );
  const place = placesOf(byId(facts));
  return (some, day) => {
    const inSheet = [...some].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    if (!inSheet.some(({ date }) => unsettled.has(date.last))) return inSheet;
    const pool = [...new Set(inSheet.map(({ date }) => date.last))]
      .flatMap((last) => dates.get(last) ?? [])
      .filter(({ id }) => (entered.get(id) ?? "9999-12-32") <= day);
    const wanted = byId(inSheet);
    return chronological(pool).flatMap(({ id }) => wanted.get(id) ?? []);
  };
}

/** The day on which the first fact of each list entered. */
function firstDays(
  ids: readonly string[],
  factsOf: (id: string) => readonly Fact[],
  entered: ReadonlyMap<string, Day>,
): ReadonlyMap<string, Day> {
  return new Map(
    ids.flatMap((id) => {
      const [first] = factsOf(id)
        .flatMap((fact) => entered.get(fact.id) ?? [])
        .sort(compareText);
      return first === undefined ? [] : [[id, first] as const];
    }),
  );
}

function placesOf(map: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...map.keys()].map((id, place) => [id, place]));
}
