import { expect, it } from "vitest";
import { readPrintedDate } from "../../src/capture/printed-date.ts";

it.each([
  ["2031-05-11", "2031-05-11"],
  ["2031-05-11T23:59:00-11:00", "2031-05-11"],
  ["May 11, 2031", "2031-05-11"],
  ["11 May 2031", "2031-05-11"],
  ["Sept. 3rd, 2031", "2031-09-03"],
  ["11/05/2031", undefined],
  ["2031-13-01", undefined],
  ["31 June 2031", undefined],
  ["Maybe 11, 2031", undefined],
  ["Monday", undefined],
  [undefined, undefined],
])("%s is the date %s", (printed, date) => {
  expect(readPrintedDate(printed)).toBe(date);
});
