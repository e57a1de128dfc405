/** The orders in which a sheet lists things. Each is total, so that the order of files never shows. */
import { compareText, compareWrittenDates, type Day, sortingDay } from "../content/dates.ts";
import type { Actor, Fact, Issue, Source } from "../content/records.ts";
import { ACTOR_ROLES } from "../content/schema/vocabulary.ts";

/** Actors by role (parties first), then by the editor's `order`, then by name. Stated on the site; never a judgement. */
export function compareActors(a: Actor, b: Actor): number {
  return (
    ACTOR_ROLES.indexOf(a.role) - ACTOR_ROLES.indexOf(b.role) ||
    a.order - b.order ||
    compareText(a.name, b.name) ||
    compareText(a.id, b.id)
  );
}

/** Issues by the editor's `order`, then by title. */
export function compareIssues(a: Issue, b: Issue): number {
  return a.order - b.order || compareText(a.title, b.title) || compareText(a.id, b.id);
}

/** Sources from newest to oldest, then by id. */
export function compareSources(a: Source, b: Source): number {
  return compareWrittenDates(b.published, a.published) || compareText(a.id, b.id);
}

/** Actors by id, in the sheet's order. Sorted once for each list. */
export const actorsInOrder = sortedOnce(compareActors);

/** Issues by id, in the sheet's order. Sorted once for each list. */
export const issuesInOrder = sortedOnce(compareIssues);

/** Sources by id, in the sheet's order. Sorted once for each list. */
export const sourcesInOrder = sortedOnce(compareSources);

/** Records by id, in the order given. */
export function byId<Some extends { readonly id: string }>(
  records: readonly Some[],
): ReadonlyMap<string, Some> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The dossiers of a sheet's days share their actors, issues and sources. */
function sortedOnce<Some extends { readonly id: string }>(
  compare: (a: Some, b: Some) => number,
): (records: readonly Some[]) => ReadonlyMap<string, Some> {
  const sorted = new WeakMap<readonly Some[], ReadonlyMap<string, Some>>();
  return (records) => {
    const found = sorted.get(records) ?? byId([...records].sort(compare));
    sorted.set(records, found);
    return found;
  };
}

/**
 * Facts from oldest to newest. Within one date, a fact stands behind those it says it came `after`
 * (and an answer behind what it answers); otherwise by id.
 */
export function chronological<Some extends Fact>(facts: readonly Some[]): Some[] {
  const byDate = facts.map(datedFact).sort(compareDated);
  return behindPredecessors(byDate, new Map(byDate.map((dated) => [dated.id, dated])));
}

/** A fact with what decides its place, gathered once: it is compared with many. */
export interface DatedFact<Some extends Fact = Fact> {
  readonly fact: Some;
  readonly id: string;
  /** The day that decides first. */
  readonly first: Day;
  /** The last day its date can mean. */
  readonly last: Day;
  readonly predecessors: readonly string[];
}

/** Gathers it. */
export function datedFact<Some extends Fact>(fact: Some): DatedFact<Some> {
  const { id, date } = fact;
  return {
    fact,
    id,
    first: sortingDay(date),
    last: date.last,
    predecessors: predecessors(fact),
  };
}

/** Facts by date, then by id. */
export function compareDated(a: DatedFact, b: DatedFact): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return compareWrittenDates(a.fact.date, b.fact.date) || compareText(a.id, b.id);
}

/**
 * Facts in the sheet's order.
 * @param byDate the facts by date, then by id
 * @param ofId the same by id
 */
export function behindPredecessors<Some extends Fact>(
  byDate: readonly DatedFact<Some>[],
  ofId: ReadonlyMap<string, DatedFact<Some>>,
): Some[] {
  const placed = new Set<DatedFact<Some>>();
  const ordered: Some[] = [];
  const place = (dated: DatedFact<Some>): void => {
    if (placed.has(dated)) return;
    placed.add(dated);
    for (const id of dated.predecessors) {
      const before = ofId.get(id);
      if (before?.last !== dated.last) continue;
      if (compareWrittenDates(before.fact.date, dated.fact.date) >= 0) place(before);
    }
    ordered.push(dated.fact);
  };
  byDate.forEach(place);
  return ordered;
}

/** The facts that a fact says came before it. */
export function predecessors(fact: Fact): readonly string[] {
  if (fact.kind === "answer") return [fact.answers, ...fact.after];
  if (fact.kind === "position" && fact.replaces !== null) return [fact.replaces, ...fact.after];
  return fact.after;
}
