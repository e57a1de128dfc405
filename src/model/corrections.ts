/** What was put right or taken back: corrections, withdrawn facts, former addresses. */
import { compareText, compareWrittenDates, type Day } from "../content/dates.ts";
import type { Fact, Records } from "../content/records.ts";
import type { Correction } from "./dossier.ts";
import { knownBy } from "./known.ts";
import { byId } from "./order.ts";

/** The withdrawn facts that would have been known on a day, in order of id. */
export function withdrawnAsOf(
  { withdrawn, sources }: Pick<Records, "withdrawn" | "sources">,
  day: Day,
): ReadonlyMap<string, Fact> {
  const known = byId(sources);
  return byId(withdrawn.filter((fact) => knownBy(fact, known) <= day));
}

/** Facts by the ids under which they were published before. */
export function formerIdsOf(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.flatMap((fact) => fact.formerly.map((id) => [id, fact] as const)));
}

/** Corrections and withdrawals of facts, newest first. */
export function correctionsOf(facts: readonly Fact[]): readonly Correction[] {
  return facts
    .flatMap((fact): Correction[] => [
      ...(fact.withdrawn ? [{ fact, ...fact.withdrawn, isWithdrawal: true, number: 0 }] : []),
      ...fact.corrections.map((entry, place) => ({
        fact,
        ...entry,
        isWithdrawal: false,
        number: place + 1,
      })),
    ])
    .sort((a, b) => compareWrittenDates(b.date, a.date) || compareText(a.fact.id, b.fact.id));
}
