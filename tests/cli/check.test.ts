import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { standpoint } from "../support/command.ts";
import { POSITION, temporaryFolder, WEND, wendWith } from "../support/sheet.ts";

/** Ten files with a mistake each, and the place and code that name it. */
const TEN_MISTAKES: Readonly<Record<string, readonly [text: string, place: string]>> = {
  "facts/m01.md": [POSITION.replace("upper-wend", "uper-wend"), "3:5 unknown-actor"],
  "facts/m02.md": [POSITION.replace("issue:", "isue:"), "4:1 unknown-key"],
  "facts/m03.md": [POSITION.replace("opposes", "apposes"), "5:9 unknown-value"],
  "facts/m04.md": [POSITION.replace("2001-03-02", "2001-02-30"), "6:7 impossible-date"],
  "facts/m05.md": [POSITION.replace("says:", "deadline: 2001-04\nsays:"), "7:1 misplaced-key"],
  "facts/m06.md": [POSITION.replace("says: Each", "says: Oil: each"), "7:10 invalid-yaml"],
  "facts/m07.md": [POSITION.replace("---", "---js"), "1:1 front-matter-language"],
  "facts/m08.md": [POSITION.replace("issue: oil", "issue: oil\nissue: oil"), "5:1 duplicate-key"],
  "facts/m09.md": [POSITION.replace("source: wend-gazette\n", ""), "2:1 missing-key"],
  "facts/m10.md": [POSITION.replace("wend-gazette", "wend-gazet"), "8:9 unknown-source"],
};

describe("standpoint check", () => {
  test("tells ten mistakes in ten files in one run, each at its place, without a stack trace", async () => {
    const files = Object.entries(TEN_MISTAKES).map(([path, [text]]) => [path, text]);
    const { status, stderr } = standpoint(wendWith(Object.fromEntries(files)), ["check"]);
    expect(status).toBe(1);
    for (const [path, [, place]] of Object.entries(TEN_MISTAKES)) {
      expect(stderr).toContain(`content/${path}:${place}`);
    }
    expect(stderr).toContain('Did you mean "upper-wend"?');
    expect(stderr).toContain('Did you mean "issue"?');
    expect(stderr).toContain('Did you mean "opposes"?');
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    await expect(stderr).toMatchFileSnapshot("../golden/ten-mistakes/stderr.txt");
  });

  test("is silent on standard error and ends with 0 where nothing is wrong", () => {
    const { status, stdout, stderr } = standpoint(temporaryFolder(), ["check", "--content", WEND]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("as of 2001-03-04");
  });

  test("shows warnings and ends with 0", () => {
    const { status, stderr } = standpoint(wendWith({ "notes.txt": "x" }), ["check"]);
    expect(status).toBe(0);
    expect(stderr).toContain("content/notes.txt:1:1 ignored-file");
  });

  test("writes nothing", () => {
    const folder = wendWith();
    standpoint(folder, ["check"]);
    expect(() => readFileSync(join(folder, "_site/index.html"))).toThrow();
  });

  test("says that there is no content folder", () => {
    const { status, stderr } = standpoint(temporaryFolder(), ["check"]);
    expect(status).toBe(1);
    expect(stderr).toContain("content:1:1 missing-content");
  });
});

describe("the call itself", () => {
  test.each([
    ["an unknown command", ["bild"]],
    ["an unknown option", ["check", "--contents", "x"]],
    ["an impossible day", ["check", "--as-of", "2025-02-30"]],
    ["an argument too many", ["check", "content"]],
    ["no command", []],
    ["a port that is none", ["serve", "--port", "99999"]],
  ])("%s ends with 2", (_name, arguments_) => {
    const { status, stderr } = standpoint(temporaryFolder(), arguments_);
    expect(status).toBe(2);
    expect(stderr).not.toBe("");
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  test.each([
    [["--help"]],
    [["build", "--help"]],
    [["serve", "--help"]],
    [["check", "--help"]],
    [["--version"]],
  ])("%s ends with 0 and is answered on standard output", (arguments_) => {
    const { status, stdout, stderr } = standpoint(temporaryFolder(), arguments_);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toBe("");
  });
});
