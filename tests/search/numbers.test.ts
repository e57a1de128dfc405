/** The numbers of records: lower for newer ones, the same whatever else there is, and how lists of them are written. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockOf, idsIn, writeIds } from "../../src/build/search-format.ts";
import { numbersFor } from "../../src/build/search-numbers.ts";
import type { SearchRecord } from "../../src/render/search-records.ts";
import { record } from "./records.ts";

const day = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) =>
    [
      String(year).padStart(4, "0"),
      ...[month, day].map((part) => String(part).padStart(2, "0")),
    ].join("-"),
  );
const sort = fc.oneof(
  { weight: 1, arbitrary: fc.constant("") },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.oneof(day, fc.constantFrom("2031-05-10", "2031-05-11")),
        fc.constantFrom("", "09:30", "23:59"),
      )
      .map((parts) => parts.join(" ")),
  },
);
const records: fc.Arbitrary<readonly SearchRecord[]> = fc
  .uniqueArray(fc.record({ path: fc.stringMatching(/^[a-z]{1,4}$/), sort }), {
    selector: ({ path }) => path,
    maxLength: 60,
  })
  .map((given) => given.map(({ path, sort }) => record(path, "The lamp is lit", { sort })));

describe("the numbers of records", () => {
  test("are all different, and in order of date from the newest, what has none last, then of path", () => {
    fc.assert(
      fc.property(records, (given) => {
        const numbers = numbersFor(given);
        expect(new Set(numbers).size).toBe(given.length);
        const byNumber = given
          .map((one, at) => ({ ...one, number: numbers[at] ?? -1 }))
          .sort((a, b) => a.number - b.number);
        const byDate = [...given].sort((a, b) =>
          a.sort !== b.sort ? (a.sort > b.sort ? -1 : 1) : a.path < b.path ? -1 : 1,
        );
        expect(byNumber.map(({ path }) => path)).toEqual(byDate.map(({ path }) => path));
      }),
    );
  });

  test("hang on nothing of another day", () => {
    fc.assert(
      fc.property(records, day, (given, other) => {
        const others = given.filter((one) => !one.sort.startsWith(other));
        const before = numbersFor(others);
        const after = numbersFor([
          ...others,
          record("new-lamp", "A new lamp", { sort: `${other} ` }),
        ]);
        expect(after.slice(0, -1)).toEqual(before);
      }),
    );
  });

  test("are numbers of their own, however many records one day has", () => {
    const crowd = Array.from({ length: 3000 }, (_, at) =>
      record(`lamp-${at}`, "The lamp is lit", { sort: at % 3 === 0 ? "" : "2031-05-10 " }),
    );
    expect(new Set(numbersFor(crowd)).size).toBe(3000);
  });
});

describe("a list of numbers", () => {
  test("is read as it was written, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 48 })), (ids) => {
        const list = writeIds(ids);
        expect(list).toMatch(/^[\w-]*$/);
        expect(idsIn(list)).toEqual(ids);
      }),
    );
  });

  test("of neighbours has a character for each but the first", () => {
    const ids = Array.from({ length: 100 }, (_, at) => 60_000_000 + 3 * at);
    expect(writeIds(ids).length).toBeLessThan(108);
  });
});

test("records that follow one another lie in many blocks, evenly", () => {
  const counts = new Map<number, number>();
  for (let id = 59_000_000; id < 59_008_192; id++) {
    const block = blockOf(id, 64);
    expect(block).toBeGreaterThanOrEqual(0);
    expect(block).toBeLessThan(64);
    counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  expect(counts.size).toBe(64);
  expect(Math.max(...counts.values())).toBeLessThan(2 * (8192 / 64));
});
