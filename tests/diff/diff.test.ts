/** `standpoint diff`: what changed since a revision, in terms of facts. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownLink } from "../../src/diff/markdown.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder, wendWith } from "../support/sheet.ts";

/** Runs git with nobody's settings but the test's. */
function git(folder: string, ...arguments_: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...arguments_], {
    encoding: "utf8",
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@wend.example",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@wend.example",
    },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A repository with the fictional sheet in `sheet/content`, committed. */
function repository(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = temporaryFolder();
  cpSync(join(wendWith(changes), "content"), join(folder, "sheet/content"), { recursive: true });
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "-m", "As it was");
  return join(folder, "sheet");
}

function edit(sheet: string, path: string, change: (text: string) => string): void {
  const file = join(sheet, "content", path);
  const text = readFileSync(file, "utf8");
  const now = change(text);
  expect(now).not.toBe(text);
  writeFileSync(file, now);
}

const add = (text: string) => (file: string) => file.replace("kind: ", `${text}kind: `);

/** One change of each sort. */
function changeAll(sheet: string): void {
  const content = join(sheet, "content");
  writeFileSync(
    join(content, "facts/upper-wend-accepts.md"),
    `---
kind: answer
by: upper-wend
answers: lower-wend-offers-oil
answer: conditional
if: The oil is of the good sort.
date: 2001-03-04
says: Upper Wend would share [the oil] if it is *good*.
source: wend-gazette
---
`,
  );
  writeFileSync(
    join(content, "facts/upper-wend-on-oil.md"),
    `---
kind: position
by: upper-wend
issue: oil
stance: supports
date: 2001-03-04
says: Both islands should pay for the oil.
source: wend-gazette
---
`,
  );
  writeFileSync(
    join(content, "facts/a-draft.md"),
    "---\nkind: event\ndate: 2001-03-04\nsays: Not yet.\nsource: wend-gazette\ndraft: true\n---\n",
  );
  writeFileSync(
    join(content, "actors/oil-merchant.md"),
    "---\nname: The oil merchant\nkind: person\nrole: other\nsummary: Sells oil.\n---\n",
  );
  edit(sheet, "facts/lower-wend-on-lamp-hours.md", (text) =>
    add("corrections:\n  - date: 2001-03-09\n    note: It was put too strongly.\n")(
      text.replace(/^says: .*$/m, "says: The lamp should burn for a while."),
    ),
  );
  edit(
    sheet,
    "facts/lower-wend-denies.md",
    add("withdrawn:\n  date: 2001-03-09\n  note: Another oil was meant.\n"),
  );
  edit(sheet, "facts/upper-wend-demands-all-night.md", (text) =>
    text.replace("date: 2001-03-01", "date: 2001-03-02"),
  );
  rmSync(join(content, "facts/lamp-went-out.md"));
  renameSync(
    join(content, "facts/keeper-on-lamp-hours.md"),
    join(content, "facts/keeper-on-hours.md"),
  );
  edit(sheet, "facts/keeper-on-hours.md", add("formerly: keeper-on-lamp-hours\n"));
  edit(sheet, "issues/oil.md", (text) => `${text}\nMore on the oil.\n`);
}

describe("standpoint diff", () => {
  it("tells one change of each sort, and nothing of drafts", async () => {
    const sheet = repository();
    changeAll(sheet);
    const { status, stdout, stderr } = standpoint(sheet, ["diff", "HEAD"]);
    expect([stderr, status]).toEqual(["", 0]);
    await expect(stdout).toMatchFileSnapshot("../golden/diff/wend.md");
  });

  it("tells it in the words of the sheet's language", async () => {
    const sheet = repository();
    changeAll(sheet);
    edit(sheet, "site.md", (text) => text.replace("title:", "language: uk\ntitle:"));
    await expect(standpoint(sheet, ["diff", "HEAD"]).stdout).toMatchFileSnapshot(
      "../golden/diff/wend.uk.md",
    );
  });

  it("leaves the work tree, the index and the temporary folder as they were", () => {
    const sheet = repository();
    changeAll(sheet);
    const before = git(sheet, "status", "--porcelain=v2");
    const temporary = temporaryFolder();
    standpoint(sheet, ["diff", "HEAD"], { TMPDIR: temporary });
    expect(git(sheet, "status", "--porcelain=v2")).toBe(before);
    expect(spawnSync("ls", ["-A", temporary], { encoding: "utf8" }).stdout).not.toContain(
      "standpoint-diff",
    );
  });

  it("says that nothing changed", () => {
    const { stdout } = standpoint(repository(), ["diff", "HEAD"]);
    expect(stdout).toBe(
      "## What changed in this sheet: The lamp at Wend Point\n\nNo fact has changed.\n",
    );
  });

  it("compares with a folder too", () => {
    const sheet = repository();
    const old = join(wendWith({ "facts/lamp-went-out.md": null }), "content");
    const { stdout } = standpoint(sheet, ["diff", old]);
    expect(stdout).toContain(
      "### New facts\n\n- **Event** · Upper Wend, Lower Wend, Gull Rock · 27–28 February 2001: The lamp went out",
    );
  });

  it("tells what can be told of a revision with problems", () => {
    const sheet = repository({
      "facts/league-on-lamp-hours.md": "no front matter",
      "facts/lamp-went-out.md":
        "---\nkind: event\nby: nobody\ndate: 2001-02-27\nsays: Dark.\nsource: gone\n---\n",
      "site.md": "---\nquestion: Which?\n---\n",
    });
    changeAll(sheet);
    const { status, stdout, stderr } = standpoint(sheet, ["diff", "HEAD"]);
    expect(stderr).toMatch(/^In HEAD 2 facts cannot be read, or refer to what is not there: /);
    expect(stderr).toMatch(/^In content 1 fact cannot be read, /m);
    expect(stdout).toContain("Both islands should pay for the oil.");
    expect(stdout).toContain("- **Event** · nobody · 27 February 2001: Dark.");
    expect(status).toBe(0);
  });

  it.each([
    ["an unknown revision", "nonsense", /git knows no revision "nonsense"\.\n {2}Name a commit/],
    ["what looks like an option of git", "--all", /unknown option|git knows no revision/],
  ])("ends with status 2 for %s", (_what, revision, message) => {
    const { status, stderr } = standpoint(repository(), ["diff", "--", revision]);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it("ends with status 2 outside of a repository, and where the revision has no such folder", () => {
    const outside = wendWith();
    const { status, stderr } = standpoint(outside, ["diff", "HEAD"], {
      GIT_CEILING_DIRECTORIES: join(outside, ".."),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("is in no git repository")]);
    const sheet = repository();
    cpSync(join(sheet, "content"), join(sheet, "other"), { recursive: true });
    const other = standpoint(sheet, ["diff", "HEAD", "--content", "other"]);
    expect([other.status, other.stderr]).toEqual([
      2,
      expect.stringContaining("HEAD has no sheet/other"),
    ]);
  });

  it("works where the content is the repository itself", () => {
    const content = join(wendWith(), "content");
    git(content, "init", "--quiet");
    git(content, "add", ".");
    git(content, "commit", "--quiet", "-m", "As it was");
    mkdirSync(join(content, "facts/deep"));
    renameSync(
      join(content, "facts/lamp-went-out.md"),
      join(content, "facts/deep/lamp-went-out.md"),
    );
    expect(standpoint(content, ["diff", "HEAD", "--content", "."]).stdout).toContain(
      "No fact has changed.",
    );
  });

  it("runs on the sheet of this checkout", () => {
    const { status } = standpoint(PROJECT_FOLDER, ["diff", "content"]);
    expect(status).toBe(0);
  });
});

describe("text in Markdown", () => {
  it("is shown as it stands", () => {
    expect(escapeMarkdown("1. a *b* [c](d) <e> `f` &amp; x_y")).toBe(
      "1\\. a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\&amp; x\\_y",
    );
    expect(escapeMarkdown("# no heading\n- no list")).toBe("\\# no heading - no list");
    expect(markdownLink("a [b]", "https://wend.example/(x)>")).toBe(
      "[a \\[b\\]](<https://wend.example/(x)%3E>)",
    );
  });
});
