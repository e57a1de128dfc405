/** Checks that follow edits find what all records together make wrong, however small the edit that did it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { openCheck } from "../../src/check/open-check.ts";
import { readSnapshotBeside } from "../../src/check/snapshots.ts";
import { openContent } from "../../src/content/open-content.ts";
import { placeAndCode, wendWith } from "../support/sheet.ts";

const position = (keys: string): string => `---
kind: position
by: lower-wend
issue: lamp-hours
says: The lamp should be looked after.
source: wend-gazette
${keys}
---
`;

const FIRST = "facts/first.md";
const SECOND = "facts/second.md";

/** A sheet with two positions that agree, as it is edited: each edit puts words in the place of others in one file. */
function editing(): { readonly edit: (path: string, from: string, to: string) => string[] } {
  const keys = "stance: supports\ndate: 2001-03-04";
  const folder = wendWith({
    [FIRST]: position(keys),
    [SECOND]: position(keys),
    "sources/notes.md":
      "---\ntitle: Notes\npublished: 2001-03-09\nlanguage: en\ntype: report\n---\n",
  });
  const contentFolder = join(folder, "content");
  const content = openContent(contentFolder, folder);
  const { check } = openCheck();
  const snapshot = readSnapshotBeside(contentFolder);
  check(content.read(null), snapshot);
  return {
    edit: (path, from, to) => {
      const file = join(contentFolder, path);
      const text = readFileSync(file, "utf8");
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
      const { problems } = check(content.read(new Set([file])), snapshot);
      expect(problems).toEqual(checkFolder(contentFolder, folder).problems);
      return problems.map(placeAndCode);
    },
  };
}

test("positions that come to disagree, by stance, by date and by what replaces what", () => {
  const { edit } = editing();
  expect(edit(FIRST, "supports", "opposes")).toContain(`${SECOND}:7:9 conflicting-positions`);
  expect(edit(SECOND, "2001-03-04", "2001-03-05").join()).not.toContain("conflicting");
  expect(edit(SECOND, "2001-03-05", "2001-03-04").join()).toContain("conflicting");
  expect(edit(SECOND, "date:", "replaces: first\ndate:").join()).not.toContain("conflicting");
  expect(edit(SECOND, "replaces: first\n", "").join()).toContain("conflicting");
});

test("facts that come to stand in a circle", () => {
  const { edit } = editing();
  expect(edit(FIRST, "date:", "after: [second]\ndate:").join()).not.toContain("circular");
  expect(edit(SECOND, "date:", "after: [first]\ndate:").join()).toContain("circular-reference");
  expect(edit(FIRST, "after: [second]\n", "").join()).not.toContain("circular");
});

test("former ids that come to be claimed twice", () => {
  const { edit } = editing();
  expect(edit(FIRST, "date:", "formerly: once\ndate:").join()).not.toContain("colliding");
  expect(edit(SECOND, "date:", "formerly: once\ndate:").join()).toContain("colliding-ids");
});

test("a source that comes to be used, and to be used by nothing", () => {
  const { edit } = editing();
  const [alone, both] = ["source: wend-gazette", "source: [wend-gazette, notes]"];
  expect(edit(FIRST, alone, both).join()).not.toContain("unused-source");
  expect(edit(FIRST, both, alone)).toContain("sources/notes.md:2:1 unused-source");
});

test("a record that was edited is not kept, however often that happens", async () => {
  const folder = wendWith();
  const contentFolder = join(folder, "content");
  const file = join(contentFolder, "facts/lower-wend-counters.md");
  const content = openContent(contentFolder, folder);
  const { check } = openCheck();
  const earlier: WeakRef<object>[] = [];
  for (let time = 0; time < 5; time++) {
    writeFileSync(file, `${readFileSync(file, "utf8")}\nEdited.\n`);
    const read = content.read(new Set([file]));
    check(read, () => null);
    const fact = read.records.facts.find(({ id }) => id === "lower-wend-counters");
    if (fact) earlier.push(new WeakRef(fact));
  }
  // A reference is held until the job that made it has ended.
  await new Promise((resolve) => setTimeout(resolve));
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  // The last two and what was read first may be held for a while; what came between is not.
  expect(earlier.slice(1, 3).map((fact) => fact.deref())).toEqual([undefined, undefined]);
});
