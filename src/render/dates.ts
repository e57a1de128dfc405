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

/** Names of months on their own and within a date: many languages inflect them there. */
const MONTHS = [
  ["month.1", "month.1.in-date"],
  ["month.2", "month.2.in-date"],
  ["month.3", "month.3.in-date"],
  ["month.4", "month.4.in-date"],
  ["month.5", "month.5.in-date"],
  ["month.6", "month.6.in-date"],
  ["month.7", "month.7.in-date"],
  ["month.8", "month.8.in-date"],
  ["month.9", "month.9.in-date"],
  ["month.10", "month.10.in-date"],
  ["month.11", "month.11.in-date"],
  ["month.12", "month.12.in-date"],
] as const satisfies readonly (readonly [alone: WordKey, inDate: WordKey])[];

/** Where a date stands: on its own, or in a phrase such as "since …" or "until …". */
type Setting = "alone" | "in-phrase";

/** A date stands on many pages: its words are kept, by language and by what is written. */
const known = new WeakMap<Words["t"], Map<string, DateView>>();
let latest: { readonly t: Words["t"]; readonly dates: Map<string, DateView> } | null = null;

function datesIn(t: Words["t"]): Map<string, DateView> {
  if (latest?.t === t) return latest.dates;
  const dates = known.get(t) ?? new Map<string, DateView>();
  known.set(t, dates);
  latest = { t, dates };
  return dates;
}

/** A written date in words, with its machine-readable form where it is exact. */
export function dateView({ t }: Pick<Words, "t">, date: WrittenDate): DateView {
  const dates = datesIn(t);
  const found = dates.get(date.text);
  if (found) return found;
  const view = makeDateView(t, date);
  dates.set(date.text, view);
  return view;
}

function makeDateView(t: Words["t"], date: WrittenDate): DateView {
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
  const dates = datesIn(t);
  const found = dates.get(day);
  if (found) return found;
  const view = { text: boundText(t, day), datetime: day };
  dates.set(day, view);
  return view;
}

/** A date for use after "since", "until" or "by", in the form that words of that kind ask for. */
export function datePiece({ t }: Pick<Words, "t">, date: WrittenDate): Piece {
  if (date.precision === "month") return timePiece(boundText(t, date.text, "in-phrase"), date.text);
  const { text, datetime } = dateView({ t }, date);
  return timePiece(text, datetime);
}

/** A date as the editor wrote it, such as the first day of an office, for use in the same places. */
export function writtenDatePiece(words: Pick<Words, "t">, text: string): Piece {
  const date = text === "" ? null : parseWrittenDate(text);
  return date ? datePiece(words, date) : timePiece(text, "");
}

/** `2025`, `2025-05` or `2025-05-11` in words. */
function boundText(t: Words["t"], text: string, setting: Setting = "alone"): string {
  const { year, month, inDate, day } = partsOf(t, text);
  if (day !== "") return t("date.day", { day, month: inDate, year });
  if (month === "") return t("date.year", { year });
  return setting === "alone"
    ? t("date.month", { month, year })
    : t("date.month-in-phrase", { month: inDate, year });
}

function intervalText(t: Words["t"], date: WrittenDate): string {
  const [from = "", to = ""] = date.text.split("/");
  const start = partsOf(t, from);
  const end = partsOf(t, to);
  const days = start.day !== "" && end.day !== "";
  const sameYear = start.year === end.year;
  if (days && sameYear && start.month === end.month)
    return t("date.days", { from: start.day, to: end.day, month: end.inDate, year: end.year });
  if (days && sameYear)
    return t("date.interval", {
      from: t("date.day-month", { day: start.day, month: start.inDate }),
      to: boundText(t, to),
    });
  return t("date.interval", { from: boundText(t, from), to: boundText(t, to) });
}

interface Parts {
  readonly year: string;
  /** The month's name on its own. */
  readonly month: string;
  /** The month's name within a date. */
  readonly inDate: string;
  readonly day: string;
}

function partsOf(t: Words["t"], text: string): Parts {
  const [year = "", month = "", day = ""] = text.split("-");
  const names = MONTHS[Number(month) - 1];
  return {
    year,
    month: names ? t(names[0]) : "",
    inDate: names ? t(names[1]) : "",
    day: day === "" ? "" : String(Number(day)),
  };
}

/** `+03:00` as `UTC+3`, `Z` as `UTC`. */
function zoneText(t: Words["t"], offset: string): string {
  if (offset === "Z" || offset.endsWith("00:00")) return t("date.utc");
  const [hours = "", minutes = ""] = offset.slice(1).split(":");
  const amount = `${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
  return t(offset.startsWith("-") ? "date.utc-behind" : "date.utc-ahead", { amount });
}
