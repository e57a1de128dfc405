import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Records } from "../../src/content/records.ts";
import { compareStandings } from "../../src/model/agreement.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { asOfDates, knownBy, recordsAsOf, sheetDate } from "../../src/model/known.ts";
import { records, someDay } from "../support/records.ts";

/** A dossier as text: maps in their order. */
function printed(dossier: Dossier): string {
  return JSON.stringify(
    dossier,
    (_key, value: unknown) => (value instanceof Map ? [...value] : value),
    1,
  );
}

function shuffled(given: Records, seed: readonly number[]): Records {
  const shuffle = <Item>(list: readonly Item[]): Item[] =>
    list
      .map((item, place) => ({ item, key: seed[place % seed.length] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return {
    ...given,
    actors: shuffle(given.actors),
    issues: shuffle(given.issues),
    sources: shuffle(given.sources),
    facts: shuffle(given.facts),
  };
}

/** The same records with two actors' ids and names changed for each other. */
function swapped(given: Records, a: string, b: string): Records {
  const text = JSON.stringify(given);
  const marker = "\u0001";
  const names = (value: string, from: string, to: string): string =>
    value
      .replaceAll(`"${from}"`, `"${to}"`)
      .replaceAll(`Name of ${from}"`, `Name of ${to}"`)
      .replaceAll(`actors/${from}.md`, `actors/${to}.md`);
  return JSON.parse(names(names(names(text, a, marker), b, a), marker, b)) as Records;
}

describe("a dossier as of a day", () => {
  test("holds nothing that began later and everything known by then", () => {
    fc.assert(
      fc.property(records, someDay, (given, day) => {
        const dossier = buildDossier(given, day);
        const sources = new Map(given.sources.map((source) => [source.id, source]));
        for (const { fact } of dossier.facts.values()) {
          expect(knownBy(fact, sources) <= day).toBe(true);
          if (fact.date.precision !== "before") expect(fact.date.first <= day).toBe(true);
        }
        const known = given.facts.filter((fact) => knownBy(fact, sources) <= day);
        const missing = known.filter(({ id, kind }) => kind !== "answer" && !dossier.facts.has(id));
        expect(missing).toEqual([]);
      }),
    );
  });

  test("does not change when later facts are taken out of the records", () => {
    fc.assert(
      fc.property(records, someDay, (given, day) => {
        expect(printed(buildDossier(recordsAsOf(given, day), day))).toBe(
          printed(buildDossier(given, day)),
        );
      }),
    );
  });

  test("names no fact, anywhere, that it does not hold", () => {
    fc.assert(
      fc.property(records, someDay, (given, day) => {
        const dossier = buildDossier(given, day);
        const gone = given.facts
          .filter(({ id }) => !dossier.facts.has(id))
          .map(({ id }) => `"${id}"`);
        const text = printed(dossier);
        expect(gone.filter((id) => text.includes(id))).toEqual([]);
      }),
    );
  });

  test("is the same whatever the order of files", () => {
    fc.assert(
      fc.property(
        records,
        fc.array(fc.double({ noNaN: true }), { minLength: 5, maxLength: 30 }),
        (given, seed) => {
          const day = sheetDate(given);
          expect(printed(buildDossier(shuffled(given, seed), day))).toBe(
            printed(buildDossier(given, day)),
          );
        },
      ),
    );
  });

  test("changes with two actors' names and nothing else when the two are swapped", () => {
    fc.assert(
      fc.property(records, (given) => {
        // Roles, kinds and ties of both are made alike, so that only the names tell them apart.
        const alike: Records = {
          ...given,
          actors: given.actors.map((actor) => ({
            ...actor,
            kind: "state",
            role: "party",
            speaksFor: [],
            members: [],
          })),
        };
        const day = sheetDate(alike);
        const standings = (dossier: Dossier, actor: string) =>
          (dossier.actors.get(actor)?.cells ?? []).map(({ issue, standing }) =>
            standing.state === "none"
              ? [issue, "none"]
              : [issue, standing.state, ...standing.inForce.map(({ id }) => id)],
          );
        const plain = buildDossier(alike, day);
        const turned = buildDossier(swapped(alike, "a0", "a1"), day);
        expect(standings(turned, "a0")).toEqual(standings(plain, "a1"));
        expect(standings(turned, "a1")).toEqual(standings(plain, "a0"));
        expect(standings(turned, "a2")).toEqual(standings(plain, "a2"));
      }),
    );
  });
});

describe("standings", () => {
  test("in force are only positions of one date, and a conflict has differing stances", () => {
    fc.assert(
      fc.property(records, someDay, (given, day) => {
        for (const { cells } of buildDossier(given, day).actors.values()) {
          for (const { standing } of cells) {
            if (standing.state === "none") continue;
            const stances = new Set(standing.inForce.map(({ stance }) => stance));
            expect(
              new Set(standing.inForce.map(({ date }) => `${date.first}/${date.last}`)).size,
            ).toBe(1);
            expect(stances.size).toBe(standing.inForce.length);
            expect(standing.state === "conflict").toBe(stances.size > 1);
          }
        }
      }),
    );
  });

  test("compare alike from both sides", () => {
    fc.assert(
      fc.property(records, (given) => {
        const { actors } = buildDossier(given, sheetDate(given));
        for (const { cells } of actors.values()) {
          for (const other of actors.values()) {
            for (const [place, { standing }] of cells.entries()) {
              const against = other.cells[place]?.standing ?? standing;
              expect(compareStandings(standing, against)).toBe(compareStandings(against, standing));
            }
          }
        }
      }),
    );
  });
});

describe("exchanges", () => {
  test("have one reply for each addressee, and none says there is no answer while one is listed", () => {
    fc.assert(
      fc.property(records, someDay, (given, day) => {
        const { demands } = buildDossier(given, day);
        for (const { request, replies } of demands) {
          expect(replies.map(({ addressee }) => addressee)).toEqual(request.to);
          for (const { state, answers, days } of replies) {
            expect(state === "none").toBe(answers.length === 0);
            expect(days).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});

describe("the sheet's days", () => {
  test("are in order, without repeats, and end with the sheet's date", () => {
    fc.assert(
      fc.property(records, (given) => {
        const days = asOfDates(given);
        expect(days).toEqual([...new Set(days)].sort());
        if (days.length > 0) expect(days.at(-1)).toBe(sheetDate(given));
      }),
    );
  });
});
