/** Every quote of the first sheet stands in its source, and no quote that is changed in the least does. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CheckContext, checkContext, checkRecords } from "../../src/check/context.ts";
import { findPassage, type Passage, passagesOf } from "../../src/check/passages.ts";
import { placeInValue } from "../../src/check/place-in-value.ts";
import { checkQuotes } from "../../src/check/quotes.ts";
import { cutFrontMatter } from "../../src/content/front-matter.ts";
import { type Problem, problem } from "../../src/content/problem.ts";
import { readContent } from "../../src/content/read.ts";
import type { Fact, Quote } from "../../src/content/records.ts";
import { readYamlBlock } from "../../src/content/yaml-block.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";

const CONTENT = join(PROJECT_FOLDER, "content");
const content = readContent(CONTENT, PROJECT_FOLDER);
const context = checkContext(content, () => null);

/** A quote of the sheet, and the file it is in. */
interface Quoted {
  readonly fact: Fact;
  readonly quote: Quote;
  readonly passage: Passage;
  readonly file: string;
}

const quoted: readonly Quoted[] = content.records.facts.flatMap((fact) => {
  if (fact.quote === null) return [];
  const [passage] = passagesOf(fact, fact.quote);
  const file = readFileSync(join(PROJECT_FOLDER, fact.path), "utf8");
  return passage ? [{ fact, quote: fact.quote, passage, file }] : [];
});

const stands = (passage: Passage): boolean =>
  findPassage(passage, context.fingerprints).found !== null;

/** What the gate says of the sheet once a file of a quote is changed and the quote so reads as given. */
function gate({ fact, quote }: Quoted, file: string, text: string): readonly Problem[] {
  const cut = cutFrontMatter(fact.path, file);
  if ("code" in cut) throw new Error(cut.message);
  const { block } = readYamlBlock(fact.path, file, cut.yaml, cut.yamlOffset);
  if (block === null) throw new Error(`${fact.path} is no longer YAML`);
  const changed: CheckContext = {
    ...context,
    content: {
      ...content,
      records: { ...content.records, facts: [{ ...fact, quote: { ...quote, text } }] },
    },
    at: (code, _record, path, message) => problem(code, block.locate(path), message),
    place: (_record, path) => block.locate(path),
  };
  return checkRecords([checkQuotes], changed);
}

/** The file in which the quote is written anew, in double quotation marks. */
function rewritten({ file, quote, fact }: Quoted, text: string): string {
  const place = content.locate(fact, ["quote", "text"]);
  const end = placeInValue(place, quote.text, quote.text.length - 1, 1);
  const lines = file.split("\n");
  const before = lines[place.line - 1]?.slice(0, place.column - 1) ?? "";
  const written = `${before}${JSON.stringify(text)}`;
  return lines.toSpliced(place.line - 1, end.line - place.line + 1, written).join("\n");
}

/** A letter that is surely another: the next of the alphabet, in the same case. */
function otherLetter(letter: string): string {
  if (!/[A-Ya-y]/.test(letter)) return letter === "x" ? "y" : "x";
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

function otherCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

/** A changed quote, and where in it the first change is. */
interface Changed {
  readonly text: string;
  readonly at: number;
}

/** Every text that differs from the quote in one letter. */
function withOneLetterChanged(text: string, other: (letter: string) => string): Changed[] {
  return [...text.matchAll(/\p{L}/gu)].map(({ index: at, 0: letter }) => ({
    text: text.slice(0, at) + other(letter) + text.slice(at + letter.length),
    at,
  }));
}

/** Every text in which two words, wherever they stand, have changed places. */
function withTwoWordsSwapped(text: string): Changed[] {
  const words = text.split(" ");
  return words.flatMap((one, first) =>
    words.slice(first + 1).flatMap((other, distance) => {
      if (one === other) return [];
      const swapped = words.with(first, other).with(first + 1 + distance, one);
      return [{ text: swapped.join(" "), at: words.slice(0, first).join(" ").length }];
    }),
  );
}

/** Every text without one of its negations. */
function withoutANegation(text: string): Changed[] {
  return [...text.matchAll(/\b(?:not|no|never|without) |n['’]t\b/gi)].map(
    ({ index: at, 0: negation }) => ({
      text: text.slice(0, at) + text.slice(at + negation.length),
      at,
    }),
  );
}

/** The first word that is changed, or the one before a negation that is gone: nothing before it is wrong. */
function firstWrongColumn(place: Problem["place"], { text, at }: Changed): number {
  const word = text.slice(0, at + 1).search(/\S*\s?\S*$/);
  return place.column + 1 + word;
}

describe("the quotes of the first sheet", () => {
  test("are many, and every one stands in its source", () => {
    expect(quoted.length).toBeGreaterThanOrEqual(20);
    expect(quoted.filter(({ passage }) => !stands(passage)).map(({ fact }) => fact.id)).toEqual([]);
  });

  test("some have a negation to lose", () => {
    expect(
      quoted.flatMap(({ passage }) => withoutANegation(passage.text)).length,
    ).toBeGreaterThanOrEqual(5);
  });

  test.each(quoted.map((each) => [each.fact.id, each] as const))(
    "%s is refused at its line and column once any letter is changed, any negation dropped or any two words swapped",
    (_id, each) => {
      const { text } = each.passage;
      const changed = [
        ...withOneLetterChanged(text, otherLetter),
        // A single word may well stand in the source in another case too: "Personally" in a headline.
        ...(text.split(" ").length > 2 ? withOneLetterChanged(text, otherCase) : []),
        ...withTwoWordsSwapped(text),
        ...withoutANegation(text),
      ].filter((one) => one.text !== text);
      const place = content.locate(each.fact, ["quote", "text"]);
      const passed = changed.filter((one) => {
        const problems = gate(each, rewritten(each, one.text), one.text);
        const [told] = problems;
        return !(
          problems.length === 1 &&
          told?.code === "quote-not-in-source" &&
          told.place.path === each.fact.path &&
          told.place.line === place.line &&
          told.place.column >= firstWrongColumn(place, one) &&
          told.place.column + told.place.length <= place.column + one.text.length + 1
        );
      });
      expect(passed).toEqual([]);
    },
  );

  test("changed in one letter stop the build, each at the line and column of the changed word", () => {
    const folder = temporaryFolder();
    cpSync(CONTENT, join(folder, "content"), { recursive: true });
    const places = quoted.map(({ fact, file, quote }) => {
      const word = /\p{L}+$/u.exec(quote.text.replace(/[^\p{L}]+$/u, ""));
      const at = placeInValue(
        content.locate(fact, ["quote", "text"]),
        quote.text,
        word?.index ?? 0,
        word?.[0].length ?? 0,
      );
      const lines = file.split("\n");
      const line = lines[at.line - 1] ?? "";
      const changed = `${line.slice(0, at.column - 1)}x${line.slice(at.column - 1)}`;
      writeFileSync(join(folder, fact.path), lines.with(at.line - 1, changed).join("\n"));
      const start = changed.slice(0, at.column - 1).search(/[\p{L}\p{N}'’-]*$/u) + 1;
      return `${fact.path}:${at.line}:${start} quote-not-in-source`;
    });
    const { status, stderr } = standpoint(folder, ["build"]);
    expect(status).toBe(1);
    expect(stderr.split("\n").filter((line) => line.includes(" quote-not-in-source")).length).toBe(
      quoted.length,
    );
    for (const place of places) expect(stderr).toContain(place);
    expect(existsSync(join(folder, "_site"))).toBe(false);
  });
});
