/** What the search page finds, and in which order, in indexes of one shard and of many. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSearchIndex } from "../../src/build/search-index.ts";
import { termsOf, wordsIn } from "../../src/build/search-words.ts";
import { askedIn, closeness, isNear } from "../../templates/assets/js/search/asked.ts";
import { searchFiles } from "../../templates/assets/js/search/files.ts";
import { find } from "../../templates/assets/js/search/find.ts";
import { manyRecords, openRecords, pathsFor, record, wholeFor } from "./records.ts";

const many = manyRecords(4000);
const manyFiles = openRecords(many);
const NO_FILTERS = { kind: "", actor: "", issue: "", from: "", until: "" };

describe("in an index of many shards", () => {
  test("every record is found by each of its words, by their beginnings and by all of them", async () => {
    const files = manyFiles;
    expect(files.beginnings.size).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.nat(many.length - 1), async (number) => {
        const { path, says, second, body, names, kind } = many[number] ?? record("", "");
        const words = Array.from(
          wordsIn([says, second, body, names, kind].join(" ")),
          ({ text }) => text,
        );
        const id = path.split("/")[1];
        for (const word of words) {
          expect(await pathsFor(files, word), word).toContain(id);
          expect(await pathsFor(files, word.slice(0, 3)), word).toContain(id);
        }
        expect(await pathsFor(files, words.join(" "))).toContain(id);
      }),
      { numRuns: 25 },
    );
  });

  test("what is found by a beginning is all that has such a word", async () => {
    const files = manyFiles;
    for (const beginning of ["l", "la", "ri", "lamp", "tun", "do", "5", "isl"]) {
      const having = many.filter(({ says, second, body, names, kind, date }) =>
        Array.from(wordsIn([says, second, body, names, kind, date].join(" "))).some(({ text }) =>
          termsOf(text)[0]?.startsWith(beginning),
        ),
      );
      const { ids, count, isFound } = await wholeFor(files, beginning);
      expect(new Set(ids).size).toBe(ids.length);
      expect(count).toBe(ids.length);
      expect(isFound(`${beginning}x`)).toBe(true);
      expect(count, beginning).toBe(having.length);
    }
  });

  test("the ready answer to a beginning is how the whole list starts", async () => {
    const files = manyFiles;
    let ready = 0;
    for (const q of [...files.beginnings.keys(), "l", "t", "b"]) {
      const first = await find(files, { q, ...NO_FILTERS });
      const whole = await wholeFor(files, q);
      expect(first?.count, q).toBe(whole.count);
      expect(whole.ids.slice(0, first?.ids.length), q).toEqual(first?.ids);
      if (first?.isWhole === false) ready++;
    }
    expect(ready).toBeGreaterThan(0);
  });

  test("the ready answer to a beginning is not taken for that of a shorter one with another order", async () => {
    const files = openRecords(
      Array.from({ length: 600 }, (_, number) => {
        const end = `${"abcdef"[number % 6]}${number}`;
        const says = number < 5 ? "The harbour" : number < 30 ? "harbouring" : `harbour${end}`;
        return record(`f${number}`, says, { sort: `2031-05-10 0${number % 10}:00` });
      }),
    );
    expect([files.beginnings.has("harbour"), files.beginnings.has("harb")]).toEqual([true, false]);
    for (const q of ["h", "harb", "harbour"]) {
      const first = await find(files, { q, ...NO_FILTERS });
      const { ids } = await wholeFor(files, q);
      expect(first?.ids, q).toEqual(ids.slice(0, first?.ids.length));
    }
  });

  test("the first result of any word is known as soon as its shard is, without its block", async () => {
    for (const { says } of many.slice(0, 60)) {
      const q = says.split(" ")[2] ?? "";
      const files = openRecords(many.slice(0, 400));
      let first = -1;
      const finding = await find(
        files,
        { q, ...NO_FILTERS },
        {
          onFirst: ({ ids }) => {
            first = ids[0] ?? -1;
            expect(files.record(first), q).toBeDefined();
          },
        },
      );
      expect(files.record(finding?.ids[0] ?? -1), q).toBeDefined();
      if (first >= 0) expect(finding?.ids[0]).toBe(first);
    }
  }, 60_000);

  test("every record with a word that answers is found, whichever shards are left unread", async () => {
    const words = many.map(({ says, second, body, names, kind, date }) =>
      Array.from(wordsIn([says, second, body, names, kind, date].join(" ")), ({ text }) =>
        termsOf(text),
      ).flat(),
    );
    const vocabulary = [...new Set(words.flat())];
    const asked = fc
      .record({
        word: fc.constantFrom(...vocabulary),
        cut: fc.nat(3),
        end: fc.constantFrom("", "", "s", "la", "ri", "xq"),
      })
      .map(({ word, cut, end }) => word.slice(0, Math.max(1, word.length - cut)) + end);
    await fc.assert(
      fc.asyncProperty(asked, fc.boolean(), async (word, isExact) => {
        const { count } = await wholeFor(manyFiles, isExact ? `"${word}"` : word);
        const [parsed] = askedIn(isExact ? `"${word}"` : word).words;
        const answers = (test: (term: string) => boolean): number =>
          many.filter((_, at) => words[at]?.some(test)).length;
        const close = answers((term) => (parsed ? closeness(parsed, term) > 0 : false));
        const near = answers((term) => (parsed ? isNear(parsed, term) : false));
        expect(count, word).toBe(close > 0 ? close : near);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("a search that is given up fetches nothing more", async () => {
    const files = openRecords(many);
    expect(await find(files, { q: "l m", ...NO_FILTERS }, { isWanted: () => false })).toBe(null);
  });
});

describe("words", () => {
  const files = openRecords([
    record("lamp-lit", "The lamp is lit", { sort: "2020-01-01 " }),
    record("lamps-out", "All lamps are out", { sort: "2021-01-01 " }),
    record("quote", "What the keeper said", {
      second: "No lamp for the harbour",
      sort: "2022-01-01 ",
    }),
    record("body", "An entry", { body: "A lamp stood here.", sort: "2023-01-01 " }),
    record("lamp-island", "Lamp Island", { title: "Lamp Island Isle of Lamps" }),
    record("negotiating", "They are negotiating the necessary basis"),
    record("negotiations", "The negotiations ended; a basis was necessary"),
    record("noted", "The tide came in", { note: "Tide table of 1904", date: "10 May 2031" }),
    record("arabic", "افتتح المنارة اليوم"),
    record("hebrew", "צה״ל הודיע"),
    record("constructor", "A constructor of __proto__ and toString"),
  ]);

  test("rank a name before a sentence, a sentence before a quotation, that before a body, and the word itself before longer ones", async () => {
    expect(await pathsFor(files, "lamp")).toEqual([
      "lamp-island",
      "lamp-lit",
      "lamps-out",
      "quote",
      "body",
    ]);
  });

  test("must all be there", async () => {
    expect(await pathsFor(files, "lamp harbour")).toEqual(["quote"]);
    expect(await pathsFor(files, "lamp zebra")).toEqual([]);
  });

  test("lead to other forms, those after the word itself", async () => {
    expect(await pathsFor(files, "negotiations")).toEqual(["negotiations", "negotiating"]);
    expect(await pathsFor(files, "lamps")).toContain("lamp-lit");
  });

  test("spelt nearly so lead there if nothing is spelt so", async () => {
    expect(await pathsFor(files, "harbuor")).toEqual(["quote"]);
    expect(await pathsFor(files, "necesary")).toHaveLength(2);
    const { isFound } = await wholeFor(files, "necesary");
    expect([isFound("necessary"), isFound("basis")]).toEqual([true, false]);
    expect(await pathsFor(files, "xyzzyplugh")).toEqual([]);
  });

  test("in quotation marks are found as they stand", async () => {
    expect(await pathsFor(files, '"necessary basis"')).toEqual(["negotiating"]);
    expect(await pathsFor(files, "“necessary basis” they")).toEqual(["negotiating"]);
    expect(await pathsFor(files, '"lamps"')).toEqual(["lamp-island", "lamps-out"]);
    expect(await pathsFor(files, '"basis necessary"')).toEqual([]);
    expect(await pathsFor(files, '"tide table of 1904"')).toEqual(["noted"]);
    expect(await pathsFor(files, '"10 May"')).toEqual(["noted"]);
  });

  test("in Arabic are found without the article and with it", async () => {
    for (const q of ["منارة", "المنارة", "والمنارة"])
      expect(await pathsFor(files, q), q).toEqual(["arabic"]);
  });

  test("in Hebrew may hold a mark of abbreviation", async () => {
    expect(await pathsFor(files, 'צה"ל')).toEqual(["hebrew"]);
  });

  test("whose files fail make a search fail that has a filter too, and nothing beside it", async () => {
    const failed: unknown[] = [];
    const onFailed = (reason: unknown): void => void failed.push(reason);
    process.on("unhandledRejection", onFailed);
    const [first] = buildSearchIndex(many).files;
    const offline = searchFiles(JSON.parse(String(first?.bytes)), async () => {
      throw new Error("offline");
    });
    const wanted = { ...NO_FILTERS, kind: "event" };
    await expect(find(offline, { ...wanted, q: "l m" })).rejects.toThrow("offline");
    expect(await find(offline, { ...wanted, q: "?!" })).toMatchObject({ count: 0 });
    await new Promise((resolve) => setTimeout(resolve));
    process.off("unhandledRejection", onFailed);
    expect(failed).toEqual([]);
  });

  test("that are names of JavaScript's own are words like any", async () => {
    for (const q of ["constructor", "__proto__", "toString"])
      expect(await pathsFor(files, q), q).toEqual(["constructor"]);
  });

  test("that are marks alone find nothing", async () => {
    expect(await pathsFor(files, "?!")).toEqual([]);
  });
});

describe("filters", () => {
  test("alone list newest first, together only what all let through, with words in the words' order", async () => {
    const files = manyFiles;
    const events = await pathsFor(files, "", { kind: "event", actor: "island-4" });
    const by = new Map(many.map((one) => [one.path.split("/")[1], one]));
    expect(events.length).toBeGreaterThan(20);
    expect(events.every((id) => by.get(id)?.filters.kind?.[0] === "event")).toBe(true);
    const days = events.map((id) => by.get(id)?.sort ?? "");
    expect(days).toEqual([...days].sort().reverse());
    const all = await pathsFor(files, "mori");
    const some = await pathsFor(files, "mori", { kind: "claim" });
    expect(some).toEqual(all.filter((id) => by.get(id)?.filters.kind?.[0] === "claim"));
    expect(await pathsFor(files, "", { kind: "nobody-can-choose-this" })).toEqual([]);
  });

  test("by date let through what can lie within", async () => {
    const files = openRecords([
      record("year", "Some day", { days: "2024-01-01/2024-12-31", sort: "2024-01-01 " }),
      record("day", "That day", { days: "2024-05-02/2024-05-02", sort: "2024-05-02 " }),
      record("undated", "No day"),
    ]);
    expect(await pathsFor(files, "", { from: "2024-05-02" })).toEqual(["day", "year"]);
    expect(await pathsFor(files, "", { from: "2024-05-03" })).toEqual(["year"]);
    expect(await pathsFor(files, "", { until: "2024-04-30" })).toEqual(["year"]);
    expect(await pathsFor(files, "day", { until: "2023-04-30" })).toEqual([]);
  });
});
