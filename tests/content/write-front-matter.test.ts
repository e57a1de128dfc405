/** What is written as front matter is read back as it was given. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutFrontMatter } from "../../src/content/front-matter.ts";
import {
  type FrontMatterValue,
  writeFrontMatter,
  writeKey,
} from "../../src/content/write-front-matter.ts";
import { readYamlBlock } from "../../src/content/yaml-block.ts";

function readBack(text: string): { readonly keys: unknown; readonly body: string } {
  const cut = cutFrontMatter("file.md", text);
  if ("code" in cut) throw new Error(cut.message);
  const { block, problems } = readYamlBlock("file.md", text, cut.yaml, cut.yamlOffset);
  expect(problems).toEqual([]);
  return { keys: block?.value, body: cut.body };
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."ab1 \n\t\r\"'`:#-?[]{},&*!|>%@~\\".split(""),
      "---",
      "\u2028",
      "\ufeff",
    ),
  }),
  fc.constantFrom(
    "no",
    "true",
    "0777",
    "20",
    "12:30",
    "1e3",
    "2031-05-11",
    "null",
    "~",
    "...",
    "---",
  ),
);
const key = fc.stringMatching(/^[a-zA-Z]{1,12}$/);
const { value } = fc.letrec<{ value: FrontMatterValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  ),
}));
const body = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.constantFrom("---", "---more", "# Title", "", "text", "key: value"))
    .map((lines) => lines.join("\n")),
);

describe("writing front matter", () => {
  it("is undone by reading it, whatever the values", () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { minKeys: 1, maxKeys: 6, noNullPrototype: true }),
        body,
        (keys, below) => {
          expect(readBack(writeFrontMatter(keys, below))).toEqual({
            keys,
            body: below.trim().normalize("NFC"),
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("writes as an editor would", () => {
    expect(
      writeFrontMatter(
        {
          kind: "demand",
          to: ["lower-wend", "upper-wend"],
          date: "2031-05-11",
          deadline: undefined,
          says: "Keep the lamp lit: all night.",
          quote: { text: "Keep it\nburning", speaker: "keeper-of-wend" },
          corrections: [{ date: "2031-06-01", note: "It said “dim”." }],
          aliases: ["Wend, Upper", "Overwend"],
          order: "20",
          draft: "true",
          wikidata: "null",
        },
        "\nThe oil had run low.\n\n",
      ),
    ).toBe(`---
kind: demand
to: [lower-wend, upper-wend]
date: 2031-05-11
says: "Keep the lamp lit: all night."
quote:
  text: |-
    Keep it
    burning
  speaker: keeper-of-wend
corrections:
  - date: 2031-06-01
    note: It said “dim”.
aliases:
  - Wend, Upper
  - Overwend
order: 20
draft: true
wikidata: "null"
---
The oil had run low.
`);
  });

  it("keeps long text on one line", () => {
    const long = "A very long sentence about a lamp. ".repeat(20).trim();
    expect(writeKey("summary", long)).toBe(`summary: ${long}\n`);
  });

  it("writes what reading refuses or overlooks as an escape", () => {
    expect(writeKey("says", "left\u202Eright")).toBe('says: "left\\u202eright"\n');
  });
});
