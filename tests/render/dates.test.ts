/** Written dates in words. */
import { describe, expect, test } from "vitest";
import { parseWrittenDate } from "../../src/content/dates.ts";
import { dateView, dayView, writtenDatePiece } from "../../src/render/dates.ts";
import { timePiece } from "../../src/render/locale/piece.ts";
import { loadWords } from "../../src/render/locale/words.ts";

const words = loadWords("en");

function view(text: string) {
  const date = parseWrittenDate(text);
  if (!date) throw new Error(`${text} is no date`);
  return dateView(words, date);
}

describe("a written date", () => {
  test.each([
    ["2025", "2025", "2025"],
    ["2024-06", "June 2024", "2024-06"],
    ["2025-05-01", "1 May 2025", "2025-05-01"],
    ["2025-05-11T01:30+03:00", "11 May 2025, 01:30 (UTC+3)", "2025-05-11T01:30+03:00"],
    ["2025-05-11T01:30-03:30", "11 May 2025, 01:30 (UTC−3:30)", "2025-05-11T01:30-03:30"],
    ["2025-05-11T01:30Z", "11 May 2025, 01:30 (UTC)", "2025-05-11T01:30Z"],
    ["2025-05-11T01:30+00:00", "11 May 2025, 01:30 (UTC)", "2025-05-11T01:30+00:00"],
    ["2025-05-08/2025-05-10", "8–10 May 2025", ""],
    ["2025-04-28/2025-05-02", "28 April – 2 May 2025", ""],
    ["2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025", ""],
    ["2022-03/2025-05-11", "March 2022 – 11 May 2025", ""],
    ["2022/2024", "2022 – 2024", ""],
    ["../2025-05-11", "on or before 11 May 2025", ""],
    ["../2024-06", "on or before June 2024", ""],
  ])("%s reads %s", (text, words, datetime) => {
    expect(view(text)).toEqual({ text: words, datetime });
  });

  test("is machine-readable only where it is exact", () => {
    expect(view("../2025-05-11").datetime).toBe("");
    expect(dayView(words, "2025-05-11").datetime).toBe("2025-05-11");
  });

  test("that is no date is shown as it is", () => {
    expect(writtenDatePiece(words, "")).toEqual(timePiece("", ""));
    expect(writtenDatePiece(words, "soon")).toEqual(timePiece("soon", ""));
    expect(writtenDatePiece(words, "2001-01").text).toBe("January 2001");
  });
});
