/** What an editor is told to write instead of a date or an id that is none. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../../src/content/dates.ts";
import { dateHint, idHint } from "../../src/content/hints.ts";

describe("a date that is none", () => {
  test.each([
    ["2.3.2001", "Write 2001-03-02."],
    ["31.12.2001", "Write 2001-12-31."],
    ["2001-3-2", "Write 2001-03-02."],
    ["2001/03/02", "Write 2001-03-02."],
    ["2001–03–02", "Write 2001-03-02."],
    ["2001-13-01", "There is no month 13."],
    ["2001-06-31", "The month 2001-06 has no day 31."],
    ["2001-02-29", "The month 2001-02 has no day 29."],
    ["2001-03-02/2001-03-01", "The span ends before it begins: write 2001-03-01/2001-03-02."],
    [
      "2001-03-02T10:00",
      "A clock time needs its distance from UTC, such as +03:00, or Z for none.",
    ],
  ])("%s", (written, hint) => {
    expect(dateHint(written)).toBe(hint);
  });

  test.each(["03/02/2001", "32.1.2001", "tomorrow", "01", "2 March 2001", ""])(
    "%s could mean several or nothing: the forms are told",
    (written) => {
      expect(dateHint(written)).toContain("a month as 2024-06");
    },
  );

  test("a day written with full stops is given back as that day", () => {
    const part = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(part(28), part(12), fc.integer({ min: 1000, max: 9999 }), (day, month, year) => {
        const [, meant = ""] = /^Write (.*)\.$/.exec(dateHint(`${day}.${month}.${year}`)) ?? [];
        expect(isDay(meant)).toBe(true);
        expect(meant.split("-").map(Number)).toEqual([year, month, day]);
      }),
    );
  });
});

describe("an id that is none", () => {
  test.each(["Lower Wend", "lower_wend", "Lower-Wend", "lower-wend.md", "actors/lower-wend"])(
    "%s is told as the id that it was meant for",
    (written) => {
      expect(idHint(written)).toContain("Write lower-wend.");
    },
  );

  test("several are told to be a list", () => {
    expect(idHint("wend-gazette, islet-post")).toContain("[wend-gazette, islet-post]");
  });

  test("a letter of another alphabet is named", () => {
    expect(idHint("low\u0435r-wend")).toContain("(U+0435)");
    expect(idHint("low\u0435r-wend")).not.toContain("Write");
  });
});
