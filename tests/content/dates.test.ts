import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  compareWrittenDates,
  daysBetween,
  isDay,
  parseWrittenDate,
} from "../../src/content/dates.ts";

const day = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(
    ([y, m, d]) =>
      `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
  );

const written = fc.oneof(
  day.filter(isDay),
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  day.filter(isDay).map((text) => `../${text}`),
  day.filter(isDay).map((text) => `${text}T01:30+03:00`),
);

function parsed(text: string) {
  const date = parseWrittenDate(text);
  if (!date) throw new Error(`${text} did not parse`);
  return date;
}

describe("written dates", () => {
  test("a day is a day exactly when the Gregorian calendar has it", () => {
    fc.assert(
      fc.property(day, (text) => {
        let known = true;
        try {
          Temporal.PlainDate.from(text, { overflow: "reject" });
        } catch {
          known = false;
        }
        expect(isDay(text)).toBe(known);
      }),
    );
  });

  test("a month ends on its last day", () => {
    expect(parsed("2024-02").last).toBe("2024-02-29");
    expect(parsed("1900-02").last).toBe("1900-02-28");
    expect(parsed("2025-04").last).toBe("2025-04-30");
  });

  test("a clock time keeps the day that was written, whatever its offset", () => {
    const date = parsed("2025-05-11T01:30+03:00");
    expect([date.first, date.last, date.time, date.offset]).toEqual([
      "2025-05-11",
      "2025-05-11",
      "01:30",
      "+03:00",
    ]);
  });

  test("an interval reaches from its first to its last day and not backwards", () => {
    expect(parsed("2025-05-08/2025-05-10")).toMatchObject({
      first: "2025-05-08",
      last: "2025-05-10",
    });
    expect(parseWrittenDate("2025-05-10/2025-05-08")).toBeNull();
    expect(parseWrittenDate("2025-05-10/2025-05-10")).toBeNull();
  });

  test("anything else is no date", () => {
    const texts = [
      "",
      "11 May 2025",
      "2025-5-1",
      "2025-05-32",
      "2025-13",
      "0000",
      "12:30",
      "2025-05-11T25:00Z",
      "2025-05-11T10:00",
      "../",
      "a/b",
      "2025/2026/2027",
    ];
    expect(texts.filter((text) => parseWrittenDate(text) !== null)).toEqual([]);
  });

  test("no text makes the reader throw", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseWrittenDate(text)));
  });

  test("the first day a date can mean is never after the last", () => {
    fc.assert(
      fc.property(written, (text) => {
        const date = parseWrittenDate(text);
        if (date) expect(date.first <= date.last).toBe(true);
      }),
    );
  });

  test("the order of dates is total and the same from both sides", () => {
    const dates = written.map(parseWrittenDate).filter((date) => date !== null);
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        expect(Math.sign(compareWrittenDates(a, b))).toBe(-Math.sign(compareWrittenDates(b, a)));
        expect(compareWrittenDates(a, b) === 0).toBe(a.text === b.text);
        if (compareWrittenDates(a, b) <= 0 && compareWrittenDates(b, c) <= 0) {
          expect(compareWrittenDates(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test("days between two days are whole days and change sign with the order", () => {
    expect(daysBetween("2025-05-11", "2025-05-15")).toBe(4);
    expect(daysBetween("2025-03-30", "2025-03-31")).toBe(1);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    fc.assert(
      fc.property(day.filter(isDay), day.filter(isDay), (a, b) => {
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
      }),
    );
  });
});
