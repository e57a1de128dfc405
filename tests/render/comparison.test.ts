/** Two actors side by side. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import type { Records } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import type { Dossier } from "../../src/model/dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import {
  type ActorPositions,
  type ComparedPositions,
  comparisonFiles,
} from "../../src/render/comparison-files.ts";
import {
  comparedActors,
  comparisonPairs,
  comparisonPath,
  MOST_PAIRED,
} from "../../src/render/comparison-pairs.ts";
import { PATHS } from "../../src/render/links.ts";
import { numbersOf } from "../../src/render/numbers.ts";
import { pageTypes } from "../../src/render/page-types.ts";
import { type Scope, scopeOf } from "../../src/render/scope.ts";
import { type ComparisonView, comparisonView } from "../../src/render/views/comparison.ts";
import { records } from "../support/records.ts";
import { PROJECT_FOLDER, WEND } from "../support/sheet.ts";
import { contextWith } from "./fixtures/ferry.ts";

const context = contextWith();

function scopeFor(dossier: Dossier): Scope {
  return scopeOf(
    dossier,
    context,
    numbersOf(dossier.named.facts.values(), context),
    "compare/a/b/index.html",
  );
}

function dossierOf(folder: string): Dossier {
  const { records: found } = checkFolder(folder, PROJECT_FOLDER);
  if (!found) throw new Error(`${folder} does not compile`);
  return buildDossier(found, sheetDate(found));
}

/** All that two pages of one pair must have in common, in the order of columns of the first. */
function inOrder(view: ComparisonView, swap: boolean): object {
  const order = <Item>([one, other]: readonly [Item, Item]): readonly Item[] =>
    swap ? [other, one] : [one, other];
  const { frame: _frame, title: _title, names, groups, others, ...rest } = view;
  return {
    ...rest,
    names: order(names),
    others: order(others),
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: order(row.cells) })),
    })),
  };
}

/** A sheet with more parties than have pages of their own. */
function crowd(given: Records): Records {
  const [actor] = given.actors;
  const position = given.facts.find(({ kind }) => kind === "position");
  if (!actor || position?.kind !== "position") throw new Error("Nothing to multiply");
  const ids = Array.from({ length: MOST_PAIRED + 1 }, (_, place) => `side-${place}`);
  return {
    ...given,
    actors: ids.map((id) => ({
      ...actor,
      id,
      name: id,
      role: "party",
      members: [],
      speaksFor: [],
    })),
    facts: ids.map((id) => ({ ...position, id: `of-${id}`, by: id, replaces: null, quote: null })),
  };
}

describe("two actors side by side", () => {
  test("swap their columns, and nothing else, when they are swapped", () => {
    fc.assert(
      fc.property(records, (given) => {
        const dossier = buildDossier(given, sheetDate(given));
        const scope = scopeFor(dossier);
        for (const [a, b] of comparisonPairs(dossier)) {
          const there = comparisonView(scope, a, b);
          const back = comparisonView(scope, b, a);
          expect(inOrder(back, true)).toEqual(inOrder(there, false));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("have each issue in one place, and as many as the summary says", () => {
    for (const folder of [WEND, join(PROJECT_FOLDER, "content")]) {
      const dossier = dossierOf(folder);
      for (const [a, b] of comparisonPairs(dossier)) {
        const { groups, unheard, summary } = comparisonView(scopeFor(dossier), a, b);
        const titles = [
          ...groups.flatMap(({ rows }) => rows.map(({ issue }) => issue.title)),
          ...unheard.map(({ title }) => title),
        ];
        expect(titles.sort()).toEqual(
          [...dossier.issues.values()].map(({ issue }) => issue.title).sort(),
        );
        const counted = summary.flatMap(({ parts }) => parts.flatMap(({ issues }) => issues));
        expect(counted.length).toBe(dossier.issues.size);
      }
    }
  });

  test("have one page, linked from both, whichever is named first", () => {
    const dossier = dossierOf(join(PROJECT_FOLDER, "content"));
    const pages = new Map(
      pageTypes(dossier, context).flatMap(({ pages: all }) =>
        all.map(({ path, render }) => [path, render] as const),
      ),
    );
    const pairs = comparisonPairs(dossier);
    expect(pairs.length).toBeGreaterThan(1);
    for (const [a, b] of pairs) {
      const path = comparisonPath(dossier, b, a);
      expect(path).toBe(comparisonPath(dossier, a, b));
      expect(pages.has(path)).toBe(true);
      for (const actor of [a, b])
        expect(pages.get(PATHS.actor(actor))?.()).toContain(`href="../../${path}"`);
      expect(pages.get(PATHS.comparisons)?.()).toContain(`href="../${path}"`);
    }
  });

  test("are parties or backers that have spoken", () => {
    const dossier = dossierOf(join(PROJECT_FOLDER, "content"));
    const roles = comparedActors(dossier).map((id) => dossier.actors.get(id)?.actor.role);
    expect(new Set(roles)).toEqual(new Set(["party", "backer"]));
    expect(comparisonPath(dossier, "russia", "united-states")).toBe("");
  });
});

describe("a sheet with many parties", () => {
  const { records: wend } = checkFolder(WEND, PROJECT_FOLDER);
  if (!wend) throw new Error("The fictional sheet does not compile");
  const given = crowd(wend);
  const dossier = buildDossier(given, sheetDate(given));
  const types = new Map(pageTypes(dossier, context).map(({ name, pages }) => [name, pages]));

  test("has one page that reads their positions, and says what to do without a script", () => {
    expect(types.get("comparison")).toEqual([]);
    const html = types.get("comparisons")?.[0]?.render() ?? "";
    expect(html.split("<option ").length - 1).toBe(2 * (MOST_PAIRED + 1));
    expect(html).toContain("<noscript>");
    expect(html).toContain('href="../issues/index.html"');
  });

  test("writes those of each to a file whose links are those of that page", () => {
    const [common, ...files] = comparisonFiles(dossier, context);
    expect(common?.path).toBe(PATHS.comparedPositions);
    const { issues } = JSON.parse(common?.bytes ?? "{}") as ComparedPositions;
    const ids = comparedActors(dossier);
    expect(files.map(({ path }) => path)).toEqual(ids.map(PATHS.comparedPositionsOf));
    for (const [place, id] of ids.entries()) {
      const { name, cells } = JSON.parse(files[place]?.bytes ?? "{}") as ActorPositions;
      expect([name, cells.length]).toEqual([id, issues.length]);
      const links = cells.flatMap(({ statements }) => statements.map(({ href }) => href));
      expect(links).toEqual([`../facts/of-${id}/index.html`]);
    }
  });

  test("has no such file where each pair has a page", () => {
    expect(comparisonFiles(dossierOf(WEND), context)).toEqual([]);
  });
});
