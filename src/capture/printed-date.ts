/** Dates as documents print them, brought to calendar dates without a time zone touching them. */

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Days of each month; 29 February is let pass in any year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads the calendar date at the start of `2025-05-11T10:00:00+03:00` as it is written there, or an
 * English date such as `May 11, 2025` or `11 May 2025`. Numeric dates such as 11/05/2025 are not read,
 * since day and month cannot be told apart.
 *
 * @returns `YYYY-MM-DD`, or undefined
 */
export function readPrintedDate(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? "";
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(trimmed);
  if (iso !== null) return toDate(iso[1], Number(iso[2]), Number(iso[3]));
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(trimmed);
  if (monthFirst !== null)
    return toDate(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?,? (\d{4})$/i.exec(trimmed);
  if (dayFirst !== null) return toDate(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]));
  return undefined;
}

/** 1 to 12 for an English month or its abbreviation, else 0. */
function monthOf(name = ""): number {
  if (name.length < 3) return 0;
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function toDate(year = "", month: number, day: number): string | undefined {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
