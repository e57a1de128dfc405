/** When a fact can be known to a sheet, and what a sheet knew on a day. */
import { compareText, type Day } from "../content/dates.ts";
import type { Fact, Records, Source } from "../content/records.ts";
import { byId } from "./order.ts";

/**
 * The first day on which a fact can be known whole: the last day its date can mean, or the day
 * the first source that carries it was published, whichever comes first. A month or a year said
 * in a report of 11 May lies before the end of 11 May.
 */
export function knownBy(fact: Fact, sources: ReadonlyMap<string, Source>): Day {
  let first = fact.date.last;
  for (const id of fact.source) {
    const published = sources.get(id)?.published.last;
    if (published !== undefined && compareText(published, first) < 0) first = published;
  }
  return first;
}

/**
 * The day on which each fact enters the sheet, by id. An answer can be read only once what it
 * answers is known: a day of its own would tell that something is to come.
 */
export function entryDays(records: Pick<Records, "facts" | "sources">): ReadonlyMap<string, Day> {
  const found = known.get(records.facts);
  if (found?.sources === records.sources) return found.days;
  const days = findEntryDays(records);
  known.set(records.facts, { sources: records.sources, days });
  return days;
}

/** Both the sheet's date and its days are asked for: the lists never change, so one answer serves. */
const known = new WeakMap<
  readonly Fact[],
  { readonly sources: readonly Source[]; readonly days: ReadonlyMap<string, Day> }
>();

function findEntryDays({
  facts,
  sources,
}: Pick<Records, "facts" | "sources">): ReadonlyMap<string, Day> {
  const published = byId(sources);
  const known = new Map(facts.map((fact) => [fact.id, knownBy(fact, published)]));
  const days = new Map<string, Day>();
  for (const fact of facts) {
    const own = known.get(fact.id);
    const other = fact.kind === "answer" ? known.get(fact.answers) : own;
    if (own !== undefined && other !== undefined)
      days.set(fact.id, compareText(own, other) < 0 ? other : own);
  }
  return days;
}

/** Every day on which a fact enters the sheet, oldest first. */
export function asOfDates(records: Pick<Records, "facts" | "sources">): Day[] {
  return [...new Set(entryDays(records).values())].sort(compareText);
}

/** The date of a sheet that has no facts: the first day that can be written, and so before every other sheet's. */
export const BEFORE_ALL_DAYS: Day = "0001-01-01";

/** The sheet's own date: the newest day on which a fact became known; the first of all days if it has none. */
export function sheetDate(records: Pick<Records, "facts" | "sources">): Day {
  return asOfDates(records).at(-1) ?? BEFORE_ALL_DAYS;
}

/**
 * The records as they stood on a day: facts known later are out, and what remains does not refer
 * to them. Actors, issues and sources stay.
 */
export function recordsAsOf<Given extends Pick<Records, "facts" | "sources">>(
  records: Given,
  day: Day,
): Given {
  const sources = byId(records.sources);
  return keepFacts(records, (fact) => knownBy(fact, sources) <= day);
}

/** The records without drafts. */
export function withoutDrafts<Given extends Pick<Records, "facts" | "withdrawn">>(
  records: Given,
): Given {
  const withdrawn = records.withdrawn.filter(({ draft }) => !draft);
  return keepFacts({ ...records, withdrawn }, (fact) => !fact.draft);
}

/** Keeps some facts, drops answers to what is gone, and cuts references to what is gone. */
function keepFacts<Given extends Pick<Records, "facts">>(
  records: Given,
  keep: (fact: Fact) => boolean,
): Given {
  const kept = records.facts.filter(keep);
  const ids = new Set(kept.map(({ id }) => id));
  const facts = kept
    .filter((fact) => fact.kind !== "answer" || ids.has(fact.answers))
    .map((fact) => withoutReferences(fact, (id) => ids.has(id)));
  return { ...records, facts };
}

/**
 * A fact without its references to facts that are not known. One that loses nothing is given back
 * as it is: most facts on most days.
 */
export function withoutReferences(fact: Fact, known: (id: string) => boolean): Fact {
  const knownOrNull = (id: string | null): string | null => (id !== null && known(id) ? id : null);
  const cut = fact.after.every(known) ? fact : { ...fact, after: fact.after.filter(known) };
  switch (cut.kind) {
    case "position":
      return knownOrNull(cut.replaces) === cut.replaces ? cut : { ...cut, replaces: null };
    case "claim":
      return cut.contradicts.every(known)
        ? cut
        : { ...cut, contradicts: cut.contradicts.filter(known) };
    case "absence":
      return knownOrNull(cut.regarding) === cut.regarding ? cut : { ...cut, regarding: null };
    default:
      return cut;
  }
}
