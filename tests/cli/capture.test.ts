/** `standpoint capture`, called as an editor calls it. All articles are made up. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MARKDOWN, PAGE, PLAIN, pdfOf } from "../capture/pages.ts";
import { type Run, standpoint, standpointMeanwhile } from "../support/command.ts";
import { temporaryFolder, wendWith } from "../support/sheet.ts";

/** The fictional sheet, and beside it files of these names. */
function sheetWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  content: Readonly<Record<string, string>> = {},
): string {
  const folder = wendWith(content);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A source file without its fingerprint's own characters. */
function readable(markdown: string): string {
  return markdown.replace(/sp1:(\d+):[\w-]+/, "sp1:$1:…");
}

function fact(quote: string, source: string): string {
  return `---
kind: position
by: upper-wend
issue: oil
stance: opposes
date: 2001-03-02
says: No light before May.
quote:
  text: ${quote}
source: ${source}
---
`;
}

/** Nobody needs to see where in the program a mistake of theirs was noticed. */
function expectPlainFailure({ status, stderr, stdout }: Run): void {
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^(?:Not captured|error): /);
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
}

const TODAY = /^accessed: (\d{4}-\d\d-\d\d)$/m;

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
    const files = readdirSync(site, { recursive: true, encoding: "utf8" });
    const texts = files.filter((path) => /\.\w+$/.test(path)).map((path) => read(site, path));
    expect(texts.some((text) => text.includes("We shall not light the lamp"))).toBe(true);
    expect(texts.some((text) => text.includes("salt"))).toBe(false);
    expect(files.filter((path) => path.includes("snapshots"))).toEqual([]);
  });
});

describe("a document captured again", () => {
  const QUOTED = {
    "facts/refusal.md": fact("We shall not light the lamp before 1 May", "row"),
    "facts/tale.md": fact("a fairy tale", "[wend-gazette, row]"),
    "facts/night.md": fact("We do not own the night", "[row, wend-gazette]"),
  };

  function captured(changed: (page: string) => string, content = QUOTED): [string, Run] {
    const folder = sheetWith({ "page.html": PAGE }, content);
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    writeFileSync(join(folder, "page.html"), changed(PAGE));
    return [folder, standpoint(folder, ["capture", "page.html", "--id", "row"])];
  }

  test("unchanged, changes nothing", () => {
    const folder = sheetWith({ "page.html": PAGE }, QUOTED);
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    const before = read(folder, "content/sources/row.md");
    const { status, stdout, stderr } = standpoint(folder, ["capture", "page.html", "--id", "row"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("the text has not changed since its last capture (100 words).");
    expect(stdout).toContain(
      "3 quotes may be from this source: 2 stand in it, 1 in another source of the fact.",
    );
    expect(read(folder, "content/sources/row.md")).toBe(before);
    expect(readdirSync(join(folder, ".snapshots")).sort()).toEqual([".gitignore", "row.txt"]);
  });

  test("drawn otherwise, has not changed", () => {
    const [, { stdout }] = captured((page) =>
      page.replaceAll("“", "&quot;").replace("</em>", "</em>\n"),
    );
    expect(stdout).toContain("the text has not changed");
  });

  test("changed, tells what changed and which quotes no longer stand, and where", () => {
    const [folder, { status, stdout, stderr }] = captured((page) =>
      page.replace("shall not", "shall").replace("30&#8209;day", "40&#8209;day"),
    );
    expect(status).toBe(1);
    expect(
      stdout,
    ).toContain(`content/sources/row.md: the text has changed since its last capture; fingerprint replaced (99 words).
.snapshots/row.txt: the full text. It stays on this machine: do not commit or publish it.
.snapshots/row.1.txt: the full text as it was before.
2 changes ([-before-] {+now+}):
  … quarrel “We shall [-not-] light the lamp before 1 …
  … tale, and offered a [-30‑day-] {+40‑day+} truce, salt & pepper …
3 quotes may be from this source: 1 stands in it, 1 in another source of the fact, 1 no longer stands.
`);
    expect(stderr).toContain(
      'content/facts/refusal.md:9:18 quote-not-in-source  the quote does not stand in "row": “not” does not occur there.',
    );
    expect(stderr).toContain("We shall [-not-] light the lamp before 1 May\n");
    expect(stderr).toContain("1 error");
    expect(read(folder, ".snapshots/row.1.txt")).toContain("shall not light");
    expect(read(folder, ".snapshots/row.txt")).toContain("shall light");
    expect(standpoint(folder, ["check"]).status).toBe(1);
  });

  test("keeps each text that it had", () => {
    const [folder] = captured((page) => page.replace("shall not", "shall"));
    writeFileSync(join(folder, "page.html"), PAGE.replace("fairy", "tall"));
    standpoint(folder, ["capture", "page.html", "--id", "row"]);
    expect(readdirSync(join(folder, ".snapshots")).sort()).toEqual([
      ".gitignore",
      "row.1.txt",
      "row.2.txt",
      "row.txt",
    ]);
  });

  test("a quote is lost only where none of its fact's sources holds it", () => {
    const [, { stdout, stderr }] = captured((page) => page.replace("fairy tale", "story"));
    expect(stdout).toContain(
      "1 stands in it, 1 in another source of the fact, 1 no longer stands.",
    );
    expect(stderr).toContain(
      'content/facts/tale.md:9:11 quote-not-in-source  the quote stands in none of its sources; in "row", “fairy” does not',
    );
    expect(stderr).not.toContain("night.md");
  });

  test("a quote from a part of the page that was left out is told to be there", () => {
    const [, { status, stdout }] = captured((page) => page, {
      ...QUOTED,
      "facts/refusal.md": fact("All rights reserved.", "row"),
    });
    expect(status).toBe(1);
    expect(stdout).toContain(
      "1 of them stands in the rest of the page: capture it with --all-text.",
    );
  });

  test("a quote that never stood is told otherwise", () => {
    const [, { status, stdout }] = captured((page) => page.replace("fairy tale", "story"), {
      ...QUOTED,
      "facts/refusal.md": fact("We shall not light the lantern", "row"),
    });
    expect(status).toBe(1);
    expect(stdout).toContain("1 no longer stands, 1 does not stand.");
  });

  test("a published translation counts as a quote", () => {
    const translated = fact("La lampe", "islet-post")
      .replace("source:", "  translation: We shall not light\n  translator: agency\nsource:")
      .replace("\nsource:", "\n  translationSource: row\nsource:");
    const [, { stdout, stderr }] = captured((page) => page.replace("shall not", "shall"), {
      ...QUOTED,
      "facts/refusal.md": translated,
    });
    expect(stdout).toContain("1 no longer stands.");
    expect(stderr).toContain("refusal.md:10:25 quote-not-in-source  the translation does not");
    expect(stderr).toContain("\n1 error\n");
  });

  test("facts with mistakes are passed over, and that is told", () => {
    const broken = fact("a fairy tale", "row").replace("stance: opposes", "stance: apposes");
    const [, { status, stdout }] = captured((page) => page, {
      ...QUOTED,
      "facts/tale.md": broken,
    });
    expect(status).toBe(0);
    expect(stdout).toContain("1 fact with mistakes passed over: see standpoint check.");
  });

  test("without the text of last time says that it cannot show what changed", () => {
    const folder = sheetWith({ "a.txt": PLAIN });
    const { status, stdout } = standpoint(folder, ["capture", "a.txt", "--id", "wend-gazette"]);
    expect(status).toBe(1);
    expect(stdout).toContain("What changed cannot be shown");
    expect(stdout).toContain("1 no longer stands.");
  });

  test("under the id of a document at another address is refused, unless the editor says that it is the same", () => {
    const folder = sheetWith({ "page.html": PAGE });
    const before = read(folder, "content/sources/wend-gazette.md");
    const run = standpoint(folder, ["capture", "page.html", "--id", "wend-gazette"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain("https://example.org/wend-gazette/lamp-row");
    expect(read(folder, "content/sources/wend-gazette.md")).toBe(before);
    expect(existsSync(join(folder, ".snapshots"))).toBe(false);
    const url = "https://wend.example/news/keepers";
    standpoint(folder, ["capture", "page.html", "--id", "wend-gazette", "--url", url]);
    expect(read(folder, "content/sources/wend-gazette.md")).toContain(`url: ${url}\n`);
  });
});

describe("an address", () => {
  let server: Server;
  let root = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      const type = { "content-type": "text/html; charset=utf-8" };
      switch (request.url) {
        case "/moved":
          return response.writeHead(301, { location: "/page" }).end();
        case "/page":
          return response
            .writeHead(200, type)
            .end(PAGE.replace(/<link[^>]*>|<meta property="og:url"[^>]*>/g, ""));
        case "/cyrillic":
          return response
            .writeHead(200, { "content-type": "text/html; charset=windows-1251" })
            .end(Buffer.from([0x3c, 0x70, 0x3e, 0xeb, 0xe0, 0xec, 0xef, 0xe0]));
        case "/paper.pdf":
          return response
            .writeHead(200, { "content-type": "application/pdf" })
            .end(pdfOf(["We shall not light the lamp."], "Keepers"));
        case "/broken":
          response.writeHead(200, { ...type, "content-length": "1000" }).write("<p>We");
          return response.destroy();
        case "/wall":
          return response.writeHead(403, type).end("No.");
        default:
          return response.writeHead(404, type).end("Nothing.");
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    root = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  });
  afterAll(() => server.close());

  test("is fetched, and the day and the address at which it was found are noted", async () => {
    const folder = sheetWith({});
    const { status } = await standpointMeanwhile(folder, [
      "capture",
      `${root}/moved`,
      "--id",
      "row",
    ]);
    expect(status).toBe(0);
    const source = read(folder, "content/sources/row.md");
    expect(source).toContain(`url: ${root}/page\n`);
    expect(TODAY.exec(source)?.[1]).toBe(new Date().toLocaleDateString("sv"));
    expect(read(folder, ".snapshots/row.txt")).toContain("We shall not light the lamp");
  });

  test("may be that of a page in an old encoding, or of a PDF", async () => {
    const folder = sheetWith({});
    await standpointMeanwhile(folder, ["capture", `${root}/cyrillic`, "--id", "lampa"]);
    expect(read(folder, ".snapshots/lampa.txt")).toBe("лампа\n");
    await standpointMeanwhile(folder, ["capture", `${root}/paper.pdf`, "--id", "paper"]);
    expect(read(folder, ".snapshots/paper.txt")).toBe("We shall not light the lamp.\n");
  });

  test.each([
    ["/nothing", "there is nothing at this address (404)"],
    ["/wall", "its server refuses to give it (403)"],
    ["/broken", "the connection broke off"],
  ])("that fails (%s) is told, and nothing is written", async (path, reason) => {
    const folder = sheetWith({});
    const run = await standpointMeanwhile(folder, ["capture", `${root}${path}`, "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain(reason);
    expect(run.stderr).toContain(
      "save it as “HTML only”, and capture that file with --url ADDRESS",
    );
    expect(existsSync(join(folder, "content/sources/row.md"))).toBe(false);
  });

  test.each([
    [
      "without a network or a host",
      "http://lamp.invalid/",
      "no such host is known, or there is no network",
    ],
    ["at which nobody answers", "http://127.0.0.1:2/", "nothing answers there"],
  ])("%s is told", (_what, url, reason) => {
    const run = standpoint(sheetWith({}), ["capture", url, "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain(reason);
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
