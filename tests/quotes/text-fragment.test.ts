import { describe, expect, it } from "vitest";
import { textFragment, withTextFragment } from "../../src/quotes/text-fragment.ts";
import { fingerprinted } from "./fingerprinted.ts";

const SOURCE = `The keepers met. We shall not light the lamp, said the keeper of Upper Wend.

“We shall not light the lamp before 1 May, and we shall not sell oil – salt & pepper apart – to those who broke the lens. The lamp is ours. The oil is ours. Nobody will light it,” said Ada Quill.

Lower Wend offered a 30-day truce. Lower Wend's keeper was glad. Personally glad. Peace, peace.`;

const fingerprint = fingerprinted(SOURCE);

function linked(quote: string): string {
  const fragment = textFragment(quote, fingerprint);
  return fragment === undefined ? "none" : `${fragment.directive}${fragment.unique ? "" : " (?)"}`;
}

describe("the text fragment of a quote", () => {
  it.each([
    [
      "a short quote is given whole",
      "offered a 30-day truce",
      "text=offered%20a%2030%2Dday%20truce",
    ],
    [
      "its closing mark is left out",
      "said the keeper of Upper Wend.",
      "text=said%20the%20keeper%20of%20Upper%20Wend",
    ],
    ["a comma within is encoded", "ours. … Peace, peace", "text=ours (?)"],
    [
      "a long quote is a start, long enough to stand once, and an end",
      "We shall not light the lamp before 1 May, and we shall not sell oil",
      "text=We%20shall%20not%20light%20the%20lamp%20before,shall%20not%20sell%20oil",
    ],
    [
      "start and end keep clear of dashes, quotation marks and the ends of sentences",
      "we shall not sell oil — salt & pepper apart — to those who broke the lens. The lamp is ours",
      "text=we%20shall%20not%20sell,The%20lamp%20is%20ours",
    ],
    [
      "an end is longer where a shorter one stands between",
      "The lamp is ours. The oil is ours. Nobody will light it,” said Ada",
      "text=The%20lamp%20is%20ours,said%20Ada",
    ],
    [
      "a quote with a gap leads to what precedes it",
      "Lower Wend offered […] truce",
      "text=Lower%20Wend%20offered",
    ],
    ["a leading gap is no part of it", "… a 30-day truce", "text=a%2030%2Dday%20truce"],
    [
      "a changed initial is given as in the source",
      "[l]ower Wend offered",
      "text=Lower%20Wend%20offered",
    ],
    ["a word that stands in another case too is not unique", "Peace", "text=Peace (?)"],
    [
      "invisible characters and odd spaces are left out",
      "offered\u00a0a 30-day tru\u00adce",
      "text=offered%20a%2030%2Dday%20truce",
    ],
    ["a quote that does not stand has none", "offered a 40-day truce", "none"],
    ["an empty quote has none", "", "none"],
  ])("%s", (_why, quote, directive) => {
    expect(linked(quote)).toBe(directive);
  });
});

describe("an address with a text fragment", () => {
  it.each([
    ["https://wend.example/a", "https://wend.example/a#:~:text=x"],
    ["https://wend.example/a?b=c", "https://wend.example/a?b=c#:~:text=x"],
    ["https://wend.example/a#part", "https://wend.example/a#part:~:text=x"],
    ["https://wend.example/a#part:~:text=old", "https://wend.example/a#part:~:text=x"],
  ])("keeps what is in %s", (url, expected) => {
    expect(withTextFragment(url, "text=x")).toBe(expected);
  });
});

describe("an end", () => {
  it("that a browser would find behind the quote is not given, since it may not be found within", () => {
    // Over the end of a paragraph "a is" is not found; behind the quote it is.
    const source = fingerprinted("lamp lamp — a\n\nis lamp a is lamp ");
    const fragment = textFragment("lamp lamp — a is", source);
    expect(fragment).toEqual({ directive: "text=lamp%20lamp", unique: true });
  });
});
