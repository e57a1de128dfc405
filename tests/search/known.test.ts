/** What the search page can say before the index's files have come. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsIn } from "../../src/build/search-words.ts";
import { find } from "../../templates/assets/js/search/find.ts";
import { findKnown } from "../../templates/assets/js/search/known.ts";
import { manyRecords, openRecords, record, wholeFor } from "./records.ts";

const NO_FILTERS = { kind: "", actor: "", issue: "", from: "", until: "" };
const many = manyRecords(4000);

/** One or two words of a record, cut or whole, with or without quotation marks. */
const asked = fc
  .record({
    at: fc.nat(many.length - 1),
    picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 2 }),
    cut: fc.nat(4),
    isExact: fc.boolean(),
  })
  .map(({ at, picks, cut, isExact }) => {
    const { says = "", second = "", body = "" } = many[at] ?? {};
    const words = Array.from(wordsIn([says, second, body].join(" ")), ({ text }) => text);
    const chosen = picks.map((pick) => words[pick % words.length] ?? "lamp").join(" ");
    return isExact ? `"${chosen}"` : chosen.slice(0, Math.max(1, chosen.length - cut));
  });

test("what is found without files is found with them too, and can be shown", async () => {
  const files = openRecords(many);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(asked, asked, async (before, q) => {
      // Some files are there, of another search.
      const earlier = await find(files, { q: before, ...NO_FILTERS });
      await files.full(earlier?.ids.slice(0, 3) ?? []);
      const known = findKnown(files, { q, ...NO_FILTERS }, earlier?.ids.slice(0, 10) ?? []);
      const { ids } = await wholeFor(files, q);
      for (const id of known?.ids ?? []) {
        expect(ids, q).toContain(id);
        expect(files.record(id)).toBeDefined();
        found++;
      }
    }),
    { numRuns: 80 },
  );
  expect(found).toBeGreaterThan(20);
});

test("those that are shown already come first, and nothing is said of what filters let through", async () => {
  const files = openRecords([
    record("lamp-lit", "The lamp is lit", { sort: "2031-01-02 " }),
    record("lamp-out", "The lamp is out", { sort: "2031-01-01 " }),
  ]);
  const { ids } = await wholeFor(files, "lamp");
  const wanted = { q: "lamp", ...NO_FILTERS };
  expect(findKnown(files, wanted, ids)?.ids).toEqual(ids);
  expect(findKnown(files, wanted, [...ids].reverse())?.ids).toEqual([...ids].reverse());
  expect(findKnown(files, { ...wanted, kind: "claim" }, ids)).toBe(null);
  expect(findKnown(files, { ...wanted, q: "harbour" }, ids)).toBe(null);
});

test("longer texts that are given up are fetched again when they are asked for again", async () => {
  const files = openRecords(many);
  const { ids } = await wholeFor(files, "lamp mori");
  const first = ids.slice(0, 10);
  const givenUp = files.full(first);
  files.giveUpFull();
  const asked = files.full(first);
  await expect(givenUp).rejects.toThrow();
  expect((await asked).map(({ id }) => id)).toEqual(first);
  files.giveUpFull();
  expect(await files.full(first)).toHaveLength(10);
});
