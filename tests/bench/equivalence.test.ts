import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentFile } from "../../bench/corpus/read-content.ts";
import { compareWithSheet } from "../../bench/equivalence/compare.ts";
import { shows } from "../../bench/equivalence/expectations.ts";
import { pageKind, siteSize } from "../../bench/equivalence/page-kinds.ts";

const FILES = [
  contentFile("actors/lower-wend.md", "---\nname: Lower Wend\n---\n"),
  contentFile("issues/lamp.md", "---\ntitle: The lamp\n---\nWho lights it.\n"),
  contentFile("sources/log.md", "---\ntitle: Harbour log\n---\n"),
  contentFile(
    "facts/lit.md",
    "---\nkind: position\nby: lower-wend\nissue: lamp\nsays: The lamp stays lit.\nsource: log\nquote:\n  text: lit it is & stays\n---\nThe keeper said so at noon.\n",
  ),
];

const PAGES = {
  "index.html": "<h1>The lamp</h1>",
  "actors/index.html": "",
  "issues/index.html": "",
  "sources/index.html": "",
  "facts/index.html": "",
  "demands/index.html": "",
  "timeline/index.html": "",
  "as-of/index.html": "",
  "as-of/2005-01-01/index.html": "",
  "actors/lower-wend/index.html": "<h1>Lower Wend</h1>",
  "issues/lamp/index.html": "<h1>The lamp</h1>",
  "sources/log/index.html": "<h1>Harbour log</h1><p>The lamp stays lit.</p>",
  "facts/lit/index.html":
    "<h1>The lamp stays lit.</h1><q>lit it is &amp; <b>stays</b></q><p>Lower Wend on The lamp; Harbour log.</p><p>The keeper said so at noon.</p>",
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standpoint-site-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeSite(pages: Readonly<Record<string, string>>): void {
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), html);
  }
}

test("a site that shows what the sheet says lacks nothing", () => {
  writeSite(PAGES);
  expect(compareWithSheet(folder, FILES).lacks).toEqual([]);
});

test.each([
  [
    "a quote",
    "facts/lit/index.html",
    "stays</b>",
    "goes</b>",
    "facts/lit/index.html lacks “lit it is & stays”",
  ],
  [
    "a speaker",
    "facts/lit/index.html",
    "Lower Wend",
    "Someone",
    "facts/lit/index.html lacks “Lower Wend”",
  ],
  [
    "a body",
    "facts/lit/index.html",
    "keeper",
    "guard",
    "facts/lit/index.html lacks “The keeper said so ”",
  ],
  [
    "a fact of a source",
    "sources/log/index.html",
    "lit",
    "out",
    "sources/log/index.html lacks “The lamp stays lit.”",
  ],
] as const)("a site without %s is told so", (_, page, words, others, lack) => {
  writeSite({ ...PAGES, [page]: PAGES[page].replace(words, others) });
  expect(compareWithSheet(folder, FILES).lacks).toEqual([lack]);
});

test("a site with a page too few is told so", () => {
  const { "issues/lamp/index.html": _, "demands/index.html": __, ...pages } = PAGES;
  writeSite(pages);
  expect(compareWithSheet(folder, FILES).lacks).toEqual([
    "0 pages of kind issue for 1 files",
    "no demands/index.html",
  ]);
});

test.each([
  ["index.html", "list"],
  ["facts/lit/index.html", "fact"],
  ["facts/index.html", "list"],
  ["facts/page/2/index.html", "list"],
  ["actors/lower-wend/index.html", "actor"],
  ["actors/lower-wend/facts/index.html", "list"],
  ["actors/lower-wend/page/2/index.html", "list"],
  ["as-of/2005-01-01/index.html", "day"],
  ["compare/lower-wend/upper-wend/index.html", "comparison"],
  ["compare/index.html", "list"],
  ["about/index.html", "other"],
])("%s is a page of kind %s", (path, kind) => {
  expect(pageKind(path)).toBe(kind);
});

test("what Hugo writes to lead from a list's page 1 to the list is a file and no page", () => {
  writeSite({ "facts/index.html": "12345", "facts/page/1/index.html": "123" });
  expect(siteSize(folder)).toMatchObject({ pagesInAll: 1, files: 2, bytes: 8 });
});

test("words are found across markup, not in it, and only as whole words", () => {
  expect(shows("<p>The <b>lamp</b>\n stays&nbsp;lit.</p>", "the lamp stays lit")).toBe(true);
  expect(shows('<p title="The lamp">Dark</p><script>lamp</script>', "lamp")).toBe(false);
  expect(shows("<p>lamplight</p>", "lamp")).toBe(false);
});
