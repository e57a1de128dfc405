/** A word of a value is found in the file, however YAML has the value written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Scalar, stringify } from "yaml";
import { placeInValue } from "../../src/check/place-in-value.ts";
import type { LocatedText } from "../../src/content/problem.ts";
import { readYamlBlock } from "../../src/content/yaml-block.ts";

/** A fact's front matter, its `quote.text` as it is read, and where that begins. */
function readQuote(yaml: string): { readonly value: string; readonly place: LocatedText } {
  const text = `---\n${yaml}---\n`;
  const { block, problems } = readYamlBlock("facts/a.md", text, yaml, 4);
  expect(problems).toEqual([]);
  const quote = block?.value.quote;
  const value =
    typeof quote === "object" && quote !== null && "text" in quote ? String(quote.text) : "";
  const place = block?.locate(["quote", "text"]);
  if (place === undefined) throw new Error("no place");
  return { value: value.trim(), place };
}

/** Line, column and what is written there, for a word of the quote. */
function found(yaml: string, word: string): string {
  const { value, place } = readQuote(yaml);
  const at = placeInValue(place, value, value.indexOf(word), word.length);
  return `${at.line}:${at.column} ${writtenAt(at)}`;
}

function writtenAt({ text, line, column, length }: LocatedText): string {
  return (text.split("\n")[line - 1] ?? "").slice(column - 1, column - 1 + length);
}

/** What stands written between quotation marks of a kind, as it is meant. */
function unescaped(written: string, mark: string): string {
  if (mark === "'") return written.replaceAll("''", "'");
  return mark === '"' ? written.replace(/\\(["\\])/g, "$1") : written;
}

describe("the place of a word in a value", () => {
  it.each([
    ["plain", "quote:\n  text: we wait for the lamp\n", "lamp", "3:25 lamp"],
    [
      "plain, on several lines",
      "quote:\n  text: we wait\n    for the\n    lamp\n",
      "lamp",
      "5:5 lamp",
    ],
    ["plain, in a flow", "quote: { text: we wait for the lamp }\n", "lamp", "2:32 lamp"],
    ["in single quotation marks", "quote:\n  text: 'we don''t wait'\n", "wait", "3:20 wait"],
    ["with a doubled mark in it", "quote:\n  text: 'we don''t wait'\n", "don't", "3:13 don''t"],
    ["beginning with a mark", "quote:\n  text: '\"We wait,\" they said'\n", "We", "3:11 We"],
    ["in double quotation marks", 'quote:\n  text: "we \\"wait\\" there"\n', "there", "3:22 there"],
    ["after an escape", 'quote:\n  text: "caf\\u00e9\\x21 lamp"\n', "lamp", "3:24 lamp"],
    ["with an escape in it", 'quote:\n  text: "a caf\\u00e9 there"\n', "café", "3:12 caf\\u00e9"],
    ["after an escaped line end", 'quote:\n  text: "we wa\\\n    it here"\n', "here", "4:8 here"],
    ["over an escaped line end", 'quote:\n  text: "we wa\\\n    it here"\n', "wait", "3:13 wa\\"],
    ["folded", "quote:\n  text: >-\n    we wait\n    for it\n", "for", "5:5 for"],
    [
      "folded, with a comment",
      "quote:\n  text: > # ours\n    we wait\n\n    ours\n",
      "ours",
      "6:5 ours",
    ],
    ["literal", "quote:\n  text: |\n    we wait\n    for it\n", "for", "5:5 for"],
    ["literal, indented further", "quote:\n  text: |2-\n      we\n    2- it\n", "it", "5:8 it"],
    ["beginning with a hyphen", "quote:\n  text: >-\n    - we wait\n", "we", "4:7 we"],
    ["with a no-break space", "quote:\n  text: 1\u00a0May, we wait\n", "wait", "3:19 wait"],
    ["after a character of two units", "quote:\n  text: 🕯 lamp\n", "lamp", "3:12 lamp"],
    ["below other keys", "says: x\n\nquote:\n  where: here\n  text: lamp\n", "lamp", "6:9 lamp"],
  ])("%s", (_style, yaml, word, place) => {
    expect(found(yaml, word)).toBe(place);
  });

  it("that is not in the value is where the value begins", () => {
    const { value, place } = readQuote("quote:\n  text: we wait\n");
    expect(placeInValue(place, `${value} long`, 8, 4)).toEqual(place);
  });

  it("is, in every style and at every width of line, where that word is written", () => {
    const word = fc.constantFrom(
      ..."we don’t don't 30-day “wait” - -- > | #1 lamp: é e\u0301 灯 לא 🕯 \"so\" 'so' [sic] {a} … & * % @".split(
        " ",
      ),
    );
    const separator = fc.constantFrom(" ", " ", " ", "\u00a0", "  ", "\n");
    const style = fc.constantFrom<Scalar.Type>(
      "PLAIN",
      "QUOTE_SINGLE",
      "QUOTE_DOUBLE",
      "BLOCK_FOLDED",
      "BLOCK_LITERAL",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 25 }),
        style,
        fc.constantFrom(0, 20, 40, 80),
        fc.nat(),
        (pairs, defaultStringType, lineWidth, chosen) => {
          const text = pairs.flat().join("").trim();
          const yaml = stringify(
            { kind: "demand", quote: { where: "x", text } },
            { defaultStringType, defaultKeyType: "PLAIN", lineWidth },
          );
          const { value, place } = readQuote(yaml);
          expect(value).toBe(text);
          const words = [...value.matchAll(/\S+/g)];
          const { 0: sought, index } = words[chosen % words.length] ?? { 0: "", index: 0 };
          const at = placeInValue(place, value, index, sought.length);
          const mark = place.text.split("\n")[place.line - 1]?.charAt(place.column - 1) ?? "";
          const shown = unescaped(writtenAt(at), mark);
          // In double quotation marks a line may end within a word; the place then ends there too.
          const isCut = mark === '"' && shown !== sought && shown.endsWith("\\");
          expect(isCut ? shown.slice(0, -1) : shown).toBe(
            isCut ? sought.slice(0, shown.length - 1) : sought,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
