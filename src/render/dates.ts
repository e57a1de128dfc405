/**
 * Written dates in words. Assembled from interface strings and not by `Intl`, whose data differ
 * from one release of a runtime to the next; no `Date` object is made, so no time zone matters.
 */
import { type Day, parseWrittenDate, type WrittenDate } from "../content/dates.ts";
import { type Piece, timePiece } from "./locale/piece.ts";
import type { WordKey, Words } from "./locale/words.ts";

/** A date as a page shows it. */
export interface DateView {
  readonly text: string;
  /** The value of `<time datetime>`; empty where the date is not exact. */
  readonly datetime: string;
}

const MONTHS = [
  "month.1",
  "month.2",
  "month.3",
  "month.4",
  "month.5",
  "month.6",
  "month.7",
  "month.8",
  "month.9",
  "month.10",
  "month.11",
  "month.12",
] as const satisfies readonly WordKey[];

/** A written date in words, with its machine-readable form where it is exact. */
export function dateView({ t }: Pick<Words, "t">, date: WrittenDate): DateView {
  switch (date.precision) {
    case "before":
      return { text: t("date.before", { date: boundText(t, date.text.slice(3)) }), datetime: "" };
    case "interval":
      return { text: intervalText(t, date), datetime: "" };
    case "time":
      return {
        text: t("date.time", {
          date: boundText(t, date.first),
          time: date.time,
          zone: zoneText(t, date.offset),
        }),
        datetime: date.text,
      };
    default:
      return { text: boundText(t, date.text), datetime: date.text };
  }
}

/** A calendar day in words. */
export function dayView({ t }: Pick<Words, "t">, day: Day): DateView {
  return { text: boundText(t, day), datetime: day };
}

/** A date as the editor wrote it, such as the first day of an office; empty text for an empty one. */
export function writtenDateView(words: Pick<Words, "t">, text: string): DateView {
  const date = text === "" ? null : parseWrittenDate(text);
  return date ? dateView(words, date) : { text, datetime: "" };
}

/** A date for use inside a phrase. */
export function datePiece(words: Pick<Words, "t">, date: WrittenDate): Piece {
  const { text, datetime } = dateView(words, date);
  return timePiece(text, datetime);
}

/** `2025`, `2025-05` or `2025-05-11` in words. */
function boundText(t: Words["t"], text: string): string {
  const { year, month, day } = partsOf(t, text);
  if (day !== "") return t("date.day", { day, month, year });
  return month === "" ? t("date.year", { year }) : t("date.month", { month, year });
}

function intervalText(t: Words["t"], date: WrittenDate): string {
  const [from = "", to = ""] = date.text.split("/");
  const start = partsOf(t, from);
  const end = partsOf(t, to);
  const days = start.day !== "" && end.day !== "";
  const sameYear = start.year === end.year;
  if (days && sameYear && start.month === end.month)
    return t("date.days", { from: start.day, to: end.day, month: end.month, year: end.year });
  if (days && sameYear)
    return t("date.interval", {
      from: t("date.day-month", { day: start.day, month: start.month }),
      to: boundText(t, to),
    });
  return t("date.interval", { from: boundText(t, from), to: boundText(t, to) });
}

function partsOf(t: Words["t"], text: string): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = text.split("-");
  const name = MONTHS[Number(month) - 1];
  return { year, month: name ? t(name) : "", day: day === "" ? "" : String(Number(day)) };
}

/** `+03:00` as `UTC+3`, `Z` as `UTC`. */
function zoneText(t: Words["t"], offset: string): string {
  if (offset === "Z" || offset.endsWith("00:00")) return t("date.utc");
  const [hours = "", minutes = ""] = offset.slice(1).split(":");
  const amount = `${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
  return t(offset.startsWith("-") ? "date.utc-behind" : "date.utc-ahead", { amount });
}
