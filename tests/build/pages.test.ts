/** Which pages of a sheet are rendered again after an edit: all that change, and few others. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusOf, writeCorpus } from "../../bench/corpus.ts";
import { compileSheet } from "../../src/build/compile.ts";
import { buildOptions } from "../../src/build/options.ts";
import { type PageMemory, putPages } from "../../src/build/page-memory.ts";
import { type RenderTools, renderSite, renderTools } from "../../src/build/render-site.ts";
import type { SiteTree } from "../../src/build/site-tree.ts";
import { WHOLE_SHEET } from "../../src/render/reads.ts";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";

/** A sheet whose pages are rendered in memory, each time with what the last time left. */
function sheetOf(facts: number): {
  readonly content: string;
  readonly render: (memory: PageMemory | null) => { memory: PageMemory; rendered: string[] };
} {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  writeCorpus(content, corpusOf(facts));
  const options = buildOptions(PROJECT_FOLDER, folder);
  let tools: RenderTools | null = null;
  const render = (memory: PageMemory | null) => {
    const { dossier, days, problems } = compileSheet(options);
    if (!dossier) throw new Error(JSON.stringify(problems[0]?.place));
    tools = renderTools(dossier, PROJECT_FOLDER, tools);
    const site = renderSite(dossier, options, days, { tools, earlier: memory });
    const rendered: string[] = [];
    const tree: SiteTree = {
      isIntact: () => true,
      keep: () => undefined,
      put: (path) => rendered.push(path),
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

/** Paths of pages that differ between two renderings, or are in the later alone. */
function changedPages(before: PageMemory, after: PageMemory): string[] {
  return [...after.pages]
    .filter(([path, { hash }]) => before.pages.get(path)?.hash !== hash)
    .map(([path]) => path);
}

test("no page of a sheet of 300 facts reads all of it", () => {
  const { memory } = sheetOf(300).render(null);
  const whole = [...memory.pages].filter(([, { reads }]) =>
    [...reads].some((number) => memory.keys[number]?.place === WHOLE_SHEET),
  );
  expect(memory.pages.size).toBeGreaterThan(300);
  expect(whole.map(([path]) => path)).toEqual([]);
});

const line = (key: string, value: string) => (text: string) =>
  text.replace(new RegExp(`^${key}: .*$`, "m"), `${key}: ${value}`);

/** Edits of the first file of a folder, and how many pages may be rendered for it at the most; `null` where it is on most. */
const EDITS: readonly [string, (text: string) => string, number | null][] = [
  ["facts/", (text) => `${text}\n\nOne more sentence.\n`, 70],
  ["facts/", line("says", "It was said otherwise."), 110],
  ["issues/", (text) => `${text}\n\nOne more sentence.\n`, null],
  ["actors/", line("name", "Another Island"), null],
  ["actors/", line("role", "mediator"), null],
  ["sources/", line("title", "Another log"), null],
  ["facts/", line("stance", "undecided"), null],
  ["site.md", line("title", "Other Islands"), null],
  ["pages/", line("title", "About this"), null],
];

test("after an edit all pages that change are rendered again, and few others", () => {
  const sheet = sheetOf(60);
  let last = sheet.render(null).memory;
  for (const [folder, change, most] of EDITS) {
    const path = filesIn(sheet.content).find((name) => name.startsWith(folder)) ?? "";
    const file = join(sheet.content, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const { memory, rendered } = sheet.render(last);
    const clean = sheet.render(null).memory;
    const changed = changedPages(last, clean);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((page) => !rendered.includes(page))).toEqual([]);
    expect(changedPages(clean, memory)).toEqual([]);
    expect(rendered.length).toBeLessThanOrEqual(most ?? clean.pages.size);
    last = memory;
  }
});
