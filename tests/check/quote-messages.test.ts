/** What the quote gate tells an editor: the place, the reason, and the nearest passage where there is one. */
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { formatProblem, PLAIN } from "../../src/check/format-problem.ts";
import { PROJECT_FOLDER, placeAndCode, wendWith } from "../support/sheet.ts";

const GAZETTE = join(PROJECT_FOLDER, "tests/golden/wend/wend-gazette.txt");

/** A fact whose quote is written as given, from line 9 on. */
function factWith(text: string, source = "wend-gazette"): string {
  return `---
kind: position
by: lower-wend
issue: oil
stance: opposes
date: 2001-03-02
says: Each island should buy its own oil.
quote:
  text: ${text}
source: ${source}
---
`;
}

/** The problems of the fictional sheet with such a fact; with the full text of the source at hand, or not. */
function check(fact: string, hasSnapshot = true) {
  const folder = wendWith({ "facts/q.md": fact });
  if (hasSnapshot) {
    mkdirSync(join(folder, ".snapshots"));
    cpSync(GAZETTE, join(folder, ".snapshots/wend-gazette.txt"));
  }
  return checkFolder(join(folder, "content"), folder).problems;
}

const NEAREST = "The nearest passage, a suggestion only ([-quote-] {+source+}): ";

describe("a quote that does not stand", () => {
  test("is shown at its word, with the nearest passage and the difference marked", () => {
    const [problem, ...others] = check(factWith("We do own the night"));
    expect(others).toEqual([]);
    expect(problem && formatProblem(problem, PLAIN)).toBe(
      `content/facts/q.md:9:15 quote-not-in-source  the quote does not stand in "wend-gazette": “own” occurs there, but not at this point.
   8 | quote:
>  9 |   text: We do own the night
     |               ^^^
  10 | source: wend-gazette
  ${NEAREST}We do {+not+} own the night`,
    );
  });

  test.each([
    ["a changed word", "We do not own the nights", "9:27", "“nights” does not occur there"],
    ["a changed case", "We Do not own the night", "9:12", "“Do” is written “do” there"],
    ["a lost mark", "in this article is real The Keeper", "9:33", "“.” stands before “The” there"],
    ["an added mark", "We do, not own the night", "9:14", "“,” stands here, and not there"],
    ["another mark", "“We do not own the night; it", "9:33", "“;” stands here, and “,” there"],
    ["a lost quotation mark", "the night, it said", "9:20", "a quotation mark stands before “it”"],
    ["another order", "the dawn … the night", "9:20", "“the” comes before what precedes the gap"],
    ["no words", "“[sic] …”", "9:9", "it holds no words"],
  ])("says why: %s", (_what, text, place, reason) => {
    const problems = check(factWith(text));
    expect(problems.map(placeAndCode)).toEqual([`facts/q.md:${place} quote-not-in-source`]);
    expect(problems[0]?.message).toContain(reason);
  });

  test("of a quote with a gap only the wrong part is compared", () => {
    const [problem] = check(factWith("We do not own the night … the lamp could burn until three"));
    expect(problem?.hint).toBe(`${NEAREST}the lamp could burn until [-three-] {+two+}`);
  });

  test.each([
    ["the full text is not at hand", "We do own the night", false],
    ["nothing in the full text is like it", "Completely different words", true],
  ])("is to be compared by eye where %s", (_why, text, hasSnapshot) => {
    const [problem] = check(factWith(text), hasSnapshot);
    expect(problem?.hint).toMatch(/^Compare it with the source word by word\./);
  });

  test("in any of several sources is told for the one that holds most of it", () => {
    const letter = `---
title: Letter
published: 2001-03-04
type: report
fingerprint: sp1:6:VKV1XCZKXTJO5BD3tr0CHfgGh1oVVlGjnhCi55udpy5DeY0APbjGh3
---
`;
    const folder = wendWith({
      "sources/letter.md": letter,
      "facts/q.md": factWith("We shall not light a candle", "[wend-gazette, letter, islet-post]"),
    });
    const problems = checkFolder(join(folder, "content"), folder).problems;
    expect(problems.map(placeAndCode)).toEqual(["facts/q.md:9:28 quote-not-in-source"]);
    expect(problems[0]?.message).toContain(
      'in none of its sources; in "letter", “a” does not occur',
    );
    expect(problems[0]?.hint).toContain('stand in "islet-post", say so with quote.source');
  });
});

describe("a mistake is found at its line and column", () => {
  test.each([
    ["in single quotation marks", "'We do not own our ''night'''", "9:24"],
    ["in double quotation marks", '"We do\\u0020not own our night"', "9:29"],
    ["in a plain text of several lines", "We do not\n    own our night", "10:9"],
    ["in a folded text", ">-\n    We do not\n    own our night", "11:9"],
    ["in a literal text", "|\n    We do not own\n    our night", "11:5"],
  ])("%s", (_style, text, place) => {
    expect(check(factWith(text)).map(placeAndCode)).toEqual([
      `facts/q.md:${place} quote-not-in-source`,
    ]);
  });
});

describe("the editor's marks in a quote stand through the whole gate", () => {
  test.each([
    ["an insertion", "'the lamp [of Needle Rock] could burn until two'"],
    ["an insertion in front", "'[Now] we do not own the dawn'"],
    ["sic", "We do not own [sic] the night"],
    ["a changed initial, made small", "'[w]e do not own the night'"],
    ["a changed initial, made great", "'[T]he lamp could burn until two'"],
    ["a changed initial within", "'Wend answered [T]hat the lamp'"],
    ["a gap", "Lower Wend answered … until two"],
    ["a gap in brackets", "'Lower Wend answered [...] until two'"],
    ["a gap over a paragraph", "Islands differ … we do not own the dawn"],
    ["a folded text", ">-\n    We do not\n    own the night"],
    ["quotation marks of another kind", "'«We do not own the night,» it said'"],
  ])("%s", (_what, text) => {
    expect(check(factWith(text)).map(placeAndCode)).toEqual([]);
  });

  test.each([
    ["a changed letter that is no initial", "'We do n[O]t own the night'", "9:16"],
    ["a changed initial that is another letter", "'[S]he lamp could burn until two'", "9:10"],
    ["a word hidden by an insertion", "'We do [not] own the night'", "9:22"],
    ["a word changed beside sic", "We do not own [sic] our night", "9:29"],
  ])("but they hide nothing: %s", (_what, text, place) => {
    expect(check(factWith(text)).map(placeAndCode)).toEqual([
      `facts/q.md:${place} quote-not-in-source`,
    ]);
  });

  test("a quote that begins with a bracket must be put in quotation marks, and that is told", () => {
    const [problem, ...others] = check(factWith("[T]he lamp could burn until two"));
    expect(others).toEqual([]);
    expect(problem?.code).toBe("invalid-yaml");
    expect(problem?.hint).toContain("Put quotation marks around the whole value");
  });
});

describe("the words around a quote", () => {
  const OWN = "do not own the";

  test.each([
    ["tell one of two places from the other", `${OWN}\n  within: and we do not own the dawn`, []],
    ["may be as many as it takes", `${OWN}\n  within: it said, “and we ${OWN}`, []],
    ["must stand in the source", `${OWN}\n  within: we ${OWN} moon`, ["10:29 quote-not-in-source"]],
    ["must hold the quote", `${OWN}\n  within: own the dawn`, ["10:11 quote-not-in-source"]],
    ["must stand there once", `${OWN}\n  within: we ${OWN}`, ["9:9 ambiguous-quote"]],
    ["are missed where they are needed", OWN, ["9:9 ambiguous-quote"]],
  ])("%s", (_what, text, places) => {
    expect(check(factWith(text)).map(placeAndCode)).toEqual(
      places.map((place) => `facts/q.md:${place}`),
    );
  });

  test("are missed, too, where only capitals tell the places apart, since to browsers they do not", () => {
    const [problem, ...others] = check(factWith("We do not own"));
    expect(others).toEqual([]);
    expect(problem?.code).toBe("ambiguous-quote");
    expect(problem?.message).toContain('stands in "wend-gazette" again, but for capitals');
    expect(problem?.hint).toContain("quote.within");
    expect(check(factWith("We do not own\n  within: “We do not own the night,” it"))).toEqual([]);
  });
});
