/**
 * Numbers for records, lower for newer ones: so a list of records in order is a list of small distances.
 *
 * The number of a dated record hangs on its day and on what else is of that day, that of another on all
 * without a date. A new record leaves those of other days as they were.
 */
import { compareText } from "../content/dates.ts";
import type { SearchRecord } from "../render/search-records.ts";
import type { RecordId } from "./search-format.ts";

/** Days that have numbers: the years 0 to 9999, each with twelve months of 31 days. */
const MONTH = 31;
const YEAR = 12 * MONTH;
const DAYS = 10_000 * YEAR;
/** Numbers that each day has at least. */
const PER_DAY = 16;

/** Numbers in the order of the records given: by day and time, the newest first, then by path. */
export function numbersFor(records: readonly SearchRecord[]): readonly RecordId[] {
  const order = newestFirst(records);
  const days = Int32Array.from(records, ({ sort }) => dayNumber(sort));
  const places = placesIn(order, days);
  const most = order.reduce(
    (most, at) => Math.max(most, days[at] === DAYS ? 0 : (places[at] ?? 0) + 1),
    0,
  );
  // A power of two, so that it seldom changes.
  const perDay = 2 ** Math.ceil(Math.log2(Math.max(PER_DAY, most)));
  return Array.from(days, (day, at) => day * perDay + (places[at] ?? 0));
}

/** How manyeth of its day each record is. */
function placesIn(order: readonly number[], days: Int32Array): Int32Array {
  const places = new Int32Array(days.length);
  for (const [rank, at] of order.entries()) {
    const before = order[rank - 1];
    places[at] = before !== undefined && days[before] === days[at] ? (places[before] ?? 0) + 1 : 0;
  }
  return places;
}

/** Days before the end of the last, by the calendar's digits; what has no date follows all days. */
function dayNumber(sort: string): number {
  if (sort === "") return DAYS;
  const [year, month, day] = sort.slice(0, 10).split("-").map(Number);
  return DAYS - 1 - ((year ?? 0) * YEAR + ((month ?? 1) - 1) * MONTH + (day ?? 1) - 1);
}

/** The places of records in their list, in order of date and then of path. */
function newestFirst(records: readonly SearchRecord[]): readonly number[] {
  const keys = records.map(({ path, sort }) => ({ path, sort }));
  return Array.from(keys, (_, place) => place).sort((a, b) => {
    const [one, other] = [keys[a], keys[b]];
    if (!one || !other) return 0;
    return compareText(other.sort, one.sort) || compareText(one.path, other.path);
  });
}
