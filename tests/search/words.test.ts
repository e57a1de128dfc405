/** What is one word to search: by Unicode alone, whatever the language. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termsOf, wordsIn } from "../../src/build/search-words.ts";

const terms = (text: string): string[] =>
  Array.from(wordsIn(text), (word) => termsOf(word.text)[0] ?? "");

describe("the same word", () => {
  test.each([
    ["Lampe", "LAMPE"],
    ["Erdoğan", "erdogan"],
    ["Zelenskyy", "zelenskyy"],
    ["İstanbul", "istanbul"],
    ["ISTANBUL", "ıstanbul"],
    ["Straße", "STRASSE"],
    ["Łódź", "lodz"],
    ["Œuvre", "oeuvre"],
    ["ΟΔΟΣ", "οδος"],
    ["ОСТРІВ", "острів"],
    ["ёлка", "елка"],
    ["п’ять", "п'ять"],
    ["п’ять", "пʼять"],
    ["שָׁלוֹם", "שלום"],
    ["צה״ל", 'צה"ל'],
    ["سَلَام", "سلام"],
    ["إسلام", "اسلام"],
    ["مدينة", "مدينه"],
    ["سـلام", "سلام"],
    ["ﬁsh", "fish"],
  ])("is %s and %s", (one, other) => {
    expect(terms(one)).toHaveLength(1);
    expect(terms(one)).toEqual(terms(other));
  });

  test("in Arabic is also the one without its article", () => {
    expect(termsOf("المنارة")).toEqual(["المناره", "مناره"]);
    expect(termsOf("والمنارة")).toContain("مناره");
    expect(termsOf("الم")).toEqual(["الم"]);
  });
});

describe("a text", () => {
  test("is taken apart where a word ends", () => {
    expect(terms("Russia’s all-night lamp, no. 4: “oil”")).toEqual([
      "russia",
      "s",
      "all",
      "night",
      "lamp",
      "no",
      "4",
      "oil",
    ]);
    expect(terms("L’île, Türkiye'nin")).toEqual(["l", "ile", "turkiye", "nin"]);
  });

  test("without spaces gives a word a character", () => {
    expect(terms("停火 lamp")).toEqual(["停", "火", "lamp"]);
  });

  test("gives words that stand where they say", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { at, text: word } of wordsIn(text))
          expect(text.slice(at, at + word.length)).toBe(word);
      }),
    );
  });

  test("has the same terms in capitals, composed or taken apart", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zà-öø-ÿа-яёіїєґα-ω]{1,20}$/), (word) => {
        expect(terms(word.toUpperCase())).toEqual(terms(word));
        expect(terms(word.normalize("NFD"))).toEqual(terms(word));
      }),
    );
  });
});
