/** `standpoint capture`, called as an editor calls it: a document captured again. All articles are made up. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PAGE, PLAIN } from "../capture/pages.ts";
import { type Run, standpoint } from "../support/command.ts";
import { expectPlainFailure, fact, read, sheetWith } from "./capturing.ts";

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
