/** `standpoint capture`, called as an editor calls it: a document captured for the first time. All articles are made up. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MARKDOWN, PAGE, PLAIN, pdfOf } from "../capture/pages.ts";
import { standpoint } from "../support/command.ts";
import { temporaryFolder } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";
import { expectPlainFailure, fact, read, sheetWith } from "./capturing.ts";

/** A source file without its fingerprint's own characters. */
function readable(markdown: string): string {
  return markdown.replace(/sp1:(\d+):[\w-]+/, "sp1:$1:…");
}

describe("a document captured for the first time", () => {
  test("saved as HTML, gives a source file, a full text, and what was done", () => {
    const folder = sheetWith({ "page.html": PAGE });
    const { status, stdout, stderr } = standpoint(folder, ["capture", "page.html", "--id", "row"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      `content/sources/row.md: fingerprint made: 100 words, 734 characters.
.snapshots/row.txt: the full text. It stays on this machine: do not commit or publish it.
`,
    );
    expect(readable(read(folder, "content/sources/row.md"))).toBe(`---
title: Keepers’ quarrel & the lamp
publisher: The Wend Gazette
author: Bo Fisher, Una Tern
published: 2031-02-03
url: https://wend.example/news/keepers
language: en-GB
type: article-newspaper
fingerprint: sp1:100:…
---
`);
    expect(read(folder, ".snapshots/row.txt")).toContain("We shall not light the lamp");
  });

  test("and a quote from it, pass the check at once", () => {
    const folder = sheetWith({ "page.html": PAGE });
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    writeFileSync(join(folder, "content/facts/q.md"), fact("We shall not light the lamp", "row"));
    expect(standpoint(folder, ["check"])).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    ["plain text", "a.txt", PLAIN, "published: 2031-05-11\ntype: webpage\n"],
    ["Markdown", "a.md", MARKDOWN, "title: Keepers’ quarrel\nauthor: Bo Fisher\n"],
    ["a PDF", "a.pdf", pdfOf(["We shall not light the lamp."], "Keepers"), "title: Keepers\n"],
  ])("as %s, gives what it says of itself", (_kind, name, bytes, keys) => {
    const folder = sheetWith({ [name]: bytes });
    const { status, stdout } = standpoint(folder, ["capture", name, "--id", "row"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Not stated in the document: ");
    expect(read(folder, "content/sources/row.md")).toContain(keys);
    expect(read(folder, ".snapshots/row.txt")).toContain("We shall not light the lamp");
  });

  test("is described by the editor where it does not describe itself", () => {
    const folder = sheetWith({ "a.txt": "The lamp is out, said Ada Quill." });
    const said = [
      ["--title", "[Note: the lamp]"],
      ["--publisher", "Harbour Office"],
      ["--author", "Ada Quill"],
      ["--published", "2001-03"],
      ["--accessed", "2001-03-05"],
      ["--url", "https://wend.example/note"],
      ["--archived", "https://archive.example/1"],
      ["--language", "en"],
      ["--type", "report"],
    ];
    const { status, stdout } = standpoint(folder, [
      "capture",
      "a.txt",
      "--id",
      "n",
      ...said.flat(),
    ]);
    expect(status).toBe(0);
    expect(stdout).not.toContain("Not stated");
    expect(readable(read(folder, "content/sources/n.md"))).toBe(`---
title: "[Note: the lamp]"
publisher: Harbour Office
author: Ada Quill
published: 2001-03
accessed: 2001-03-05
url: https://wend.example/note
archived: https://archive.example/1
language: en
type: report
fingerprint: sp1:7:…
---
`);
  });

  test("goes into a sheet that has no source yet", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "lamp"));
    writeFileSync(join(folder, "page.html"), PAGE);
    const run = standpoint(folder, ["capture", "page.html", "--id", "row", "--content", "lamp"]);
    expect(run.status).toBe(0);
    expect(readdirSync(join(folder, "lamp/sources"))).toEqual(["row.md"]);
    expect(run.stdout).toContain(".snapshots/lamp/row.txt: the full text.");
  });

  test("gives a file that is there already what it lacks, and leaves the rest as the editor wrote it", () => {
    const own = `---
# copied by hand on Monday
title: The quarrel   # as printed
published: 2031-02-03
type: post
origin: wend-gazette
---
Read at the harbour.
`;
    const folder = sheetWith({ "page.html": PAGE }, { "sources/row.md": own });
    const { stdout } = standpoint(folder, ["capture", "page.html", "--id", "row"]);
    expect(stdout).toContain(
      "The document gives another title, “Keepers’ quarrel & the lamp”; “The quarrel” was kept.\n",
    );
    expect(readable(read(folder, "content/sources/row.md"))).toBe(`---
# copied by hand on Monday
title: The quarrel   # as printed
publisher: The Wend Gazette
author: Bo Fisher, Una Tern
published: 2031-02-03
url: https://wend.example/news/keepers
language: en-GB
type: post
fingerprint: sp1:100:…
origin: wend-gazette
---
Read at the harbour.
`);
  });

  test("that has the text of another source is told", () => {
    const folder = sheetWith({ "a.txt": PLAIN });
    standpoint(folder, ["capture", "a.txt", "--id", "one"]);
    const { stdout } = standpoint(folder, ["capture", "a.txt", "--id", "two"]);
    expect(stdout).toContain('It is the same text as that of "one".');
  });

  test("of very few words is looked at twice", () => {
    const folder = sheetWith({
      "wall.html": "<html><body><p>Subscribe to read on.</p></body></html>",
    });
    const { stdout } = standpoint(folder, ["capture", "wall.html", "--id", "row"]);
    expect(stdout).toContain("These are few words for a page.");
  });
});

describe("the full text", () => {
  test("cannot be committed by accident, whether the sheet ignores it or not", () => {
    const folder = sheetWith({ "page.html": PAGE });
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    expect(read(folder, ".snapshots/.gitignore")).toBe("*\n");
    const git = (...arguments_: string[]) =>
      spawnSync("git", arguments_, { cwd: folder, encoding: "utf8" }).stdout;
    git("init", "--quiet");
    git("add", "--all");
    expect(git("ls-files")).toContain("content/sources/row.md");
    expect(git("ls-files")).not.toContain("snapshots");
  });

  test("is in no page of the site", () => {
    const folder = sheetWith({ "page.html": PAGE });
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    writeFileSync(join(folder, "content/facts/q.md"), fact("We shall not light the lamp", "row"));
    expect(standpoint(folder, ["build"]).status).toBe(0);
    const site = join(folder, "_site");
    const files = filesIn(site);
    const texts = files.map((path) => read(site, path));
    expect(texts.some((text) => text.includes("We shall not light the lamp"))).toBe(true);
    expect(texts.some((text) => text.includes("salt"))).toBe(false);
    expect(files.filter((path) => path.includes("snapshots"))).toEqual([]);
  });
});

describe("what cannot be captured is told in plain words", () => {
  test.each([
    ["a file that is not there", "nothing.html", {}, "there is no file nothing.html"],
    ["an address without http", "www.wend.example/a", {}, "An address begins with http://"],
    ["a folder", "content", {}, "content is a folder"],
    ["a Word file", "a.docx", { "a.docx": "PK\u0003\u0004" }, "an archive, such as a Word"],
    ["a broken PDF", "a.pdf", { "a.pdf": "%PDF-1.4\nnothing" }, "the PDF cannot be read"],
  ])("%s", (_what, from, files, message) => {
    const folder = sheetWith(files);
    const run = standpoint(folder, ["capture", from, "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain(message);
    expect(existsSync(join(folder, "content/sources/row.md"))).toBe(false);
    expect(existsSync(join(folder, ".snapshots"))).toBe(false);
  });

  test("a source file that is there and cannot be read stays as it is", () => {
    const folder = sheetWith({ "a.txt": PLAIN }, { "sources/row.md": "Only text.\n" });
    const run = standpoint(folder, ["capture", "a.txt", "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain("content/sources/row.md has no front matter");
    expect(read(folder, "content/sources/row.md")).toBe("Only text.\n");
  });

  test("a file in the place of a folder", () => {
    const folder = sheetWith({ "a.txt": PLAIN, ".snapshots": "" });
    const run = standpoint(folder, ["capture", "a.txt", "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain("cannot be written");
  });

  test.each([
    ["no id", ["a.txt"]],
    ["an id that is none", ["a.txt", "--id", "Wend_Gazette"]],
    ["a date that is none", ["a.txt", "--id", "row", "--published", "11 May"]],
    ["a language that is none", ["a.txt", "--id", "row", "--language", "in English"]],
    ["an address that is none", ["a.txt", "--id", "row", "--url", "wend.example"]],
    ["a sheet that is not there", ["a.txt", "--id", "row", "--content", "contents"]],
  ])("%s", (_what, arguments_) => {
    const folder = sheetWith({ "a.txt": PLAIN });
    expectPlainFailure(standpoint(folder, ["capture", ...arguments_]));
    expect(existsSync(join(folder, "contents"))).toBe(false);
  });
});
