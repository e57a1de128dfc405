/** Each problem code has its page, and the page's examples do what the page says. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { MAX_FILE_BYTES, MAX_FOLDER_DEPTH } from "../../src/content/limits.ts";
import { PROBLEM_CODES } from "../../src/content/problem-codes.ts";
import { problemsAgainst } from "../support/published.ts";
import { problemsOf, wendWith } from "../support/sheet.ts";
import { blocksIn, docsIn, readDoc } from "./pages.ts";

const CODES = Object.entries(PROBLEM_CODES);

/** Codes for what no text of a file can show: each is brought about in a copy of the sheet. */
const SITUATIONS: Readonly<Record<string, (content: string) => void>> = {
  "missing-content": (content) => rmSync(join(content, "site.md")),
  "symbolic-link": (content) =>
    symlinkSync(join(content, "site.md"), join(content, "facts/lower-wend-on-oil.md")),
  "unreadable-file": (content) => makePipe(join(content, "facts/lower-wend-on-oil.md")),
  "file-too-large": (content) =>
    writeFileSync(join(content, "facts/lower-wend-on-oil.md"), "x".repeat(MAX_FILE_BYTES + 1)),
  "folder-too-large": (content) =>
    mkdirSync(join(content, "facts", ...Array.from({ length: MAX_FOLDER_DEPTH }, () => "deep")), {
      recursive: true,
    }),
  "invalid-utf8": (content) =>
    writeFileSync(join(content, "facts/lower-wend-on-oil.md"), Buffer.from("Caf\u00e9", "latin1")),
};

/** Codes of warnings that only `standpoint check` tells. */
const EDITORIAL: ReadonlySet<string> = new Set([
  ...["single-source", "unnamed-source", "uneven-coverage", "loaded-word", "bare-figure"],
  ...["unexplained-change", "deadline-passed", "old-search", "stale-sheet", "unused-allowance"],
]);

/** Days that pages name for their examples. */
const TODAY: Readonly<Record<string, string>> = { "stale-sheet": "2001-06-01" };

/** A page's examples as changes to the sheet. `\u202E` and the like stand for characters that cannot be seen. */
function examples(code: string, kind: "right" | "wrong" | "published"): Record<string, string> {
  return Object.fromEntries(
    blocksIn(readDoc(`docs/problems/${code}.md`))
      .filter(({ info }) => info.startsWith(`${kind} `))
      .map(({ info, text }) => [
        info.slice(kind.length + 1),
        text.replace(/\\u([0-9A-F]{4})/g, (_all, hex) => String.fromCharCode(Number(`0x${hex}`))),
      ]),
  );
}

/** What is wrong with a changed sheet, held against the published one where the page shows that too. */
function findings(code: string, changes: Record<string, string>): string[] {
  const published = examples(code, "published");
  if (EDITORIAL.has(code)) return problemsOf(changes, { today: TODAY[code] ?? null });
  if (Object.keys(published).length === 0) return problemsOf(changes);
  return [...problemsOf(changes), ...problemsAgainst(published, changes)];
}

function makePipe(path: string): void {
  expect(spawnSync("mkfifo", [path]).status).toBe(0);
}

function codesOf(problems: readonly string[]): string[] {
  return [...new Set(problems.map((problem) => problem.replace(/^.* /, "")))];
}

describe("pages of problems", () => {
  test("every code has a page and every page a code", () => {
    const pages = docsIn("docs/problems").filter((path) => !path.endsWith("README.md"));
    expect(pages).toEqual(CODES.map(([code]) => `docs/problems/${code}.md`).sort());
  });

  test("the index names every code with its severity", () => {
    const rows = readDoc("docs/problems/README.md").matchAll(
      /^\| \[([^\]]+)\]\(([^)]+)\.md\) \| (\w+) \|$/gm,
    );
    expect([...rows].map(([, name, file, severity]) => [name, file, severity])).toEqual(
      CODES.map(([code, severity]) => [code, code, severity]),
    );
  });

  test.each(CODES)("%s: title and severity", (code, severity) => {
    const [title, , grade] = readDoc(`docs/problems/${code}.md`).split("\n");
    expect(title).toBe(`# ${code}`);
    expect(grade?.toLowerCase()).toContain(`**${severity}**`);
  });

  test.each(CODES)("%s: the wrong example yields it and nothing else", (code) => {
    const situation = SITUATIONS[code];
    const wrong = examples(code, "wrong");
    expect(Object.keys(wrong).length === 0).toBe(situation !== undefined);
    if (situation) {
      const folder = wendWith();
      situation(join(folder, "content"));
      const { problems } = checkFolder(join(folder, "content"), folder);
      expect(problems.map((problem) => problem.code)).toEqual([code]);
    } else expect(codesOf(findings(code, wrong))).toEqual([code]);
  });

  test.each(CODES)("%s: the right example yields no problem", (code) => {
    const right = examples(code, "right");
    expect(Object.keys(right)).not.toEqual([]);
    expect(findings(code, right)).toEqual([]);
  });
});
