/** The search index of the fictional sheet: what it holds, how it is made, and that its bytes are settled. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { arrayOf, itemsOf, textItem, textOf } from "../../src/build/cbor.ts";
import { buildSearchIndex } from "../../src/build/search-index.ts";
import { checkFolder } from "../../src/check/check.ts";
import type { SearchRecord } from "../../src/render/search-records.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, WEND, wendWith } from "../support/sheet.ts";
import { contentsOf, filesIn } from "../support/site-files.ts";

/** A record as Pagefind keeps it for a result. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

const site = inject("wendSite");
const index = join(site, "search/pagefind");
const fragments: readonly Fragment[] = readdirSync(join(index, "fragment")).map((name) =>
  JSON.parse(
    gunzipSync(readFileSync(join(index, "fragment", name)))
      .subarray("pagefind_dcd".length)
      .toString(),
  ),
);

/** The fictional sheet, built. */
function wendBuilt(environment: Readonly<Record<string, string>> = {}): string {
  const built = wendWith();
  const { status, stderr } = standpoint(built, ["build"], environment);
  expect([status, stderr]).toEqual([0, ""]);
  return built;
}

function fragmentOf(url: string): Fragment {
  const found = fragments.find((fragment) => fragment.url === url);
  if (!found) throw new Error(`${url} is not in the index`);
  return found;
}

describe("the index", () => {
  test("has one record for each fact, actor, issue, source and page", () => {
    const files = filesIn(WEND).filter((path) => path !== "site.md");
    const pages = files.map((path) =>
      path
        .replace(/^pages\//, "")
        .replace(/^(\w+)\/(?:.*\/)?([^/]+)\.md$/, "$1/$2")
        .replace(/\.md$/, ""),
    );
    expect(fragments.map(({ url }) => url).sort()).toEqual(
      pages.map((page) => `${page}/index.html`).sort(),
    );
    for (const { url } of fragments) expect(existsSync(join(site, url)), url).toBe(true);
  });

  test("has of a fact its sentence, its quotation, its names and what it can be chosen by", () => {
    const fact = fragmentOf("facts/upper-wend-demands-all-night/index.html");
    const source = readFileSync(join(WEND, "facts/upper-wend-demands-all-night.md"), "utf8");
    const says = /^says: (.+)$/m.exec(source)?.[1] ?? "-";
    const quote = /^ {2}text: (.+)$/m.exec(source)?.[1] ?? "-";
    expect(fact.meta.title).toBe(says);
    expect(fact.content.split(" ¶").map((part) => part.trim())).toEqual([
      says,
      quote,
      "",
      expect.any(String),
      expect.stringContaining("Lower Wend"),
    ]);
    expect(fact.filters.kind).toEqual(["demand", "quote"]);
    expect(fact.filters.actor).toEqual(expect.arrayContaining(["lower-wend", "upper-wend"]));
    expect(fact.filters.date?.[0]).toMatch(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/);
    expect(fact.meta.who).toContain("Upper Wend");
  });

  test("has the other names of an actor", () => {
    const named = fragments.filter(({ filters }) => filters.kind?.includes("actor"));
    const { records } = checkFolder(WEND, PROJECT_FOLDER);
    const aliases = (records?.actors ?? []).flatMap((actor) => actor.aliases);
    expect(aliases).not.toEqual([]);
    expect(named.length).toBeGreaterThan(3);
    for (const alias of aliases)
      expect(
        named.some(({ meta, content }) => `${meta.names} ${content}`.includes(alias)),
        alias,
      ).toBe(true);
  });

  test("holds no HTML and no Markdown of a body", () => {
    const about = fragmentOf("about/index.html");
    expect(about.content).toContain("<b>this</b>");
    expect(about.content).not.toMatch(/<p>|<\/p>|&lt;/);
  });

  test("is shipped without Pagefind's own page parts", () => {
    const names = filesIn(index).filter((path) => !path.includes("/"));
    expect(names.filter((name) => !/^pagefind\.[a-z]+_[0-9a-f]{10}\.pf_meta$/.test(name))).toEqual([
      "pagefind-entry.json",
      "pagefind.js",
      "wasm.en.pagefind",
    ]);
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
    expect(contentsOf(join(other, "_site/search/pagefind"))).toEqual(
      contentsOf(join(site, "search/pagefind")),
    );
  });

  test("do not depend on the order in which Pagefind's hash maps are kept", async () => {
    const record = (number: number): SearchRecord => ({
      path: `facts/f${number}/index.html`,
      content: `Sentence ${number} about lamps ¶ and oil ${number % 7}`,
      meta: { title: `Sentence ${number}` },
      filters: {
        kind: [`k${number % 6}`],
        actor: [`a${number % 5}`, `a${number % 3}x`],
        issue: [`i${number % 4}`],
      },
      sort: `2025-05-${10 + (number % 20)}`,
    });
    const records = Array.from({ length: 120 }, (_, number) => record(number));
    const bytes = async (list: readonly SearchRecord[]) =>
      (await buildSearchIndex(list, "en")).map(({ path, bytes }) => [
        path,
        createHash("sha256").update(bytes).digest("hex"),
      ]);
    const first = await bytes(records);
    for (let run = 0; run < 4; run++) expect(await bytes(records)).toEqual(first);
  });
});

describe("--no-search", () => {
  test("leaves the index out, and the search page says so and offers browsing", () => {
    const built = wendWith();
    expect(standpoint(built, ["build", "--no-search"]).status).toBe(0);
    expect(existsSync(join(built, "_site/search/pagefind"))).toBe(false);
    const page = readFileSync(join(built, "_site/search/index.html"), "utf8");
    expect(page).toContain("without a search index");
    expect(page).toContain('href="../actors/index.html"');
    expect(page).not.toContain("<form");
  });
});

describe("an array of CBOR", () => {
  test("is taken apart and put together again byte for byte, however long", () => {
    for (const count of [0, 1, 23, 24, 255, 256, 70_000]) {
      const items = Array.from({ length: count }, (_, number) =>
        textItem(`ё${"x".repeat(count < 1000 ? number : number % 3)}`),
      );
      const array = arrayOf(items);
      expect(itemsOf(array).length).toBe(count);
      expect(Buffer.compare(arrayOf(itemsOf(array)), array)).toBe(0);
      expect(itemsOf(array).slice(0, 300).map(textOf)).toEqual(items.slice(0, 300).map(textOf));
    }
  });

  test("that is cut off or of no definite length is refused", () => {
    expect(() => itemsOf(Uint8Array.of(0x82, 0x61, 0x61))).toThrow();
    expect(() => itemsOf(Uint8Array.of(0x9f, 0xff))).toThrow();
    expect(() => itemsOf(textItem("x"))).toThrow();
  });
});
