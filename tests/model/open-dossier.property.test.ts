/** A dossier that follows the edits of a sheet is the one that is derived from the sheet as it then is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact, Records } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { asOfDates, sheetDate, withoutDrafts } from "../../src/model/known.ts";
import { LazyMap } from "../../src/model/lazy.ts";
import { openDossier } from "../../src/model/open-dossier.ts";
import { records } from "../support/records.ts";

/** Records of which no answer says on which issue it is: that is told by what it answers. */
const sheets: fc.Arbitrary<Records> = records.map((given) => ({
  ...given,
  facts: given.facts.map((fact) => (fact.kind === "answer" ? { ...fact, issue: null } : fact)),
}));

/** How a sheet is edited on the way to another: which of its facts are taken from that, and which go or become drafts. */
const edit = fc.record({
  other: sheets,
  taken: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
  gone: fc.array(fc.nat(5), { minLength: 1, maxLength: 40 }),
  drafts: fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }),
  takesActors: fc.boolean(),
  later: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 3 }),
});

test("a dossier that is brought up to date is the one derived anew", () => {
  fc.assert(
    fc.property(sheets, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      const open = openDossier();
      let current = first;
      expectAsNew(open, current);
      for (const each of edits) {
        current = edited(current, each);
        expectAsNew(open, current);
      }
    }),
    { numRuns: 300 },
  );
});

function expectAsNew(open: ReturnType<typeof openDossier>, current: Records): void {
  const { dossier, days } = open.derive(current, false);
  const published = withoutDrafts(current);
  expect(days.days).toEqual(asOfDates(published));
  expect(printed(dossier)).toBe(printed(buildDossier(published, sheetDate(published))));
}

type Edit = typeof edit extends fc.Arbitrary<infer Some> ? Some : never;

function edited(
  before: Records,
  { other, taken, gone, drafts, takesActors, later }: Edit,
): Records {
  const at = <Item>(list: readonly Item[], place: number): Item | undefined =>
    list[place % list.length];
  const mixed = new Map(before.facts.map((fact) => [fact.id, fact]));
  other.facts.forEach((fact, place) => {
    if (at(taken, place) || !mixed.has(fact.id)) mixed.set(fact.id, fact);
  });
  // Some say that they came after others, which decides where they stand on one date.
  for (const [from, to] of later) {
    const [fact, earlier] = [at([...mixed.values()], from), at([...mixed.values()], to)];
    if (fact && earlier && earlier.id < fact.id && !fact.after.includes(earlier.id))
      mixed.set(fact.id, { ...fact, after: [...fact.after, earlier.id] });
  }
  const named = new Set([...mixed.values()].flatMap(referencesOf));
  const facts = [...mixed.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((fact, place) => {
      if (named.has(fact.id)) return [fact.draft ? { ...fact, draft: false } : fact];
      if (at(gone, place) === 0) return [];
      return [at(drafts, place) === 0 && !fact.draft ? { ...fact, draft: true } : fact];
    });
  return { ...before, facts, ...(takesActors ? { actors: other.actors } : {}) };
}

function referencesOf(fact: Fact): readonly string[] {
  return [
    ...fact.after,
    ...("answers" in fact ? [fact.answers] : []),
    ...("contradicts" in fact ? fact.contradicts : []),
    ...("replaces" in fact && fact.replaces !== null ? [fact.replaces] : []),
    ...("regarding" in fact && fact.regarding !== null ? [fact.regarding] : []),
  ];
}

/** A dossier as text: maps in their order. */
function printed(dossier: Dossier): string {
  return JSON.stringify(
    dossier,
    (_key, value: unknown) =>
      value instanceof Map || value instanceof LazyMap ? [...value] : value,
    1,
  );
}
