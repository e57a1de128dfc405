/** Reports for programs: what they hold, and that nothing in a message breaks out of them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkFolder } from "../../src/check/check.ts";
import { formatGithub } from "../../src/check/formats/github.ts";
import { checkReportSchema, formatJson } from "../../src/check/formats/json.ts";
import { formatSarif } from "../../src/check/formats/sarif.ts";
import { plainPage, problemCodes, readProblemPage } from "../../src/check/problem-pages.ts";
import { type Problem, problem } from "../../src/content/problem.ts";
import { POSITION, PROJECT_FOLDER, wendWith } from "../support/sheet.ts";

/** A fact whose actor does not exist. */
const WRONG = POSITION.replace("upper-wend", "uper-wend");

let problems: readonly Problem[] = [];

beforeEach(() => {
  const folder = wendWith({ "facts/a.md": WRONG, "notes.txt": "x" });
  problems = checkFolder(join(folder, "content"), folder).problems;
});

const nasty = (path: string): Problem =>
  problem(
    "invalid-value",
    { path, line: 3, column: 5, length: 2, text: "" },
    "100% wrong\n::error::made up, by: a stranger\r",
    "50%",
  );

describe("the JSON report", () => {
  test("is of its schema, and holds each problem with its place", () => {
    const report = checkReportSchema.parse(JSON.parse(formatJson(problems)));
    expect(report).toMatchObject({ version: 1, ok: false, counts: { errors: 1, warnings: 1 } });
    expect(report.problems[0]).toMatchObject({
      path: "content/facts/a.md",
      line: 3,
      column: 5,
      endColumn: 14,
      code: "unknown-actor",
      severity: "error",
      hint: 'Did you mean "upper-wend"?',
    });
  });

  test("says that a sheet without errors can be built", () => {
    const warnings = problems.filter(({ severity }) => severity === "warning");
    expect(JSON.parse(formatJson(warnings))).toMatchObject({ ok: true });
  });
});

describe("the report for GitHub", () => {
  test("is one command for each problem", () => {
    const [first] = formatGithub(problems).split("\n");
    expect(first).toBe(
      '::error file=content/facts/a.md,line=3,endLine=3,col=5,endColumn=14,title=unknown-actor::"uper-wend" is not an actor.%0ADid you mean "upper-wend"?',
    );
  });

  test("lets neither a file's name nor a message begin a command or a property of its own", () => {
    const text = formatGithub([nasty("content/a,b:c%\n::x.md")]);
    expect(text.trimEnd().split("\n")).toHaveLength(1);
    expect(text).toContain("file=content/a%2Cb%3Ac%25%0A%3A%3Ax.md,line=3");
    expect(text).toContain("::100%25 wrong%0A::error::made up, by: a stranger%0D.%0A50%25");
  });
});

describe("the SARIF report", () => {
  const pages = problemCodes().map((code) => readProblemPage(PROJECT_FOLDER, code));
  const log = (found: readonly Problem[]): unknown =>
    JSON.parse(formatSarif(found, pages, "1.2.3"));

  test("is valid by the official schema", () => {
    const require = createRequire(import.meta.url);
    const main = require.resolve("@microsoft/jest-sarif");
    const file = main.replace(/index\.js$/, "schemas/sarif-2.1.0-rtm.5.json");
    const official = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(file, "utf8")));
    // The schema is of draft 4, of which it uses nothing that has changed since but these two.
    const { id: _id, $schema: _draft, ...schema } = official;
    const validate = new Ajv({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(schema);
    for (const found of [[], problems, [nasty("content/ä b.md")]]) {
      validate(log(found));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  test("has every code for a rule, with what its page says", () => {
    expect(log(problems)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: pages.map(({ code, markdown }) => ({
                id: code,
                help: { markdown },
                shortDescription: { text: expect.stringMatching(/^[^\n]{10,}\.$/) },
              })),
            },
          },
          results: [{ ruleId: "unknown-actor", level: "error" }, { ruleId: "ignored-file" }],
        },
      ],
    });
  });

  test("names files by an address that any name can have", () => {
    expect(formatSarif([nasty("content/ä #1.md")], pages, "1")).toContain(
      "content/%C3%A4%20%231.md",
    );
  });
});

describe("a problem's page as plain text", () => {
  test.each(problemCodes())("%s has a meaning, a wrong and a right example and advice", (code) => {
    const text = plainPage(readProblemPage(PROJECT_FOLDER, code));
    expect(text).toMatch(new RegExp(`^${code} \\((?:error|warning)\\)\n\n[A-Z\`]`));
    expect(text).toMatch(/\nWrong\n[\s\S]+\nRight\n[\s\S]+\nWhat to do\n\n\S/);
    expect(text).not.toMatch(/\]\(|\*\*|```|^## /m);
  });
});
