import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDossier } from "../../src/model/build-dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import { daysOfRecords } from "../../src/model/sheet-days.ts";
import { dayOfSheet } from "../support/day-by-dossier.ts";
import { records } from "../support/records.ts";

describe("a sheet day by day", () => {
  test("gives each day, asked for in any order, as if it were asked for alone", () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (given, keys) => {
        const { asOfDates } = buildDossier(given, sheetDate(given));
        const days = daysOfRecords(given, asOfDates);
        const order = [...asOfDates]
          .map((day) => ({ day, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key);
        for (const { day } of order) {
          const alone = dayOfSheet(given, day, asOfDates[asOfDates.indexOf(day) - 1] ?? null);
          const found = days.dayOf(day);
          expect(found.facts).toEqual(alone.facts);
          expect(found.changedCells).toEqual(alone.changedCells);
          expect(found.dossier.matrix).toEqual(alone.dossier.matrix);
          expect(found.matrix()).toEqual(alone.dossier.matrix);
          expect(days.summaryOf(day)).toEqual({
            facts: alone.facts.length,
            changedCells: alone.changedCells.length,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("brings every fact on one day, and something on every day", () => {
    fc.assert(
      fc.property(records, (given) => {
        const whole = buildDossier(given, sheetDate(given));
        const days = daysOfRecords(given, whole.asOfDates);
        for (const day of days.days) expect(days.summaryOf(day).facts).toBeGreaterThan(0);
        const brought = days.days.flatMap((day) => days.dayOf(day).facts.map(({ id }) => id));
        expect([...brought].sort()).toEqual([...whole.facts.keys()].sort());
      }),
    );
  });

  test("names each cell of the matrix that differs from the day before, and no other", () => {
    fc.assert(
      fc.property(records, (given) => {
        const days = daysOfRecords(given, buildDossier(given, sheetDate(given)).asOfDates);
        let before = new Map<string, string>();
        let columns: readonly string[] = [];
        for (const day of days.days) {
          const { changedCells, dossier } = days.dayOf(day);
          const after = new Map(
            [...dossier.actors.values()].flatMap(({ cells }) =>
              cells.map(({ actor, issue, standing }) => [`${actor}/${issue}`, inForce(standing)]),
            ),
          );
          const inMatrix = new Set([...columns, ...dossier.matrix.actors]);
          const differing = [...after.keys()].filter(
            (key) =>
              inMatrix.has(key.split("/")[0] ?? "") &&
              (after.get(key) ?? "") !== (before.get(key) ?? ""),
          );
          expect(changedCells.map(({ actor, issue }) => `${actor}/${issue}`).sort()).toEqual(
            differing.sort(),
          );
          before = after;
          columns = dossier.matrix.actors;
        }
      }),
    );
  });

  test("knows no day that is not its own", () => {
    expect(() =>
      daysOfRecords(fc.sample(records, 1)[0] ?? never(), []).dayOf("2001-01-01"),
    ).toThrow("2001-01-01");
  });
});

function inForce(
  standing: ReturnType<typeof dayOfSheet>["changedCells"][number]["before"],
): string {
  return standing.state === "none" ? "" : standing.inForce.map(({ id }) => id).join(" ");
}

function never(): never {
  throw new Error("No sample");
}
