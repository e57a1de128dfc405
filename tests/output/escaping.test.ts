/** What content says stays text: in pages, in what pages hold as data, and in every other file of the site. */
import { join } from "node:path";
import fc from "fast-check";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import type { Records } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import { daysOfRecords } from "../../src/model/sheet-days.ts";
import { correctionFeed } from "../../src/render/correction-feed.ts";
import { jsonInHtml } from "../../src/render/json-in-html.ts";
import { createMarkdown } from "../../src/render/markdown.ts";
import { pageTypes } from "../../src/render/page-types.ts";
import { runningHeadStyle } from "../../src/render/running-head.ts";
import { crawlerFiles, manifestFile } from "../../src/render/web-files.ts";
import { contextWith } from "../render/fixtures/ferry.ts";
import { launchBrowser } from "../support/browser.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";
import { filesIn, pagesIn, textOf } from "../support/site-files.ts";

const sites = [inject("sheetSite"), inject("wendSite"), inject("arabicSite")];
const templates = filesIn(join(PROJECT_FOLDER, "templates"));
const templateText = (path: string): string => textOf(join(PROJECT_FOLDER, "templates"), path);
const njk = templates.filter((path) => path.endsWith(".njk"));

let browser: Browser;
let tab: Tab;

beforeAll(async () => {
  browser = await launchBrowser();
  tab = await browser.newPage();
});
afterAll(() => browser.close());

describe("the templates", () => {
  test("mark text as markup in the four reviewed places alone", () => {
    const marked = njk.flatMap((path) =>
      [...templateText(path).matchAll(/\{\{[^}]*\|\s*safe[^}]*\}\}/g)].map(
        ([expression]) => `${path} ${expression}`,
      ),
    );
    expect(marked).toEqual([
      "layouts/base.njk {{ view.frame.contentPolicy | safe }}",
      "layouts/base.njk {{ main | safe }}",
      "partials/text.njk {{ html | safe }}",
      "search.njk {{ view.settings | safe }}",
    ]);
  });

  test("turn escaping off nowhere, and put values into quoted attributes alone", () => {
    const faulty = njk.filter((path) =>
      /autoescape|<[^>]*\s[\w-]+=\{\{|\|\s*(?:dump|forceescape)/.test(templateText(path)),
    );
    expect(faulty).toEqual([]);
  });

  test("put no value into a script, a style, a comment or a handler", () => {
    const faulty = njk.filter((path) =>
      /<style|\sstyle=|\son[a-z]+=|<!--(?:.|\n)*?\{\{|srcdoc|javascript:/i.test(templateText(path)),
    );
    expect(faulty).toEqual([]);
  });

  test("have scripts that make elements, never markup from text", () => {
    const sinks =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|eval|new Function|srcdoc)\b|setAttribute\(\s*["'`](?:on|style)/;
    const scripts = templates.filter((path) => path.endsWith(".ts"));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((path) => sinks.test(templateText(path)))).toEqual([]);
  });
});

describe("links to other sites", () => {
  test("cannot reach back to the page", () => {
    let links = 0;
    for (const site of sites)
      for (const page of pagesIn(site))
        for (const [link] of textOf(site, page).matchAll(/<a\b[^>]*\bhref="https?:[^>]*>/g)) {
          links += 1;
          expect([page, link]).toEqual([page, expect.stringContaining('rel="noopener"')]);
        }
    expect(links).toBeGreaterThan(100);
  });

  test("in Markdown neither", () => {
    const html = createMarkdown()("[a](https://example.org/) [b](../b/index.html)", 2);
    expect(html).toBe(
      '<p><a href="https://example.org/" rel="noopener">a</a> <a href="../b/index.html">b</a></p>\n',
    );
  });
});

test("a table's alignment is no style", () => {
  const html = createMarkdown()("| a | b |\n|:-:|--:|\n| 1 | 2 |", 2);
  expect(html).not.toContain("style");
  expect(html).toContain('<th data-align="center">a</th>');
  expect(html).toContain('<td data-align="right">2</td>');
});

/** Texts that would do something if they were not text. The same length in plain letters takes their place. */
const HOSTILE = [
  `"><script>globalThis.hit=1</script>`,
  `' onmouseover='globalThis.hit=1' x='`,
  `</title></style></textarea><img src=x onerror=globalThis.hit=1>`,
  `--><svg onload=globalThis.hit=1>`,
  `{{ 7 * 7 }}{% include "home.njk" %}`,
  "&lt;script&gt;&#60;b&#62;&amp;",
  "\u2028</script><!--<script>",
];

/** The ferry's records with every plain sentence made another. */
function ferryWith(text: (index: number) => string): Records {
  const folder = join(PROJECT_FOLDER, "tests/render/fixtures");
  const { records } = checkFolder(join(folder, "ferry"), folder);
  if (!records) throw new Error("The fixture has errors");
  let count = 0;
  const next = (given: string): string => (given === "" ? "" : text(count++));
  return {
    ...records,
    site: {
      ...records.site,
      title: next(records.site.title),
      question: next(records.site.question),
      summary: next(records.site.summary),
    },
    actors: records.actors.map((actor) => ({
      ...actor,
      name: next(actor.name),
      summary: next(actor.summary),
      aliases: actor.aliases.map(next),
      speaksFor: actor.speaksFor.map((office) => ({ ...office, as: next(office.as) })),
    })),
    issues: records.issues.map((issue) => ({
      ...issue,
      title: next(issue.title),
      question: next(issue.question),
    })),
    sources: records.sources.map((source) => ({
      ...source,
      title: next(source.title),
      publisher: next(source.publisher),
      author: next(source.author),
    })),
    facts: records.facts.map((fact) => ({
      ...fact,
      says: next(fact.says),
      corrections: fact.corrections.map((one) => ({ ...one, note: next(one.note) })),
      ...(fact.quote && { quote: { ...fact.quote, where: next(fact.quote.where) } }),
      ...("if" in fact && { if: next(fact.if) }),
      ...("otherwise" in fact && { otherwise: next(fact.otherwise) }),
      ...("place" in fact && { place: next(fact.place) }),
    })),
    pages: records.pages.map((page) => ({
      ...page,
      title: next(page.title),
      summary: next(page.summary),
    })),
  };
}

function pagesOf(records: Records): { readonly path: string; readonly html: string }[] {
  const dossier = buildDossier(records, sheetDate(records));
  const days = daysOfRecords(records, dossier.asOfDates);
  return pageTypes(dossier, contextWith({ days })).flatMap(({ pages }) =>
    pages.map(({ path, render }) => ({ path, html: render() })),
  );
}

/** Elements and the names of their attributes, as Chromium reads a page. */
const SKELETON = `(html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")]
  .map((element) => element.localName + " " + element.getAttributeNames().sort().join(" "))
  .join("\\n")`;

async function skeletons(pages: readonly { readonly html: string }[]): Promise<string[]> {
  const texts = JSON.stringify(pages.map(({ html }) => html));
  return tab.evaluate(`${texts}.map(${SKELETON})`);
}

describe("pages of a sheet whose every sentence is hostile", () => {
  // Numbered, so that what is put in order by name keeps its order.
  const hostile = (index: number): string => `${1000 + index} ${HOSTILE[index % HOSTILE.length]}`;
  const records = ferryWith(hostile);
  const pages = pagesOf(records);

  test("have the elements and attributes that harmless words give them", async () => {
    const harmless = pagesOf(ferryWith((index) => hostile(index).replace(/[^ \d]/g, "x")));
    expect(pages.map(({ path }) => path)).toEqual(harmless.map(({ path }) => path));
    const [found, expected] = [await skeletons(pages), await skeletons(harmless)];
    pages.forEach(({ path }, place) => {
      expect([path, found[place]]).toEqual([path, expected[place]]);
    });
  });

  test("run none of it", async () => {
    for (const { html } of pages) {
      await tab.setContent(html.replace(/<meta http-equiv[^>]*>/, ""), { waitUntil: "commit" });
      expect(await tab.evaluate("globalThis.hit")).toBe(undefined);
    }
  });

  test("say in Chromium what the content says", async () => {
    const home = pages.find(({ path }) => path === "index.html")?.html ?? "";
    const question = await tab.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(home)}, "text/html").querySelector("h1").textContent`,
    );
    expect(question).toBe(records.site.question);
  });
});

/** Any text, with what ends and opens things in HTML, CSS, XML and JSON thrown in. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replace(/\p{Cs}/gu, "")),
      fc.constantFrom(...HOSTILE, "]]>", "\\", '"', "'", "\n", "}", "*/", "<!--", "&", "\u0000"),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));
const texts = fc.sample(anyText, { numRuns: 500, seed: 6 });

describe("data in files and pages is read back as it was given", () => {
  test("JSON in a page", async () => {
    const pages = texts.map(
      (text) => `<script type="application/json">${jsonInHtml({ [text]: text })}</script><b>`,
    );
    const read = await tab.evaluate(
      `${JSON.stringify(pages)}.map((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        return [page.querySelector("script").textContent, page.querySelectorAll("body > *, head > *").length];
      })`,
    );
    expect(read).toEqual(texts.map((text) => [jsonInHtml({ [text]: text }), 2]));
    for (const text of texts)
      expect(JSON.parse(jsonInHtml({ [text]: text }))).toEqual({ [text]: text });
  });

  test("the manifest", () => {
    for (const text of texts) {
      const site = { title: text, summary: text, language: "en" };
      const { bytes } = manifestFile(sheetOf(site), contextWith().assets);
      expect(JSON.parse(bytes.toString())).toMatchObject({ name: text, description: text });
    }
  });

  test("the map of the site, whose addresses may hold what XML keeps for itself", async () => {
    const url = "https://example.org/a&b/?c=<d>&e='f'\"";
    const [map, robots] = crawlerFiles(sheetOf({ url }), ["index.html", "a/index.html"], false);
    const read = await tab.evaluate(
      `[...new DOMParser().parseFromString(${JSON.stringify(map?.bytes.toString())}, "application/xml").querySelectorAll("*")].map(({ localName, textContent }) => [localName, textContent.trim()]).filter(([name]) => name !== "urlset" && name !== "url")`,
    );
    expect(read).toEqual([
      ["loc", `${url}/`],
      ["loc", `${url}/a/`],
    ]);
    expect(robots?.bytes.toString().split("\n")).toHaveLength(4);
  });

  test("the feed of corrections, whose every sentence is hostile", async () => {
    const records = ferryWith((index) => `${1000 + index} ${HOSTILE[index % HOSTILE.length]}`);
    const dossier = buildDossier(records, sheetDate(records));
    const [{ fact, note } = { fact: null, note: "" }] = dossier.corrections;
    const feed = correctionFeed(dossier, contextWith().words).bytes.toString();
    const read = await tab.evaluate(
      `(() => {
        const feed = new DOMParser().parseFromString(${JSON.stringify(feed)}, "application/xml");
        const text = (selector) => feed.querySelector(selector)?.textContent;
        return [feed.querySelectorAll("parsererror, script, img, svg").length, text("author name"), text("entry title"), text("entry content")];
      })()`,
    );
    expect(dossier.corrections.length).toBeGreaterThan(0);
    expect(read).toEqual([0, records.site.title, fact?.says, note]);
  });

  test("the head of printed pages, in a style sheet", async () => {
    const sheets = texts.map(
      (text) =>
        `${runningHeadStyle({ start: text, end: text, direction: "ltr" })}\n#after{color:red}`,
    );
    const read = await tab.evaluate(
      `${JSON.stringify(sheets)}.map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map(({ cssText }) => cssText.replace(/"(?:[^"\\\\]|\\\\.)*"/gs, "")).join("|");
      })`,
    );
    expect(new Set(read as string[]).size).toBe(1);
    expect(String(read)).toContain("#after");
  });
});

const plain = ferryWith(() => "plain");
const nothing = {
  ...buildDossier(plain, sheetDate(plain)),
  facts: new Map(),
  actors: new Map(),
  issues: new Map(),
  sources: new Map(),
};

/** A dossier of which only the site is asked for. */
function sheetOf(site: Partial<Records["site"]>): Dossier {
  return { ...nothing, site: { ...nothing.site, ...site } };
}
