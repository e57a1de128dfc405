/** Every page of the built sheet: valid HTML, no broken link or anchor, every fact complete. */
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { LinkChecker } from "linkinator";
import { describe, expect, inject, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";
import { pagesIn, textOf, wordsOf } from "../support/site-files.ts";

const site = inject("sheetSite");
const pages = pagesIn(site);
const { records } = checkFolder(join(PROJECT_FOLDER, "content"), PROJECT_FOLDER);

/** Pages to which a script adds marks: of two actors chosen, of what was found. */
const WITH_ALL_SIGNS = ["compare/index.html", "search/index.html"];

describe("every page", () => {
  test("is valid HTML", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: {
        // A fact's title is its sentence; to cut it would change what it says.
        "long-title": "off",
        // Everything is of the same origin; integrity guards against other hosts.
        "require-sri": ["error", { target: "crossorigin" }],
      },
    });
    const reports = await Promise.all(
      pages.map(async (page) => ({
        page,
        report: await validator.validateString(textOf(site, page)),
      })),
    );
    const faults = reports.flatMap(({ page, report }) =>
      report.results.flatMap(({ messages }) =>
        messages.map(
          ({ line, column, ruleId, message }) => `${page}:${line}:${column} ${ruleId} ${message}`,
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  test("links only to pages and anchors that exist", async () => {
    const checker = new LinkChecker();
    const { links } = await checker.check({
      path: site,
      recurse: true,
      checkFragments: true,
      checkCss: true,
      linksToSkip: ["^https?://(?!localhost)"],
    });
    const broken = links.filter(({ state }) => state === "BROKEN");
    expect(broken.map(({ url, parent }) => `${parent} -> ${url}`)).toEqual([]);
    const visited = new Set(links.map(({ url }) => url.replace(`${site}/`, "")));
    const orphans = pages.filter((page) => !["404.html", "index.html"].includes(page));
    expect(orphans.filter((page) => !visited.has(page))).toEqual([]);
  });

  test("draws each sign that its marks show, and no other unless a script adds marks", () => {
    const counts = new Set<number>();
    for (const page of pages) {
      const html = textOf(site, page);
      const shown = new Set([...html.matchAll(/<use href="#g-([a-z]+)"/g)].map(([, name]) => name));
      const drawn = [...html.matchAll(/<symbol id="g-([a-z]+)"/g)].map(([, name]) => name);
      expect(drawn, page).toEqual(expect.arrayContaining([...shown]));
      if (WITH_ALL_SIGNS.includes(page)) expect(drawn, page).toHaveLength(9);
      else expect(drawn, page).toHaveLength(shown.size);
      counts.add(drawn.length);
    }
    expect(counts.size).toBeGreaterThan(3);
  });

  test("reaches nothing on another host by itself", () => {
    const loading =
      /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*\b(?:src|href|srcset|data)="(?:https?:)?\/\//;
    expect(
      pages.filter((page) =>
        loading.test(textOf(site, page).replace(/<link rel="canonical"[^>]*>/g, "")),
      ),
    ).toEqual([]);
  });

  test("holds no inline script or style", () => {
    const inline =
      /<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")|<style|\sstyle="|\son[a-z]+="/;
    expect(pages.filter((page) => inline.test(textOf(site, page)))).toEqual([]);
  });

  test("has one first-level heading, and headings in order", () => {
    const faulty = pages.filter((page) => {
      const levels = [...textOf(site, page).matchAll(/<h([1-6])/g)].map(([, level]) =>
        Number(level),
      );
      const jumps = levels.some(
        (level, place) => place > 0 && level > (levels[place - 1] ?? 0) + 1,
      );
      return levels.filter((level) => level === 1).length !== 1 || jumps;
    });
    expect(faulty).toEqual([]);
  });
});

describe("every fact's page", () => {
  const facts = records?.facts ?? [];
  const actorName = new Map(records?.actors.map(({ id, name }) => [id, name]));
  const sourceTitle = new Map(records?.sources.map(({ id, title }) => [id, title]));

  test("exists", () => {
    expect(facts.length).toBeGreaterThanOrEqual(45);
    expect(
      facts.filter(({ id }) => !pages.includes(`facts/${id}/index.html`)).map(({ id }) => id),
    ).toEqual([]);
  });

  test.each(facts.map((fact) => [fact.id, fact] as const))(
    "%s says who, what, when, how sure and where it was read",
    (id, fact) => {
      const words = wordsOf(textOf(site, `facts/${id}/index.html`));
      if (fact.by !== null) expect(words).toContain(actorName.get(fact.by));
      expect(words).toContain(fact.says);
      expect(words).toMatch(/\b(?:19|20)\d{2}\b/);
      expect(words.toLowerCase()).toContain(fact.certainty);
      for (const source of fact.source) expect(words).toContain(sourceTitle.get(source));
      if (fact.quote)
        expect(words.replace(/[“”‘’"']/g, "")).toContain(fact.quote.text.replace(/[“”‘’"']/g, ""));
    },
  );
});

describe("content in the pages", () => {
  test("shows template syntax and HTML as text", () => {
    const about = textOf(inject("wendSite"), "about/index.html");
    expect(about).toContain("{{ 7 * 7 }} and {% raw %}");
    expect(about).toContain("&lt;b&gt;this&lt;/b&gt;");
  });
});
