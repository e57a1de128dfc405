/** Each mistake is told with its code, line and column. Words of messages are not asserted. */
import { describe, expect, test } from "vitest";
import { POSITION, problemsOf } from "../support/sheet.ts";

const DEMAND = `---
kind: demand
by: lower-wend
to: upper-wend
issue: oil
date: 2001-03-02
says: Pay half of the oil.
deadline: 2001-03-09
source: wend-gazette
---
`;

const ANSWER = `---
kind: answer
by: lower-wend
answers: upper-wend-demands-all-night
answer: rejected
date: 2001-03-03
says: No.
source: wend-gazette
---
`;

const ACTOR = `---
name: Lower Wend
kind: state
role: party
summary: The southern of two imaginary islands.
---
`;

/** A fact file with one line changed. */
function changed(text: string, line: string, to: string): string {
  expect(text).toContain(line);
  return text.replace(line, to);
}

const CASES: readonly (readonly [name: string, text: string, place: string])[] = [
  ["an unknown key", changed(POSITION, "says:", "colour: red\nsays:"), "7:1 unknown-key"],
  ["a misspelt key", changed(POSITION, "stance:", "stanec:"), "5:1 unknown-key"],
  [
    "a key of another kind",
    changed(POSITION, "says:", "deadline: 2001-03-09\nsays:"),
    "7:1 misplaced-key",
  ],
  [
    "a key of the quote outside it",
    changed(POSITION, "says:", "speaker: upper-wend\nsays:"),
    "7:1 misplaced-key",
  ],
  ["a permalink", changed(POSITION, "says:", "permalink: /x/\nsays:"), "7:1 unknown-key"],
  ["a layout", changed(POSITION, "says:", "layout: base\nsays:"), "7:1 unknown-key"],
  ["a prototype key", changed(POSITION, "says:", "__proto__: x\nsays:"), "7:1 unknown-key"],
  ["a missing key", changed(POSITION, "stance: opposes\n", ""), "2:1 missing-key"],
  [
    "a missing key below a comment",
    changed(POSITION, "kind: position", "# what it is").replace("stance: opposes\n", ""),
    "3:1 missing-key",
  ],
  ["no kind", changed(POSITION, "kind: position\n", ""), "2:1 missing-key"],
  ["no source", changed(POSITION, "source: wend-gazette\n", ""), "2:1 missing-key"],
  ["an empty source", changed(POSITION, "source: wend-gazette", "source: []"), "8:9 empty-value"],
  ["an empty value", changed(POSITION, "stance: opposes", "stance:"), "5:1 empty-value"],
  ["a key twice", changed(POSITION, "issue: oil", "issue: oil\nissue: oil"), "5:1 duplicate-key"],
  [
    "a list where a word belongs",
    changed(POSITION, "by: upper-wend", "by: [upper-wend]"),
    "3:5 wrong-type",
  ],
  ["a word where keys belong", changed(POSITION, "says:", "quote: yes\nsays:"), "7:8 wrong-type"],
  ["an unknown kind", changed(POSITION, "kind: position", "kind: positoin"), "2:7 unknown-value"],
  ["an unknown stance", changed(POSITION, "opposes", "oposes"), "5:9 unknown-value"],
  [
    "a day the calendar does not have",
    changed(POSITION, "2001-03-02", "2001-02-29"),
    "6:7 impossible-date",
  ],
  [
    "an hour the clock does not have",
    changed(POSITION, "2001-03-02", "2001-03-02T24:30+00:00"),
    "6:7 impossible-date",
  ],
  ["a date after its source", changed(POSITION, "2001-03-02", "2001-03-05"), "6:7 future-date"],
  ["an unknown actor", changed(POSITION, "by: upper-wend", "by: uper-wend"), "3:5 unknown-actor"],
  ["an unknown issue", changed(POSITION, "issue: oil", "issue: oill"), "4:8 unknown-issue"],
  ["an unknown source", changed(POSITION, "wend-gazette", "wend-gazete"), "8:9 unknown-source"],
  ["an unknown fact", changed(POSITION, "says:", "after: nothing\nsays:"), "7:8 unknown-fact"],
  ["a fact after itself", changed(POSITION, "says:", "after: new\nsays:"), "7:8 self-reference"],
  ["an id in capitals", changed(POSITION, "by: upper-wend", "by: Upper Wend"), "3:5 invalid-value"],
  [
    "a source named twice",
    changed(POSITION, "wend-gazette", "[wend-gazette, wend-gazette]"),
    "8:24 duplicate-reference",
  ],
  [
    "a replaced fact that is no position",
    changed(POSITION, "says:", "replaces: lamp-went-out\nsays:"),
    "7:11 wrong-reference",
  ],
  [
    "a deadline before its demand",
    changed(DEMAND, "2001-03-09", "2001-03-01"),
    "8:11 deadline-before-demand",
  ],
  [
    "an answer to an event",
    changed(ANSWER, "upper-wend-demands-all-night", "lamp-went-out"),
    "4:10 wrong-reference",
  ],
  [
    "an answer older than its demand",
    changed(ANSWER, "2001-03-03", "2001-02-20"),
    "6:7 answer-before-demand",
  ],
  [
    "an answer from one that was not asked",
    changed(ANSWER, "by: lower-wend", "by: gull-rock"),
    "3:5 answer-from-stranger",
  ],
  [
    "a quote by one who does not speak for the actor",
    changed(DEMAND, "says:", "quote:\n  text: Pay\n  speaker: keeper-of-wend\nsays:"),
    "9:12 speaker-not-for-actor",
  ],
  [
    "a quote from a source that is not the fact's",
    changed(DEMAND, "says:", "quote:\n  text: Pay\n  source: islet-post\nsays:"),
    "9:11 wrong-reference",
  ],
  [
    "a reference to a draft",
    changed(POSITION, "says:", "after: draft-fact\nsays:"),
    "7:8 wrong-reference",
  ],
  [
    "two positions of one date that differ",
    changed(POSITION, "issue: oil", "issue: lamp-hours")
      .replace("by: upper-wend", "by: lower-wend")
      .replace("opposes", "supports"),
    "5:9 conflicting-positions",
  ],
  ["front matter in JavaScript", POSITION.replace("---", "---js"), "1:1 front-matter-language"],
  [
    "front matter in old JavaScript",
    POSITION.replace("---", "---jsLegacy"),
    "1:1 front-matter-language",
  ],
  ["front matter in JSON", POSITION.replace("---", "---json"), "1:1 front-matter-language"],
  [
    "front matter in a spaced language",
    POSITION.replace("---", "--- toml"),
    "1:1 front-matter-language",
  ],
  ["no front matter", "Only text.\n", "1:1 missing-front-matter"],
  ["an empty line before the front matter", `\n${POSITION}`, "1:1 missing-front-matter"],
  ["front matter left open", POSITION.replace(/---\n$/, ""), "1:1 unclosed-front-matter"],
  [
    "a closing line of two hyphens",
    POSITION.replace(/---\n$/, "--\n"),
    "9:1 unclosed-front-matter",
  ],
  [
    "a closing line that became a dash",
    POSITION.replace(/---\n$/, "—\n"),
    "9:1 unclosed-front-matter",
  ],
  [
    "a closing line of five hyphens",
    POSITION.replace(/---\n$/, "-----\nText.\n"),
    "9:1 unclosed-front-matter",
  ],
  [
    "YAML that does not parse",
    changed(POSITION, "says: Each", "says: Oil: each"),
    "7:10 invalid-yaml",
  ],
  [
    "a YAML alias",
    changed(POSITION, "says: Each island should buy its own oil.", "says: *x"),
    "7:7 invalid-yaml",
  ],
  ["a YAML tag", changed(POSITION, "says: Each", "says: !!js/function Each"), "7:7 invalid-yaml"],
  ["a YAML anchor", changed(POSITION, "says: Each", "says: &x Each"), "7:7 invalid-yaml"],
  ["a key without its colon", changed(POSITION, "stance: ", "stance "), "5:1 invalid-yaml"],
  ["an equals sign for a colon", changed(POSITION, "stance:", "stance ="), "5:8 invalid-yaml"],
  ["no space after a colon", changed(POSITION, "stance: ", "stance:"), "5:7 invalid-yaml"],
  [
    "a no-break space after a colon",
    changed(POSITION, "stance: ", "stance:\u00A0"),
    "5:7 invalid-yaml",
  ],
  ["a full-width colon", changed(POSITION, "stance:", "stance："), "5:7 invalid-yaml"],
  [
    "a line that goes on without indentation",
    changed(POSITION, "should ", "should\n"),
    "8:1 invalid-yaml",
  ],
  ["a key that is indented", changed(POSITION, "issue:", "  issue:"), "4:3 invalid-yaml"],
  ["a tab before a key", changed(POSITION, "issue:", "\tissue:"), "4:1 invalid-yaml"],
  [
    "a quotation mark left open",
    changed(POSITION, "says: Each", 'says: "Each'),
    "7:7 invalid-yaml",
  ],
  ["a bracket left open", changed(POSITION, "source: ", "source: ["), "8:9 invalid-yaml"],
  [
    "words after a closing quotation mark",
    changed(POSITION, "says: Each", 'says: "Each"'),
    "7:14 invalid-yaml",
  ],
  [
    "curly quotation marks around a colon",
    changed(POSITION, "says: Each", "says: “Oil: each”"),
    "7:11 invalid-yaml",
  ],
  [
    "a value that begins with an at sign",
    changed(POSITION, "says: Each", "says: @each"),
    "7:7 invalid-yaml",
  ],
  [
    "a value that begins in asterisks",
    changed(POSITION, "says: Each", "says: *Each*"),
    "7:7 invalid-yaml",
  ],
  ["three dots between keys", changed(POSITION, "stance:", "...\nstance:"), "5:1 invalid-yaml"],
  [
    "marks of a conflict among the keys",
    changed(
      POSITION,
      "stance: opposes",
      "<<<<<<< HEAD\nstance: opposes\n=======\nstance: unclear\n>>>>>>> other",
    ),
    "5:1 conflict-mark",
  ],
  [
    "marks of a conflict below the keys",
    `${POSITION}A.\n<<<<<<< HEAD\nB.\n=======\nC.\n>>>>>>> other\n`,
    "11:1 conflict-mark",
  ],
  [
    "marks of a conflict around the file",
    `<<<<<<< HEAD\n${POSITION}=======\n${POSITION}>>>>>>> other\n`,
    "1:1 conflict-mark",
  ],
  ["a control character", changed(POSITION, "Each", "Ea\u0007ch"), "7:9 control-character"],
  ["a directional override", changed(POSITION, "Each", "Ea\u202Ech"), "7:9 control-character"],
];

describe("a mistake in a fact file is told at its place", () => {
  test.each(CASES)("%s", (_name, text, place) => {
    const draft = changed(POSITION, "says:", "draft: true\nsays:");
    const problems = problemsOf({ "facts/new.md": text, "facts/draft-fact.md": draft });
    expect(problems).toContain(`facts/new.md:${place}`);
  });

  test("a faultless fact has no problem", () => {
    expect(
      problemsOf({ "facts/a.md": POSITION, "facts/b.md": DEMAND, "facts/c.md": ANSWER }),
    ).toEqual([]);
  });
});

describe("a mistake in the folder is told by file", () => {
  test("two facts with one id in two folders collide", () => {
    expect(problemsOf({ "facts/a/x.md": POSITION, "facts/b/x.md": POSITION })).toContain(
      "facts/b/x.md:1:1 colliding-ids",
    );
  });

  test("a name that differs only in Unicode form or case collides", () => {
    const problems = problemsOf({
      "facts/caf\u00e9.md": POSITION,
      "facts/CAFE\u0301.md": POSITION,
    });
    expect(problems.filter((problem) => problem.endsWith("colliding-ids"))).toHaveLength(1);
    expect(problems.filter((problem) => problem.endsWith("invalid-id"))).toHaveLength(2);
  });

  test("a file outside the collections is told", () => {
    expect(problemsOf({ "fact/x.md": POSITION })).toContain("fact/x.md:1:1 misplaced-file");
  });

  test("a file that is not Markdown is named as ignored", () => {
    expect(problemsOf({ "facts/x.txt": "x" })).toEqual(["facts/x.txt:1:1 ignored-file"]);
  });

  test("a sheet without site.md is told", () => {
    expect(problemsOf({ "site.md": null })).toEqual(["site.md:1:1 missing-content"]);
  });

  test("an issue without text is told at the end of its front matter", () => {
    const issue = "---\ntitle: Oil\nquestion: Should both pay?\norder: 2\n---\n";
    expect(problemsOf({ "issues/oil.md": issue })).toEqual(["issues/oil.md:5:1 empty-body"]);
  });

  test("actors, issues and sources that nothing uses are warned of", () => {
    const source = "---\ntitle: x\npublished: 2001\ntype: report\n---\n";
    const issue = "---\ntitle: x\nquestion: x?\norder: 3\n---\nx\n";
    expect(
      problemsOf({
        "actors/nobody.md": ACTOR,
        "issues/nothing.md": issue,
        "sources/unread.md": source,
      }),
    ).toEqual([
      "actors/nobody.md:2:1 unused-actor",
      "issues/nothing.md:2:1 unused-issue",
      "sources/unread.md:2:1 unused-source",
    ]);
  });

  test("sources that are each other's origin, and persons that speak for each other, are told once", () => {
    const source = (origin: string) =>
      `---\ntitle: x\npublished: 2001\ntype: report\norigin: ${origin}\n---\n`;
    const problems = problemsOf({ "sources/a.md": source("b"), "sources/b.md": source("a") });
    expect(problems).toContain("sources/a.md:5:9 circular-reference");
    expect(problems.filter((problem) => problem.endsWith("circular-reference"))).toHaveLength(1);
  });

  test("an office that ends before it begins is told", () => {
    const actor = ACTOR.replace(
      "---\n",
      "---\nspeaksFor:\n  - {actor: upper-wend, as: envoy, from: 2001-03, until: 2000-01}\n",
    );
    expect(problemsOf({ "actors/lower-wend.md": actor })).toContain(
      "actors/lower-wend.md:3:58 date-order",
    );
  });
});
