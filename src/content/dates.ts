/**
 * Calendar dates as the content writes them. They stay strings from the file to the page; a
 * `Date` object (an instant in some time zone) never touches them.
 *
 * Written forms, a subset of ISO 8601-2 (EDTF):
 *   2022                            a year
 *   2024-06                         a month
 *   2025-05-11                      a day
 *   2025-05-11T01:30+03:00          a day with a clock time and its offset
 *   2025-05-08/2025-05-10           an interval
 *   ../2025-05-11                   on or before that day; the source gives no date
 */
import { Temporal } from "temporal-polyfill";

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** How exact a written date is. */
export type DatePrecision = "year" | "month" | "day" | "time" | "interval" | "before";

/** A written date, read once: its own text and the first and last day it can mean. */
export interface WrittenDate {
  /** As the editor wrote it. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** First day it can mean; `0000-01-01` for a date that is only bounded from above. */
  readonly first: Day;
  /** Last day it can mean. */
  readonly last: Day;
  /** Clock time `HH:MM` in the written offset, or empty. */
  readonly time: string;
  /** UTC offset such as `+03:00`, or empty. */
  readonly offset: string;
}

/** The first day of a date that has no lower bound, such as `../2001`: before every day that can be written. */
export const NO_LOWER_BOUND: Day = "0000-01-01";

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * Reads a written date.
 * @returns the date, or `null` if the text is no date of the forms above or names a day that the
 *   Gregorian calendar does not have. Never throws. Remembers its answers: one text, one object.
 */
export function parseWrittenDate(text: string): WrittenDate | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const date = readDate(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, date);
  return date;
}

/** A sheet has few days and many facts. */
const known = new Map<string, WrittenDate | null>();

/** More days than any sheet has; a guard for what runs long. */
const MOST_KNOWN = 50_000;

function readDate(text: string): WrittenDate | null {
  if (text.startsWith("../")) {
    const bound = parseBound(text.slice(3));
    return bound && { ...bound, text, precision: "before", first: NO_LOWER_BOUND };
  }
  if (text.includes("/")) return parseInterval(text);
  const time = TIME.exec(text);
  if (time) {
    const [, day = "", hours = "", minutes = "", offset = ""] = time;
    if (!isDay(day)) return null;
    return { text, precision: "time", first: day, last: day, time: `${hours}:${minutes}`, offset };
  }
  return parseBound(text);
}

/** Whether the text is a day `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const month = lastDayOfMonth(text.slice(0, 7));
  return month !== null && text >= `${text.slice(0, 7)}-01` && text <= month;
}

/** Whole days from one day to a later one (negative if it is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" })
    .days;
}

/**
 * Chronological order of written dates: by the first day each can mean, a bounded-above date by
 * its bound, then by the last, then by clock time. Total on distinct texts, so that the order of
 * files never decides.
 */
export function compareWrittenDates(a: WrittenDate, b: WrittenDate): number {
  return (
    compareText(sortingDay(a), sortingDay(b)) ||
    compareText(a.last, b.last) ||
    compareText(a.time, b.time) ||
    compareText(a.text, b.text)
  );
}

/** Order by UTF-16 code unit: the same under every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day that decides first in the order of written dates. */
export function sortingDay(date: WrittenDate): Day {
  return date.precision === "before" ? date.last : date.first;
}

function parseInterval(text: string): WrittenDate | null {
  const [from = "", to = "", ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const start = parseBound(from);
  const end = parseBound(to);
  if (!start || !end || start.first >= end.last) return null;
  return { ...start, text, precision: "interval", first: start.first, last: end.last };
}

function parseBound(text: string): WrittenDate | null {
  const exact = { text, time: "", offset: "" };
  if (YEAR.test(text) && text !== "0000") {
    return { ...exact, precision: "year", first: `${text}-01-01`, last: `${text}-12-31` };
  }
  if (MONTH.test(text)) {
    const last = lastDayOfMonth(text);
    return last === null ? null : { ...exact, precision: "month", first: `${text}-01`, last };
  }
  if (isDay(text)) return { ...exact, precision: "day", first: text, last: text };
  return null;
}

/** Last day of a month `YYYY-MM`, or `null` where there is no such month. */
function lastDayOfMonth(month: string): Day | null {
  const number = Number(month.slice(5));
  const year = Number(month.slice(0, 4));
  if (year < 1 || number < 1 || number > 12) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = number === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return `${month}-${String(days).padStart(2, "0")}`;
}
