import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedOut } from "../../src/quotes/differences.ts";
import { nearestPassage } from "../../src/quotes/nearest.ts";

const SOURCE = `The keepers met. “We shall not light the lamp before 1 May,” said Ada Quill,
keeper of Upper Wend. “It was not us who broke the lens.”`;

/** The difference, written out. */
function marked(quote: string): string | undefined {
  const nearest = nearestPassage(quote, SOURCE);
  return nearest && markedOut(nearest.differences);
}

describe("the nearest passage", () => {
  it.each([
    ["a dropped not", "We shall light the lamp", "We shall {+not+} light the lamp"],
    ["a dropped not near the end", "We shall light", "We shall {+not+} light"],
    ["an added word", "We shall surely not light", "We shall [-surely-] not light"],
    ["a changed word", "We will not light the lamp", "We [-will-] {+shall+} not light the lamp"],
    [
      "a changed last word",
      "We shall not light the lamps",
      "We shall not light the [-lamps-] {+lamp+}",
    ],
    ["a changed first word", "He shall not light", "[-He-] {+We+} shall not light"],
    ["a changed case", "We Shall not light", "We [-Shall-] {+shall+} not light"],
    ["capitals throughout", "WE SHALL NOT", "[-WE SHALL NOT-] {+We shall not+}"],
    ["swapped words", "We not shall light", "We [-not shall-] {+shall not+} light"],
    ["a dropped comma", "before 1 May” said Ada", "before 1 May{+,+}” said Ada"],
    ["another mark", "before 1 May;” said Ada", "before 1 May[-;-] {+,+}” said Ada"],
    [
      "an unmarked gap",
      "We shall not light before 1 May",
      "We shall not light {+the lamp+} before 1 May",
    ],
    ["brackets taken out", "[W]e will not [ever] light", "We [-will-] {+shall+} not light"],
    ["quotation marks around it taken off", "“We will not”", "We [-will-] {+shall+} not"],
    ["a true quote", "It was not us", "It was not us"],
  ])("shows %s", (_what, quote, difference) => {
    expect(marked(quote)).toBe(difference);
  });

  it("of a quote with gaps is that of the part in which the mistake lies", () => {
    const quote = "We shall not light … It was not we who … the lens";
    const nearest = nearestPassage(quote, SOURCE, quote.indexOf("we who"));
    expect(nearest && markedOut(nearest.differences)).toBe("It was not [-we-] {+us+} who");
  });

  it("is given as it stands in the source, with its place", () => {
    const nearest = nearestPassage("said Ada Quill, the keeper of Upper Wend", SOURCE);
    expect(nearest?.text).toBe("said Ada Quill, keeper of Upper Wend");
    expect(SOURCE.slice(nearest?.start, nearest?.end)).toBe(
      "said Ada Quill,\nkeeper of Upper Wend",
    );
  });

  it("is none where nothing is alike", () => {
    expect(nearestPassage("Completely different words stand here", SOURCE)).toBeUndefined();
    expect(nearestPassage("", SOURCE)).toBeUndefined();
    expect(nearestPassage("We", "")).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (quote, text) => {
        nearestPassage(quote, text);
      }),
    );
  });
});
