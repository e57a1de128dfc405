/** When facts last changed: by the dates that editors enter with them, never by a clock. */
import { compareText } from "../content/dates.ts";
import type { Fact } from "../content/records.ts";

/** The newest of the days on which facts were recorded, corrected or withdrawn; `null` if none says so. */
export function lastChange(facts: Iterable<Fact>): Fact["date"] | null {
  let newest: Fact["date"] | null = null;
  for (const { recorded, corrections, withdrawn } of facts) {
    if (recorded && isNewer(recorded, newest)) newest = recorded;
    for (const { date } of corrections) if (isNewer(date, newest)) newest = date;
    if (withdrawn && isNewer(withdrawn.date, newest)) newest = withdrawn.date;
  }
  return newest;
}

function isNewer(date: Fact["date"], than: Fact["date"] | null): boolean {
  return than === null || compareText(than.last, date.last) < 0;
}
