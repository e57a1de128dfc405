/** The reader of plain lines takes what most front matter is made of. That it reads alike is told in yaml-quick.test.ts. */
import { describe, expect, test } from "vitest";
import { readPlainLines } from "../../src/content/yaml-plain.ts";

describe("the reader of plain lines", () => {
  test("reads texts, lists of words, and maps and lists further in", () => {
    const yaml = `
kind: demand
to: [upper-wend, lower-wend]
none: []
empty:
says: "The \\"lamp\\": \\\\ out"
quote:
  text: 'The lamp''s keeper'
  where: on the quay  
aliases:
  - Wend (Upper)
  - "a: b"
corrections:
  - date: 2001-03-04
    note: A word.
  - date: 2001-03-05
    note:
last: x#y:z`.slice(1);
    expect(readPlainLines(yaml)).toEqual({
      kind: "demand",
      to: ["upper-wend", "lower-wend"],
      none: [],
      empty: "",
      says: 'The "lamp": \\ out',
      quote: { text: "The lamp's keeper", where: "on the quay" },
      aliases: ["Wend (Upper)", "a: b"],
      corrections: [
        { date: "2001-03-04", note: "A word." },
        { date: "2001-03-05", note: "" },
      ],
      last: "x#y:z",
    });
  });

  test.each([
    ["a text in several lines", "a: b\n  c"],
    ["a block of text", "a: |-\n  b"],
    ["a key twice", "a: b\na: c"],
    ["a key twice further in", "a:\n  b: c\n  b: d"],
    ["a map further in than a text", "a: b\n  c: d"],
    ["an odd step out", "a:\n    b: c\n  d: e"],
    ["an odd step out of a list", "a:\n  - b\n c: d"],
    ["a list no further in than its key", "a:\n- b"],
    ["a list that turns into a map", "a:\n  - b\n  c: d"],
    ["a map that turns into a list", "a:\n  b: c\n  - d"],
    ["a list alone", "- a"],
    ["a text alone", "a"],
    ["a map that is indented", "  a: b"],
  ])("leaves %s", (_what, yaml) => {
    expect(readPlainLines(yaml)).toBeNull();
  });
});
