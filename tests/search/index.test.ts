/** The search index: what it holds of the fictional sheet, that its bytes are settled, and what an edit touches. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { idsIn, type SearchIndex } from "../../src/build/search-format.ts";
import { buildSearchIndex, openSearch } from "../../src/build/search-index.ts";
import { checkFolder } from "../../src/check/check.ts";
import type { SearchRecord } from "../../src/render/search-records.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, WEND, wendWith } from "../support/sheet.ts";
import { contentsOf, filesIn } from "../support/site-files.ts";
import { manyRecords, openIndex, pathsFor, record } from "./records.ts";

const site = inject("wendSite");
const index: SearchIndex = JSON.parse(readFileSync(join(site, "search/index.json"), "utf8"));
const wend = openIndex((path) => readFileSync(join(site, path), "utf8"));
const held = index.blocks.flatMap((name): string[][] =>
  JSON.parse(readFileSync(join(site, `search/index/${name}.json`), "utf8")),
);

/** The fictional sheet, built. */
function wendBuilt(environment: Readonly<Record<string, string>> = {}): string {
  const built = wendWith();
  const { status, stderr } = standpoint(built, ["build"], environment);
  expect([status, stderr]).toEqual([0, ""]);
  return built;
}

describe("the index", () => {
  test("has one record for each fact, actor, issue, source and page, and none for what is withdrawn", () => {
    const files = filesIn(WEND).filter(
      (path) => path !== "site.md" && !/^withdrawn:/m.test(readFileSync(join(WEND, path), "utf8")),
    );
    const pages = files.map((path) =>
      path
        .replace(/^pages\//, "")
        .replace(/^(\w+)\/(?:.*\/)?([^/]+)\.md$/, "$1/$2")
        .replace(/\.md$/, ""),
    );
    const paths = held.map(([, path = ""]) => path);
    expect([...paths].sort()).toEqual(pages.map((page) => `${page}/index.html`).sort());
    for (const path of paths) expect(existsSync(join(site, path)), path).toBe(true);
  });

  test("has of a fact its sentence, its quotation, its names and what it can be chosen by", async () => {
    const source = readFileSync(join(WEND, "facts/upper-wend-demands-all-night.md"), "utf8");
    const says = /^says: (.+)$/m.exec(source)?.[1] ?? "-";
    const quote = /^ {2}text: (.+)$/m.exec(source)?.[1] ?? "-";
    const [id = ""] = held.find(([, , text]) => text === says) ?? [];
    const [fact] = await wend.full(idsIn(id));
    expect(fact).toMatchObject({ says, second: quote, quote: "1" });
    expect(fact?.names).toContain("Lower Wend");
    expect(fact?.who).toContain("Upper Wend");
    expect(fact?.days).toMatch(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/);
    const filters = [
      { kind: "demand" },
      { kind: "quote" },
      { actor: "lower-wend" },
      { actor: "upper-wend" },
    ];
    for (const filter of filters)
      expect(await pathsFor(wend, "", filter)).toContain("upper-wend-demands-all-night");
  });

  test("has the other names of an actor, and gives the actor for them before all else", async () => {
    const { records } = checkFolder(WEND, PROJECT_FOLDER);
    const named = (records?.actors ?? []).flatMap(({ id, aliases }) =>
      aliases.map((alias) => ({ id, alias })),
    );
    expect(named).not.toEqual([]);
    for (const { id, alias } of named) expect((await pathsFor(wend, alias))[0], alias).toBe(id);
  });

  test("holds no HTML and no Markdown of a body", async () => {
    const texts = held.flat().join(" ");
    expect(texts).toContain("<b>this</b>");
    expect(texts).not.toMatch(/<p>|<\/p>|&lt;/);
  });

  test("has no file that nothing names", () => {
    const named = [...Object.values(index.shards), ...index.blocks, ...Object.values(index.lists)];
    expect(readdirSync(join(site, "search/index")).sort()).toEqual(
      [...new Set(named)].map((name) => `${name}.json`).sort(),
    );
  });

  test("of a small sheet is small", () => {
    const bytes = readFileSync(join(site, "search/index.json")).length;
    expect(bytes).toBeLessThan(60_000);
    expect(index.shards).toEqual({});
  });
});

describe("the index's bytes", () => {
  test("are the same in every run, in another time zone and folder, on another machine's clock", () => {
    const strange = join(PROJECT_FOLDER, "tests/support/strange-machine.mjs");
    const other = wendBuilt({
      TZ: "Pacific/Kiritimati",
      LC_ALL: "tr_TR.UTF-8",
      NODE_OPTIONS: `--import ${strange}`,
    });
    expect(contentsOf(join(other, "_site/search"))).toEqual(contentsOf(join(site, "search")));
  });
});

describe("an index with a memory", () => {
  const records = manyRecords(500);
  const first = buildSearchIndex(records);

  /** A change of a list of records. */
  const change: fc.Arbitrary<(list: readonly SearchRecord[]) => readonly SearchRecord[]> = fc
    .record({
      at: fc.nat(499),
      how: fc.constantFrom("words", "date", "filter", "add", "remove", "rename"),
      text: fc.stringMatching(/^(?:[a-z]{1,6} ){1,4}$/),
    })
    .map(({ at, how, text }) => (list) => {
      const old = list[at % list.length] ?? record("none", "none");
      const changed: Readonly<Record<string, readonly SearchRecord[]>> = {
        words: [{ ...old, says: text }],
        date: [{ ...old, sort: "2030-01-01 ", days: "2030-01-01/2030-01-01" }],
        filter: [{ ...old, filters: { kind: ["offer"] } }],
        add: [old, record(`new-${text.replaceAll(" ", "-")}${at}`, text)],
        remove: [],
        rename: [{ ...old, path: `facts/renamed-${at}/index.html` }],
      };
      return list.flatMap((one) => (one === old ? (changed[how] ?? []) : [one]));
    });

  test("has the same files as one without, and makes no file that was there", () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (changes, isRead) => {
          const edited = changes.reduce<readonly SearchRecord[]>(
            (list, edit) => edit(list),
            records,
          );
          const memory = isRead ? deserialize(serialize(first.memory)) : first.memory;
          const next = buildSearchIndex(edited, memory);
          const clean = new Map(
            buildSearchIndex(edited).files.map(({ path, bytes }) => [path, bytes]),
          );
          expect([...next.files.map(({ path }) => path), ...next.kept].sort()).toEqual(
            [...clean.keys()].sort(),
          );
          for (const { path, bytes } of next.files) expect(bytes, path).toBe(clean.get(path));
          const before = new Set(first.files.map(({ path }) => path));
          for (const path of next.kept) expect(before.has(path), path).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("keeps most files after one edit", () => {
    const edited = records.map((one, at) =>
      at === 77 ? { ...one, says: "The lamp is out" } : one,
    );
    const { kept } = buildSearchIndex(edited, first.memory);
    const shards = new Set(first.memory.shards.values()).size;
    expect(kept.length).toBeGreaterThan((shards + first.memory.blocks.length) / 2);
  });
});

describe("an index that is made when it is asked for", () => {
  test("lists no records before that, and again only after a change", () => {
    let lists = 0;
    let says = "The lamp is lit";
    const search = openSearch(() => {
      lists++;
      return [record("lamp", says)];
    });
    expect(search.file("index.html")).toBeUndefined();
    expect(lists).toBe(0);
    const before = String(search.file("search/index.json")?.bytes);
    expect(before).toContain("lit");
    const block: SearchIndex = JSON.parse(before);
    expect(search.file(`search/index/${block.blocks[0]}.json`)?.bytes).toContain("The lamp is lit");
    expect(search.file("search/index/nothing.json")).toBeUndefined();
    expect(lists).toBe(1);
    says = "The lamp is out";
    search.changed();
    expect(lists).toBe(1);
    expect(String(search.file("search/index.json")?.bytes)).not.toBe(before);
    expect(lists).toBe(2);
  });
});

describe("--no-search", () => {
  test("leaves the index out, and the search page says so and offers browsing", () => {
    const built = wendWith();
    expect(standpoint(built, ["build", "--no-search"]).status).toBe(0);
    expect(existsSync(join(built, "_site/search/index"))).toBe(false);
    const page = readFileSync(join(built, "_site/search/index.html"), "utf8");
    expect(page).toContain("without a search index");
    expect(page).toContain('href="../actors/index.html"');
    expect(page).not.toContain("<form");
  });
});
