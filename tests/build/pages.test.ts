/** Which pages of a sheet are rendered again after an edit: all that change, and few others. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusOf, writeCorpus } from "../../bench/corpus.ts";
import { compileSheet } from "../../src/build/compile.ts";
import { buildOptions } from "../../src/build/options.ts";
import { type PageMemory, putPages, readsOf } from "../../src/build/page-memory.ts";
import { type RenderTools, renderSite, renderTools } from "../../src/build/render-site.ts";
import type { SiteTree } from "../../src/build/site-tree.ts";
import { WHOLE_SHEET } from "../../src/render/reads.ts";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";

interface Rendering {
  readonly memory: PageMemory;
  /** What each page rendered now, by path. */
  readonly rendered: ReadonlyMap<string, string>;
}

/** A sheet whose pages are rendered in memory, each time with what the last time left. */
function sheetOf(facts: number): {
  readonly content: string;
  readonly render: (memory: PageMemory | null) => Rendering;
} {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  writeCorpus(content, corpusOf(facts));
  const options = buildOptions(PROJECT_FOLDER, folder);
  let tools: RenderTools | null = null;
  const render = (memory: PageMemory | null): Rendering => {
    const { dossier, days, bodies, problems } = compileSheet(options);
    if (!dossier) throw new Error(JSON.stringify(problems[0]?.place));
    tools = renderTools(dossier, PROJECT_FOLDER, tools);
    const site = renderSite(dossier, options, days, { tools, earlier: memory, bodies });
    const rendered = new Map<string, string>();
    const tree: SiteTree = {
      isIntact: () => true,
      keep: () => undefined,
      put: (path, html) => rendered.set(path, String(html)),
      publish: () => {
        throw new Error("Nothing is published here");
      },
      discard: () => undefined,
    };
    const pages = site.pageTypes.flatMap((type) => type.pages);
    return { memory: putPages(pages, site, memory, tree), rendered };
  };
  return { content, render };
}

/** Paths of pages that differ between two renderings of all pages, or are in the later alone. */
function changedPages(before: Rendering, after: Rendering): string[] {
  return [...after.rendered]
    .filter(([path, html]) => before.rendered.get(path) !== html)
    .map(([path]) => path);
}

test("no page of a sheet of 300 facts reads all of it", () => {
  const { memory } = sheetOf(300).render(null);
  const { places, placeOf } = memory.keys;
  const whole = memory.paths.filter((_, page) =>
    readsOf(memory, page).some((key) => places[placeOf[key] ?? 0] === WHOLE_SHEET),
  );
  expect(memory.paths.length).toBeGreaterThan(300);
  expect(whole).toEqual([]);
});

const line = (key: string, value: string) => (text: string) =>
  text.replace(new RegExp(`^${key}: .*$`, "m"), `${key}: ${value}`);

/** Edits of the first file of a folder, and how many pages may be rendered for it at the most; `null` where it is on most. */
const EDITS: readonly [string, (text: string) => string, number | null][] = [
  ["facts/", (text) => `${text}\n\nOne more sentence.\n`, 1],
  ["facts/", line("says", "It was said otherwise."), 110],
  ["issues/", (text) => `${text}\n\nOne more sentence.\n`, 1],
  ["actors/", (text) => `${text}\n\nOne more sentence.\n`, 1],
  ["sources/", (text) => `${text}\n\nOne more sentence.\n`, 1],
  ["actors/", line("name", "Another Island"), null],
  ["actors/", line("role", "mediator"), null],
  ["sources/", line("title", "Another log"), null],
  ["facts/", line("stance", "undecided"), null],
  ["site.md", line("title", "Other Islands"), null],
  ["pages/", line("title", "About this"), null],
];

test("after an edit all pages that change are rendered again, and few others", () => {
  const sheet = sheetOf(60);
  let last = sheet.render(null);
  let before = last;
  for (const [folder, change, most] of EDITS) {
    const path = filesIn(sheet.content).find((name) => name.startsWith(folder)) ?? "";
    const file = join(sheet.content, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const { memory, rendered } = sheet.render(last.memory);
    const clean = sheet.render(null);
    const changed = changedPages(before, clean);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((page) => rendered.get(page) !== clean.rendered.get(page))).toEqual([]);
    expect(rendered.size).toBeLessThanOrEqual(most ?? clean.rendered.size);
    last = { memory, rendered };
    before = clean;
  }
});
