/** Exported, imported into an empty sheet and built: the same site, byte for byte. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cellsOf, joinList, keysFrom, splitList } from "../../src/exchange/cells.ts";
import { readCsv, writeCsv } from "../../src/exchange/csv.ts";
import { entryOf, fileOf, keysOfCollection, readTexts } from "../../src/exchange/entries.ts";
import { exportCsv, exportJson } from "../../src/exchange/export.ts";
import { importInto } from "../../src/exchange/import.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder, wendWith } from "../support/sheet.ts";

/** Every file below a folder with its bytes. */
function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, "base64")]),
  );
}

/** A folder that holds a copy of some content. */
function sheetFrom(content: string): string {
  const folder = temporaryFolder();
  cpSync(content, join(folder, "content"), { recursive: true });
  return folder;
}

/** Exports a sheet, moves its content away, imports it again. */
function through(folder: string, form: "json" | "csv"): void {
  const out = form === "json" ? "sheet.json" : "tables";
  const exported = standpoint(folder, ["export", `--${form}`, "--output", out]);
  expect([exported.stderr, exported.status]).toEqual(["", 0]);
  renameSync(join(folder, "content"), join(folder, "before"));
  const imported = standpoint(folder, ["import", out]);
  expect([imported.stderr, imported.status]).toEqual(["", 0]);
}

const SHEETS = [
  ["the sheet of this checkout", join(PROJECT_FOLDER, "content")],
  ["the fictional sheet", join(PROJECT_FOLDER, "tests/golden/wend/content")],
  ["a sheet in Arabic", join(PROJECT_FOLDER, "tests/golden/ar/content")],
] as const;

describe("a sheet exported and imported", () => {
  it.each(
    SHEETS.flatMap(([name, content]) =>
      (["json", "csv"] as const).map((form) => [name, form, content] as const),
    ),
  )("%s through %s builds the same site", (_name, form, content) => {
    const folder = sheetFrom(content);
    expect(standpoint(folder, ["build", "--no-search", "--output", "one"]).status).toBe(0);
    through(folder, form);
    expect(standpoint(folder, ["build", "--no-search", "--output", "other"]).status).toBe(0);
    expect(filesIn(join(folder, "other"))).toEqual(filesIn(join(folder, "one")));
    // And the same files, in the same folders.
    const names = (inside: string) => Object.keys(filesIn(join(folder, inside)));
    expect(names("content")).toEqual(names("before").filter((path) => !path.includes("/.")));
  });

  it("is exported again as it was", () => {
    const folder = sheetFrom(join(PROJECT_FOLDER, "content"));
    const first = standpoint(folder, ["export", "--json"]).stdout;
    through(folder, "csv");
    expect(JSON.parse(standpoint(folder, ["export", "--json"]).stdout)).toEqual(JSON.parse(first));
  });

  it("holds whatever text its keys hold, through both forms", () => {
    const text = fc
      .oneof(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ unit: fc.constantFrom(..."=+-@'\",;|\\ \n\tab".split("")), minLength: 1 }),
      )
      .map((each) => each.trim() || "x");
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.record(
          {
            says: text,
            quote: fc.record({ text, where: text }, { requiredKeys: ["text"] }),
            corrections: fc.array(fc.record({ date: fc.constant("2001-03-02"), note: text }), {
              minLength: 1,
              maxLength: 3,
            }),
            source: fc.array(word, { minLength: 2, maxLength: 3 }),
          },
          { requiredKeys: ["says"] },
        ),
        text,
        (given, body) => {
          const keys = { kind: "event", ...given };
          const entry = { collection: "facts" as const, id: "one", folder: "", keys, body };
          const [row] = readCsv(exportCsv([entry], "facts")).rows;
          expect(keysFrom(row?.cells ?? new Map(), keysOfCollection("facts"))).toEqual(keys);
          expect(row?.cells.get("body")).toBe(body);
          const [fact]: unknown[] = JSON.parse(exportJson([entry])).facts;
          expect(fact).toEqual({ id: "one", ...keys, body });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a table", () => {
  it("is read as it was written, and no cell begins as a formula", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."=+-@'\",\t\na ".split("")) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const given = rows
          .filter((row) => row.some((text) => text !== ""))
          .map(
            ([one, two]) =>
              new Map([
                ["one", one],
                ["=two", two],
              ]),
          );
        const written = writeCsv(["one", "=two"], given);
        expect(readCsv(written).rows.map(({ cells }) => cells)).toEqual(given);
        const seen = z.array(z.array(z.string())).parse(parse(written, { bom: true }));
        for (const each of seen.flat()) expect(each).not.toMatch(/^[=+@\t-]/);
      }),
    );
  });

  it("knows the line on which each row begins", () => {
    const { rows } = readCsv('id,says\r\none,"a\r\nb"\r\n\r\ntwo,c\r\n');
    expect(rows.map(({ line, cells }) => [line, cells.get("says")])).toEqual([
      [2, "a\nb"],
      [5, "c"],
    ]);
  });

  it("keeps lists of any items", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."|\\ a".split("")), minLength: 1 }), {
          minLength: 1,
        }),
        (items) => {
          expect(splitList(joinList(items))).toEqual(items);
        },
      ),
    );
  });
});

describe("an entry's file", () => {
  it("says what the file says from which it came", () => {
    const folder = wendWith();
    for (const file of readTexts(join(folder, "content"), folder)) {
      const entry = entryOf(file);
      if (entry === null) throw new Error(file.path);
      const again = entryOf({ ...file, ...fileOf(entry) });
      expect(again).toEqual(entry);
      expect(cellsOf(entry.keys).size).toBeGreaterThan(0);
    }
  });
});

describe("an import", () => {
  it("leads to no file outside of the content", () => {
    const folder = temporaryFolder();
    const row = { kind: "event", date: "2001", says: "x", source: "s" };
    mkdirSync(join(folder, "content"));
    writeFileSync(
      join(folder, "facts.json"),
      JSON.stringify([
        { id: "one", folder: "../..", ...row },
        { id: "../two", ...row },
        { id: "three", folder: "/tmp", ...row },
      ]),
    );
    const { files, faults } = importInto({
      from: "facts.json",
      mapping: "",
      workingFolder: folder,
      contentFolder: join(folder, "content"),
      overwrite: true,
      skipBad: true,
      dryRun: false,
    });
    expect(faults.map(({ code }) => code)).toEqual([
      "misplaced-file",
      "invalid-id",
      "misplaced-file",
    ]);
    expect(files).toEqual([]);
    expect(existsSync(join(folder, "one.md"))).toBe(false);
  });
});
