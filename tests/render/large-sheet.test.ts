/** Pages of a large made-up sheet: none is long, and nothing is out of reach. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCorpus } from "../../bench/corpus.ts";
import { compileSheet } from "../../src/build/compile.ts";
import { buildOptions } from "../../src/build/options.ts";
import { renderSite } from "../../src/build/render-site.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { PATHS, pagePath } from "../../src/render/links.ts";
import type { PageTypeName } from "../../src/render/page-places.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";

/** More cells than a matrix is shown whole with, and more positions on an issue than fit one page. */
const SIZE = { facts: 3_000, actors: 240, issues: 16, sources: 250, seed: 7 };

/** The most that a page of each type may have, in thousands of bytes. */
const LARGEST: Readonly<Record<PageTypeName, number>> = {
  home: 58,
  actors: 46,
  actor: 150,
  issues: 58,
  issue: 128,
  demands: 80,
  timeline: 70,
  day: 20,
  days: 32,
  comparison: 80,
  comparisons: 32,
  "fact-list": 88,
  fact: 18,
  withdrawn: 18,
  moved: 12,
  sources: 40,
  source: 22,
  corrections: 24,
  glossary: 12,
  search: 10,
  page: 10,
  "not-found": 8,
};

interface Page {
  readonly type: PageTypeName;
  readonly path: string;
  readonly html: string;
}

const folder = mkdtempSync(join(tmpdir(), "standpoint-large-"));
const pages = new Map<string, Page>();
let dossier: Dossier;

beforeAll(() => {
  writeCorpus(join(folder, "content"), SIZE);
  const options = { ...buildOptions(PROJECT_FOLDER, folder), search: false };
  const sheet = compileSheet(options);
  if (!sheet.dossier) throw new Error("The made-up sheet does not compile");
  dossier = sheet.dossier;
  for (const { name, pages: all } of renderSite(dossier, options, sheet.days).pageTypes)
    for (const { path, render } of all) pages.set(path, { type: name, path, html: render() });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The page at a path. */
function pageAt(path: string): Page {
  const page = pages.get(path);
  if (!page) throw new Error(`There is no page ${path}`);
  return page;
}

/** Paths of the pages to which a page's own plain links lead. */
function linkedFrom({ path, html }: Page): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"#:]*)[^":]*"/g)].flatMap(([, address = ""]) => {
    const target = posix.join(posix.dirname(path), address);
    return address !== "" && pages.has(target) ? [target] : [];
  });
}

describe("a sheet of 3,000 facts", () => {
  test("has no page beyond the limit of its type, home under 58 kB", () => {
    const beyond = [...pages.values()]
      .map(({ type, path, html }) => ({ path, type, bytes: Buffer.byteLength(html) }))
      .filter(({ type, bytes }) => bytes >= LARGEST[type] * 1000);
    expect(beyond).toEqual([]);
  });

  test("has every actor, issue, fact and source within reach of the home page by plain links", () => {
    const reached = new Set<string>([PATHS.home]);
    for (const path of reached) for (const target of linkedFrom(pageAt(path))) reached.add(target);
    const wanted = [
      ...[...dossier.actors.keys()].map(PATHS.actor),
      ...[...dossier.issues.keys()].map(PATHS.issue),
      ...[...dossier.facts.keys()].map(PATHS.fact),
      ...[...dossier.sources.keys()].map(PATHS.source),
      ...pages.keys(),
    ];
    expect(wanted.filter((path) => !reached.has(path))).toEqual([PATHS.notFound]);
  });

  test("shows on the home page whose positions were stated last, and says that there are more", () => {
    const { html } = pageAt(PATHS.home);
    expect(html).toContain("too many for one page");
    expect(linkedFrom(pageAt(PATHS.home))).toEqual(
      expect.arrayContaining([PATHS.issues, PATHS.actors]),
    );
    const shown = [...html.matchAll(/<th scope="row" data-id="([^"]+)"/g)].map(([, id]) => id);
    const actors = dossier.matrix.actors.slice(0, 6);
    const newest = dossier.matrix.rows
      .map(({ issue, cells }) => ({
        issue,
        day: cells
          .filter(({ actor }) => actors.includes(actor))
          .flatMap(({ standing }) => (standing.state === "none" ? [] : standing.inForce))
          .map(({ date }) => date.last)
          .sort()
          .at(-1),
      }))
      .sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? 1 : -1))
      .slice(0, 5);
    expect(shown.toSorted()).toEqual(newest.map(({ issue }) => issue).sort());
  });

  test("says above each list of many pages which of them this is, and that filters see it alone", () => {
    const lists = [PATHS.facts, PATHS.demands, PATHS.timeline, PATHS.actors, PATHS.sources];
    for (const list of lists) {
      const second = pageAt(pagePath(list, 2)).html;
      expect(second.split("</h1>")[0], list).toMatch(/<p class="kicker">Page 2 of \d+<\/p>/);
    }
    expect(pageAt(pagePath(PATHS.demands, 2)).html).toMatch(/>Shown on this page: (\d+) of \1</);
  });

  test("has every stated position on an issue on one of the issue's pages, each once", () => {
    let paged = 0;
    for (const { issue, cells } of dossier.issues.values()) {
      const own = [...pages.values()].filter(
        ({ type, path }) => type === "issue" && path.startsWith(`issues/${issue.id}/`),
      );
      if (own.length > 1) paged++;
      const shown = own.flatMap(({ html }) =>
        [...html.matchAll(/<li class="position" data-item data-actor="([^"]+)"/g)].map(
          ([, id]) => id,
        ),
      );
      const stated = cells.filter(({ standing }) => standing.state !== "none");
      expect(shown).toEqual(stated.map(({ actor }) => actor));
    }
    expect(paged).toBeGreaterThan(0);
  });

  test("has the count of each stance right where not all are named", () => {
    const [entry] = dossier.issues.values();
    if (!entry) throw new Error("The made-up sheet has no issue");
    const { html } = pageAt(PATHS.issue(entry.issue.id));
    const supporting = entry.cells.filter(
      ({ standing }) => standing.state === "stated" && standing.inForce[0]?.stance === "supports",
    );
    expect(html).toMatch(
      new RegExp(`</svg>Supports</span></dt>\\s*<dd><b>${supporting.length}:</b>`),
    );
  });
});
