/** When a page last changed: by the dates that editors enter with facts, never by a clock. */
import { compareText } from "../content/dates.ts";
import type { Fact } from "../content/records.ts";
import type { Dossier } from "../model/dossier.ts";

/** The newest of the days on which facts were recorded or corrected; `null` if none says so. */
export function lastChange(facts: Iterable<Fact>): Fact["date"] | null {
  let newest: Fact["date"] | null = null;
  for (const { recorded, corrections } of facts)
    for (const date of [recorded, ...corrections.map((correction) => correction.date)])
      if (date && (newest === null || compareText(newest.last, date.last) < 0)) newest = date;
  return newest;
}

const known = new WeakMap<Dossier, Fact["date"] | null>();

/** When the sheet as a whole last changed. Looked for once. */
export function lastChangeOfSheet(dossier: Dossier): Fact["date"] | null {
  const found = known.get(dossier);
  if (found !== undefined) return found;
  const newest = lastChange([...dossier.facts.values()].map(({ fact }) => fact));
  known.set(dossier, newest);
  return newest;
}
