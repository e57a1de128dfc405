/** Quotes in another language than the sheet's: each text against its own source, and who translated. */
import { describe, expect, test } from "vitest";
import { fingerprintText } from "../../src/quotes/fingerprint.ts";
import { problemsOf } from "../support/sheet.ts";

const SAID = "Une lampe qui s’éteint n’est pas une lampe, a dit la gardienne de Haut-Wend.";
const TRANSLATED = "“A lamp that goes out is not a lamp,” said the keeper of Upper Wend.";

function source(language: string, text: string): string {
  return `---
title: The lamp
published: 2001-03-04
language: ${language}
type: article-newspaper
fingerprint: ${fingerprintText(text)}
---
`;
}

const SOURCES = {
  "sources/gazette-de-wend.md": source("fr", SAID),
  "sources/wend-agency.md": source("en-GB", TRANSLATED),
};

/** The problems of the fictional sheet with a fact of these sources and this quote, one key a line. */
function check(quote: string, sources = "gazette-de-wend"): string[] {
  const keys = quote.split("\n").map((line) => `  ${line.trim()}\n`);
  const fact = `---
kind: position
by: upper-wend
issue: oil
stance: opposes
date: 2001-03-02
says: A lamp should not go out.
source: ${sources}
quote:
${keys.join("")}---
`;
  return problemsOf({
    ...SOURCES,
    // Each source has a use, whatever the fact under test is read in.
    "facts/use.md": fact
      .replace(/quote:[\s\S]*(?=---)/, "")
      .replace(`source: ${sources}`, "source: [gazette-de-wend, wend-agency]"),
    "facts/q.md": fact,
  });
}

const TEXT = "text: Une lampe qui s'éteint n'est pas une lampe";
const TRANSLATION = "translation: A lamp that goes out is not a lamp";

describe("a quote and its published translation", () => {
  test("both stand, each in its own source", () => {
    expect(
      check(`${TEXT}\n${TRANSLATION}\ntranslator: agency\ntranslationSource: wend-agency`),
    ).toEqual([]);
  });

  test.each([
    ["the quote", TEXT.replace("une lampe", "la lampe"), TRANSLATION, "10:42"],
    ["the translation", TEXT, TRANSLATION.replace("is not", "is"), "11:40"],
  ])("%s that was changed is refused at its place", (_which, text, translation, place) => {
    expect(
      check(`${text}\n${translation}\ntranslator: agency\ntranslationSource: wend-agency`),
    ).toEqual([`facts/q.md:${place} quote-not-in-source`]);
  });

  test("do not stand in each other's source", () => {
    expect(
      check(
        `text: A lamp that goes out is not a lamp\nlanguage: en\ntranslation: Une lampe\ntranslator: ours\ntranslationSource: wend-agency`,
      ),
    ).toEqual(["facts/q.md:10:9 quote-not-in-source", "facts/q.md:12:16 quote-not-in-source"]);
  });

  test("a translation in a source without fingerprint is told as not checked", () => {
    expect(
      check(`${TEXT}\n${TRANSLATION}\ntranslator: agency\ntranslationSource: islet-post`),
    ).toEqual(["facts/q.md:11:16 quote-not-checked"]);
  });

  test("a translation of the editor's own is not looked for in any source", () => {
    expect(check(`${TEXT}\ntranslation: No lamp, if it goes out\ntranslator: ours`)).toEqual([]);
  });
});

describe("what belongs together", () => {
  test.each([
    ["a translation by nobody", `${TEXT}\n${TRANSLATION}`, "11:16 missing-key"],
    [
      "a translator of nothing",
      `text: A lamp that goes out is not a lamp\ntranslator: agency`,
      "11:15 missing-key",
    ],
    [
      "a source of no translation",
      `text: A lamp that goes out is not a lamp\ntranslationSource: wend-agency`,
      "11:22 missing-key",
    ],
  ])("%s is told", (_what, quote, place) => {
    const sources = quote.includes("Une") ? "gazette-de-wend" : "wend-agency";
    expect(check(quote, sources)).toEqual([`facts/q.md:${place}`]);
  });

  test("the translator of a text that is itself a translation may be named", () => {
    expect(
      check(
        "text: A lamp that goes out is not a lamp\noriginalLanguage: fr\ntranslator: agency",
        "wend-agency",
      ),
    ).toEqual([]);
  });
});

describe("a quote in another language than the sheet's", () => {
  test("without a translation is told", () => {
    expect(check(TEXT)).toEqual(["facts/q.md:10:9 untranslated-quote"]);
  });

  test("is known by the source in which it stands, also where that is not the first", () => {
    expect(check(TEXT, "[wend-agency, gazette-de-wend]")).toEqual([
      "facts/q.md:10:9 untranslated-quote",
    ]);
  });

  test("is known by its own language before that of the source", () => {
    expect(check(`${TEXT}\nlanguage: en`)).toEqual([]);
    expect(check("text: A lamp that\nlanguage: fr", "wend-agency")).toEqual([
      "facts/q.md:10:9 untranslated-quote",
    ]);
  });

  test("is not one in another variety of the sheet's language", () => {
    expect(check("text: A lamp that goes out", "wend-agency")).toEqual([]);
  });

  test("said in the sheet's language must not be translated back, and need not be", () => {
    expect(check(`${TEXT}\noriginalLanguage: en-GB`)).toEqual([]);
    expect(check(`${TEXT}\noriginalLanguage: en-GB\n${TRANSLATION}\ntranslator: machine`)).toEqual([
      "facts/q.md:12:16 back-translation",
    ]);
  });

  test("said in a third language may be translated on", () => {
    expect(check(`${TEXT}\noriginalLanguage: uk\n${TRANSLATION}\ntranslator: ours`)).toEqual([]);
  });
});
