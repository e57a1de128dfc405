/** The orders in which a sheet lists things. Each is total, so that the order of files never shows. */
import { compareText, compareWrittenDates, sortingDay } from "../content/dates.ts";
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
  const byDate = facts
    .map((fact) => ({ fact, first: sortingDay(fact.date) }))
    .sort((a, b) =>
      a.first < b.first
        ? -1
        : a.first > b.first
          ? 1
          : compareWrittenDates(a.fact.date, b.fact.date) || compareText(a.fact.id, b.fact.id),
    )
    .map(({ fact }) => fact);
  const placed = new Set<string>();
  const ordered: Some[] = [];
  const sameDate = new Map<string, Map<string, Some>>();
  for (const fact of byDate) {
    const day = sameDate.get(fact.date.last) ?? new Map<string, Some>();
    sameDate.set(fact.date.last, day.set(fact.id, fact));
  }
  const place = (fact: Some): void => {
    if (placed.has(fact.id)) return;
    placed.add(fact.id);
    const day = sameDate.get(fact.date.last);
    for (const id of predecessors(fact)) {
      const before = day?.get(id);
      if (before && compareWrittenDates(before.date, fact.date) >= 0) place(before);
    }
    ordered.push(fact);
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
