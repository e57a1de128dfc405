/** What a form changes in a content file, and what it leaves alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeFile, partsOf } from "../../src/admin/merge-file.ts";
import type { Values } from "../../src/admin/values.ts";
import { listFiles } from "../../src/content/files.ts";

const FILE = `---
# The harbour's own words.
kind: demand   # not an offer
by: 'northshore'
to: eastshore
issue: "night-ferry"

date: 2031-03-04
says: >-
  Run a ferry at night, every night,
  from the first of May.
quote:
  # As printed.
  text: "Every night"
  where: council hall
corrections:
  - date: 2031-04-01 # as told
    note: The day was wrong.
source: [gazette, herald]
draft: false
---

Some context.

* kept as it is
`;

function changed(change: (values: Values) => Values, body?: string): string {
  const parts = partsOf(FILE);
  if (!parts) throw new Error("The file cannot be read.");
  return mergeFile(FILE, { values: change(parts.values), body: body ?? parts.body });
}

describe("a file merged with what a form holds", () => {
  test("stays as it is, byte for byte, where nothing changed", () => {
    expect(changed((values) => values)).toBe(FILE);
    // As a form holds it: lists for single ids, no switch that is off.
    expect(changed(({ draft: _, ...values }) => ({ ...values, to: ["eastshore"] }))).toBe(FILE);
  });

  test.each([
    ["a plain word", { kind: "offer" }, "kind: demand   #", "kind: offer   #"],
    ["a word in single marks", { by: "westshore" }, "'northshore'", "'westshore'"],
    ["a word in double marks", { issue: "day-ferry" }, '"night-ferry"', '"day-ferry"'],
    ["a date", { date: "2031-03-05" }, "2031-03-04", "2031-03-05"],
    [
      "folded text",
      { says: "Run a ferry at night." },
      ">-\n  Run a ferry at night, every night,\n  from the first of May.",
      ">-\n  Run a ferry at night.",
    ],
    ["a list", { source: ["gazette"] }, "[gazette, herald]", "[gazette]"],
    [
      "an id that becomes two",
      { to: ["eastshore", "isle"] },
      "to: eastshore",
      "to: [eastshore, isle]",
    ],
  ])("changes %s alone", (_what, change, before, after) => {
    expect(changed((values) => ({ ...values, ...change }))).toBe(FILE.replace(before, after));
  });

  test("changes a key of a group alone", () => {
    const quote = { text: "Every single night", where: "council hall" };
    expect(changed((values) => ({ ...values, quote }))).toBe(
      FILE.replace('"Every night"', '"Every single night"'),
    );
  });

  test("adds a key behind the one before it in the form, and one to a group", () => {
    const quote = { text: "Every night", where: "council hall", language: "en" };
    const merged = changed(({ kind = "", by = "", to = "", ...values }) => {
      return { kind, by, to, deadline: "2031-05-01", ...values, quote };
    });
    expect(merged).toBe(
      FILE.replace("to: eastshore\n", "to: eastshore\ndeadline: 2031-05-01\n").replace(
        "  where: council hall\n",
        "  where: council hall\n  language: en\n",
      ),
    );
  });

  test("adds an entry to a list of groups, and changes one", () => {
    const corrections = [
      { date: "2031-04-02", note: "The day was wrong." },
      { date: "2031-04-03", note: "So was the hour." },
    ];
    expect(changed((values) => ({ ...values, corrections }))).toBe(
      FILE.replace("2031-04-01 #", "2031-04-02 #").replace(
        "The day was wrong.\n",
        "The day was wrong.\n  - date: 2031-04-03\n    note: So was the hour.\n",
      ),
    );
  });

  test("takes out a key with its line, and leaves the comments above it", () => {
    expect(changed(({ quote: _, ...values }) => values)).toBe(
      FILE.replace(/quote:\n {2}# As printed\.\n {2}text: .*\n {2}where: .*\n/, ""),
    );
    expect(changed(({ kind: _, ...values }) => values)).toBe(
      FILE.replace("kind: demand   # not an offer\n", ""),
    );
  });

  test("changes the body alone, and keeps the empty line above it", () => {
    expect(changed((values) => values, "Other context.")).toBe(
      FILE.replace(/Some context\.[\s\S]*$/, "Other context.\n"),
    );
    expect(changed((values) => values, "")).toBe(FILE.replace(/\n\nSome context\.[\s\S]*$/, "\n"));
  });

  test("is written anew where the file cannot be read", () => {
    const values = { title: "Night", order: "1" };
    expect(mergeFile("no front matter", { values, body: "x" })).toBe(
      "---\ntitle: Night\norder: 1\n---\nx\n",
    );
  });

  test("of the sheet in this repository stays as it is, file by file", () => {
    const { files } = listFiles(join(import.meta.dirname, "../../content"), "/");
    expect(files.length).toBeGreaterThan(50);
    for (const { absolute } of files) {
      const text = readFileSync(absolute, "utf8");
      const parts = partsOf(text);
      expect(parts, absolute).not.toBeNull();
      if (parts) expect(mergeFile(text, parts), absolute).toBe(text);
    }
  });
});

const text = fc
  .oneof(fc.string({ minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }), fc.lorem())
  .map((value) =>
    value
      .replace(/[\p{Cc}\u2028\u2029\uFEFF]/gu, "\n")
      .normalize("NFC")
      .trim(),
  )
  .filter((value) => value !== "" && value !== "false");
const values: fc.Arbitrary<Values> = fc.record(
  {
    kind: text,
    to: fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
    quote: fc.record({ text, where: text }, { requiredKeys: ["text"] }),
    corrections: fc.array(fc.record({ date: text, note: text }), { minLength: 1, maxLength: 3 }),
    says: text,
    date: text,
  },
  { requiredKeys: ["kind"] },
);

describe("whatever a form holds", () => {
  test("is what is read back from the merged file", () => {
    fc.assert(
      fc.property(values, text, (wanted, body) => {
        fc.pre(!/^---\s*$/m.test(body));
        const merged = mergeFile(FILE, { values: wanted, body });
        const { draft: _, ...read } = partsOf(merged)?.values ?? {};
        const listed = (each: Values): Values => ({
          ...each,
          ...(each.to === undefined ? {} : { to: [each.to].flat() }),
        });
        expect(listed(read)).toEqual(listed(wanted));
        expect(partsOf(merged)?.body).toBe(body);
      }),
      { numRuns: 400 },
    );
  });
});
