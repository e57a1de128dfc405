/** When a fact can be known to a sheet, and what a sheet knew on a day. */
import { compareText, type Day } from "../content/dates.ts";
import type { Fact, Records, Source } from "../content/records.ts";

/**
 * The first day on which a fact can be known whole: the last day its date can mean, or the day
 * the first source that carries it was published, whichever comes first. A month or a year said
 * in a report of 11 May lies before the end of 11 May.
 */
export function knownBy(fact: Fact, sources: ReadonlyMap<string, Source>): Day {
  const published = fact.source.flatMap((id) => sources.get(id)?.published.last ?? []);
  return [fact.date.last, ...published].sort(compareText)[0] ?? fact.date.last;
}

/** Every day on which a fact became known, oldest first. */
export function asOfDates(records: Pick<Records, "facts" | "sources">): Day[] {
  const sources = new Map(records.sources.map((source) => [source.id, source]));
  const days = new Set(records.facts.map((fact) => knownBy(fact, sources)));
  return [...days].sort(compareText);
}

/** The sheet's own date: the newest day on which a fact became known; the first of all days if it has none. */
export function sheetDate(records: Pick<Records, "facts" | "sources">): Day {
  return asOfDates(records).at(-1) ?? "0001-01-01";
}

/**
 * The records as they stood on a day: facts known later are out, and what remains does not refer
 * to them. Actors, issues and sources stay.
 */
export function recordsAsOf<Given extends Pick<Records, "facts" | "sources">>(
  records: Given,
  day: Day,
): Given {
  const sources = new Map(records.sources.map((source) => [source.id, source]));
  return keepFacts(records, (fact) => knownBy(fact, sources) <= day);
}

/** The records without drafts. */
export function withoutDrafts<Given extends Pick<Records, "facts">>(records: Given): Given {
  return keepFacts(records, (fact) => !fact.draft);
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
    .map((fact) => withoutReferencesOutside(fact, ids));
  return { ...records, facts };
}

function withoutReferencesOutside(fact: Fact, ids: ReadonlySet<string>): Fact {
  const known = (id: string): boolean => ids.has(id);
  const after = fact.after.filter(known);
  switch (fact.kind) {
    case "position":
      return {
        ...fact,
        after,
        replaces: fact.replaces !== null && known(fact.replaces) ? fact.replaces : null,
      };
    case "claim":
      return { ...fact, after, contradicts: fact.contradicts.filter(known) };
    case "absence":
      return {
        ...fact,
        after,
        regarding: fact.regarding !== null && known(fact.regarding) ? fact.regarding : null,
      };
    default:
      return { ...fact, after };
  }
}
