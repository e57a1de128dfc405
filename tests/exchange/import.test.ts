/** `standpoint import`: an analyst's table becomes fact files, and every row that does not fit is told. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksIn, readDoc, tablesIn } from "../docs/pages.ts";
import { standpoint } from "../support/command.ts";
import { wendWith } from "../support/sheet.ts";

const MAPPING = `id: "{by}-on-{issue}-{date}"
columns:
  Who: { key: by, form: id }
  When: { key: date, date: [D.M.YYYY, YYYY] }
  Position: { key: stance, values: { pro: supports, contra: opposes } }
  On: { key: issue, values: { oil: oil, hours: lamp-hours } }
  Statement: says
  Read in: { key: source, separator: "/", form: id }
  Words: quote.text
  Remarks: body
constants:
  kind: position
  recorded: 2001-03-09
  folder: imported
ignore: [No.]
`;

const TABLE = `No.,Who,When,Position,On,Statement,Read in,Words,Remarks
1,Upper Wend,3.3.2001,pro,oil,Both should pay.,Wend Gazette / Islet Post,,
2,Gull Rock,2001,contra,oil,"Nobody should
pay.",Wend Gazette,,A remark.
`;

/** A sheet with a table and a mapping beside it. */
function sheet(table: string, mapping = MAPPING): string {
  const folder = wendWith();
  writeFileSync(join(folder, "table.csv"), table);
  writeFileSync(join(folder, "mapping.yaml"), mapping);
  return folder;
}

const run = (folder: string, ...options: readonly string[]) =>
  standpoint(folder, ["import", "table.csv", "--mapping", "mapping.yaml", ...options]);

describe("standpoint import", () => {
  it("turns rows into files by a mapping", () => {
    const folder = sheet(TABLE);
    const { status, stdout, stderr } = run(folder);
    expect([status, stdout, stderr]).toEqual([0, "Wrote 2 files.\n", ""]);
    const file = (id: string) => readFileSync(join(folder, "content/facts/imported", id), "utf8");
    expect(file("upper-wend-on-oil-2001-03-03.md")).toBe(`---
kind: position
by: upper-wend
issue: oil
stance: supports
date: 2001-03-03
says: Both should pay.
source: [wend-gazette, islet-post]
recorded: 2001-03-09
---
`);
    expect(file("gull-rock-on-oil-2001.md")).toMatch(/^ {2}Nobody should\n {2}pay\.$/m);
    expect(file("gull-rock-on-oil-2001.md")).toMatch(/\n---\nA remark\.\n$/);
    expect(standpoint(folder, ["check"]).status).toBe(0);
  });

  it("takes the table and the mapping of the guide", () => {
    const guide = readDoc("docs/how-to/import-a-spreadsheet.md");
    const [table] = tablesIn(guide);
    const mapping = blocksIn(guide).find(({ language }) => language === "yaml")?.text ?? "";
    const lines = [table?.header ?? [], ...(table?.rows ?? [])].map((cells) => cells.join(","));
    const folder = sheet(`${lines.join("\n")}\n`, mapping);
    expect(run(folder)).toEqual({ status: 0, stdout: "Wrote 2 files.\n", stderr: "" });
    expect(standpoint(folder, ["check"]).status).toBe(0);
  });

  it("tells every row that does not fit, at its line and column, and writes nothing", () => {
    const folder = sheet(
      `${TABLE}3,Nobody,4.3.2001,pro,oil,Not at all.,Wend Gazette,,
4,Upper Wend,40.3.2001,maybe,oil,Again.,Wend Gazette,,
5,Upper Wend,4.3.2001,pro,oil,,Wend Gazette,,
6,Upper Wend,4.3.2001,pro,hours,Said.,Wend Gazette,Words that nobody wrote,
7,Upper Wend,3.3.2001,pro,oil,Twice.,Wend Gazette,,
`,
    );
    const { status, stdout, stderr } = run(folder);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.split("\n").map((line) => line.split("  ")[0])).toEqual([
      "table.csv:6:When unreadable-date",
      "table.csv:6:Position unknown-word",
      "table.csv:5:Who unknown-actor",
      "table.csv:7:Statement missing-key",
      "table.csv:8:Words quote-not-in-source",
      "table.csv:9:id colliding-ids",
      "",
      "6 faults; nothing was written.",
      "",
    ]);
    expect(existsSync(join(folder, "content/facts/imported"))).toBe(false);

    const skipping = run(folder, "--skip-bad");
    expect([skipping.status, skipping.stdout]).toEqual([0, "Wrote 2 files, 5 left out.\n"]);
  });

  it("tells columns and keys without a meaning before any row", () => {
    const folder = sheet(
      TABLE.replace("Remarks", "Notes"),
      MAPPING.replace("  Statement: says", "  Statement: sais"),
    );
    const { status, stderr } = run(folder, "--skip-bad");
    expect(status).toBe(1);
    expect(stderr.split("\n").slice(0, 3)).toEqual([
      "table.csv:1:Notes unknown-column  the mapping does not name this column.",
      "table.csv:1:sais unknown-column  the mapping names a key that facts do not have.",
      "table.csv:1:Remarks unknown-column  the mapping names a column that the table does not have.",
    ]);
  });

  it("writes nothing on a dry run, and says what it would write", () => {
    const folder = sheet(TABLE);
    const { stdout } = run(folder, "--dry-run");
    expect(stdout).toBe(`content/facts/imported/upper-wend-on-oil-2001-03-03.md
content/facts/imported/gull-rock-on-oil-2001.md
Would write 2 files.
`);
    expect(existsSync(join(folder, "content/facts/imported"))).toBe(false);
  });

  it("replaces a file only when it is told to, and leaves it where it is", () => {
    const folder = sheet(TABLE);
    run(folder);
    const again = run(folder);
    expect(again.stderr).toContain("table.csv:2:id file-exists  content/facts/imported/");
    expect(again.status).toBe(1);
    const moved = join(folder, "content/facts/gull-rock-on-oil-2001.md");
    renameSync(join(folder, "content/facts/imported/gull-rock-on-oil-2001.md"), moved);
    const table = TABLE.replace("Both should pay.", "Both should pay more.");
    writeFileSync(join(folder, "table.csv"), table);
    standpoint(folder, ["import", "table.csv", "--mapping", "mapping.yaml", "--overwrite"]);
    expect(
      readFileSync(join(folder, "content/facts/imported/upper-wend-on-oil-2001-03-03.md"), "utf8"),
    ).toContain("says: Both should pay more.");
    expect(existsSync(moved)).toBe(true);
    expect(existsSync(join(folder, "content/facts/imported/gull-rock-on-oil-2001.md"))).toBe(false);
  });

  it("leaves out with a row those that refer to it", () => {
    const folder = wendWith();
    writeFileSync(
      join(folder, "facts.json"),
      JSON.stringify([
        {
          id: "ask",
          kind: "demand",
          by: "upper-wend",
          to: "lower-wend",
          issue: "oil",
          date: "2001-13",
          says: "Pay.",
          source: "wend-gazette",
        },
        {
          id: "reply",
          kind: "answer",
          by: "lower-wend",
          answers: "ask",
          answer: "rejected",
          date: "2001-03-03",
          says: "No.",
          source: "wend-gazette",
        },
      ]),
    );
    const { stderr } = standpoint(folder, ["import", "facts.json"]);
    expect(stderr).toContain("facts.json:[1]:date impossible-date");
    expect(stderr).toContain("facts.json:[2]:answers unknown-fact");
  });

  it.each([
    ["a file that is not there", "nowhere.csv", 2, /there is no file nowhere\.csv/],
    ["a file of another kind", "content/site.md", 2, /neither a \.csv nor a \.json/],
    ["a folder without tables", "content", 2, /holds no exported table/],
    ["what is no CSV", "broken.csv", 1, /broken\.csv:\d+ invalid-csv/],
    ["what is no JSON", "broken.json", 1, /broken\.json:1 invalid-json {2}is not JSON/],
    ["JSON of another format", "other.json", 1, /neither a list of objects nor a sheet/],
  ])("says of %s what is wrong with it", (_what, from, status, message) => {
    const folder = wendWith();
    writeFileSync(join(folder, "broken.csv"), 'id,says\none,"a\n');
    writeFileSync(join(folder, "broken.json"), "{");
    writeFileSync(join(folder, "other.json"), '{"format": "standpoint-sheet/9"}');
    mkdirSync(join(folder, "tables"));
    const run = standpoint(folder, ["import", from]);
    expect([run.status, run.stderr]).toEqual([status, expect.stringMatching(message)]);
  });

  it("says what is wrong with a mapping", () => {
    const { status, stderr } = run(sheet(TABLE, "columns: { Who: { kee: by } }\n"));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/mapping\.yaml is no mapping: columns\.Who/),
    ]);
  });
});

describe("standpoint export", () => {
  it("prints one table, or asks what to print", () => {
    const folder = wendWith();
    const { stdout } = standpoint(folder, ["export", "--csv", "--table", "issues"]);
    expect(stdout.split("\r\n")[0]).toBe("\ufeffid,title,question,order,body");
    const { status, stderr } = standpoint(folder, ["export"]);
    expect([status, stderr]).toEqual([2, "Not exported: say what to write: --json or --csv.\n"]);
  });

  it("exports nothing of a sheet whose files cannot be read", () => {
    const folder = wendWith({ "facts/lamp-went-out.md": "no front matter" });
    const { status, stdout, stderr } = standpoint(folder, ["export", "--json"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("missing-front-matter");
  });
});
