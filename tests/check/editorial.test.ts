/** Editorial warnings: what they look at, what they leave alone, and how they are allowed. */
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { PROJECT_FOLDER, problemsOf, WEND } from "../support/sheet.ts";

const event = (says: string, more = ""): string => `---
kind: event
by: lower-wend
date: 2001-03-03
says: ${says}
source: wend-gazette
${more}---
`;

const found = (says: string, more = "", body = ""): readonly string[] =>
  problemsOf({ "facts/e.md": event(says, more) + body }, { today: null });

describe("a loaded word", () => {
  test("is told at its own place, in says and in the body", () => {
    expect(found("Lower Wend boasted of its lamp.")).toEqual(["facts/e.md:5:18 loaded-word"]);
    expect(found("Lower Wend spoke.", "", "It rained.\n\nThe infamous lamp.\n")).toEqual([
      "facts/e.md:10:5 loaded-word",
    ]);
  });

  test.each([
    "Lower Wend spoke of “the infamous lamp”.",
    "Lower Wend spoke of «the infamous lamp».",
    "Lower Wend spoke of a coursework of lamps.",
  ])("is not what is quoted, nor a part of another word: %s", (says) => {
    expect(found(says)).toEqual([]);
  });

  test("is not what a block quote says", () => {
    expect(found("Lower Wend spoke.", "", "> The infamous lamp.\n")).toEqual([]);
  });
});

describe("a bare figure", () => {
  test("is told at the number", () => {
    expect(found("The storm left 12 keepers injured.")).toEqual(["facts/e.md:5:22 bare-figure"]);
  });

  test.each([
    "The storm left between 12 and 15 keepers injured.",
    "The storm left 12–15 keepers injured.",
    "The storm left 12 keepers injured, according to the harbour.",
    "The storm left 12 lamps broken.",
  ])("is not a range, an attributed number or a number of something else: %s", (says) => {
    expect(found(says)).toEqual([]);
  });

  test("is not told of what is only claimed", () => {
    expect(found("The storm left 12 keepers injured.", "certainty: claimed\n")).toEqual([]);
  });
});

describe("an allowance", () => {
  const LOADED = "allow:\n  - code: loaded-word\n    reason: The law has it so.\n";

  test("takes out the warnings of its code in its file, and no others", () => {
    expect(found("Lower Wend boasted of its lamp.", LOADED)).toEqual([]);
    expect(found("Lower Wend boasted: 12 keepers injured.".replace(":", ","), LOADED)).toEqual([
      "facts/e.md:5:27 bare-figure",
    ]);
  });

  test("takes out a warning that a build tells too", () => {
    const actor = (allow: string): Record<string, string> => ({
      "sources/unused.md": `---\ntitle: A log\npublisher: P\npublished: 2001-03-04\ntype: report\n${allow}---\n`,
    });
    expect(problemsOf(actor(""))).toEqual(["sources/unused.md:2:1 unused-source"]);
    const allow = "allow:\n  - code: unused-source\n    reason: It is read next week.\n";
    expect(problemsOf(actor(allow))).toEqual([]);
  });

  test("never takes out an error, and is told where it takes out nothing", () => {
    const allow = LOADED.replace("loaded-word", "unknown-actor");
    const wrong = event("Lower Wend spoke.", allow).replace("lower-wend", "lowr-wend");
    expect(problemsOf({ "facts/e.md": wrong })).toEqual(["facts/e.md:3:5 unknown-actor"]);
    expect(found("Lower Wend spoke.", LOADED)).toEqual(["facts/e.md:8:5 unused-allowance"]);
    expect(found("Lower Wend spoke.", allow)).toEqual(["facts/e.md:8:5 unused-allowance"]);
  });

  test("of a silent sheet is judged only where a day is named", () => {
    const allow = "allow:\n  - code: stale-sheet\n    reason: It is finished.\n";
    const site = `---\ntitle: T\nquestion: Q?\nsummary: S\n${allow}---\n`;
    expect(problemsOf({ "site.md": site }, { today: null })).toEqual([]);
    expect(problemsOf({ "site.md": site }, { today: "2001-03-05" })).toEqual([
      "site.md:6:5 unused-allowance",
    ]);
    expect(problemsOf({ "site.md": site }, { today: "2001-09-05" })).not.toContainEqual(
      expect.stringContaining("site.md"),
    );
  });
});

describe("editorial warnings", () => {
  test("are told only where they are asked for", () => {
    expect(problemsOf({ "facts/e.md": event("Lower Wend boasted of its lamp.") })).toEqual([]);
    expect(checkFolder(WEND, PROJECT_FOLDER, { editorial: { today: null } }).problems).toEqual([]);
  });
});
