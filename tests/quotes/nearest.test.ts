import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPassage } from "../../src/quotes/nearest.ts";

const SOURCE = `The keepers met. “We shall not light the lamp before 1 May,” said Ada Quill,
keeper of Upper Wend. “It was not us who broke the lens.”`;

/** The difference with `-missing-` and `+extra+`. */
function marked(quote: string): string | undefined {
  const signs = { same: "", missing: "-", extra: "+" } as const;
  return nearestPassage(quote, SOURCE)
    ?.differences.map(({ kind, text }) => signs[kind] + text + signs[kind])
    .join(" ");
}

describe("the nearest passage", () => {
  it.each([
    ["a dropped not", "We shall light the lamp", "We shall -not- light the lamp"],
    ["an added word", "We shall surely not light", "We shall +surely+ not light"],
    ["a changed word", "We will not light the lamp", "We -shall- +will+ not light the lamp"],
    ["a changed case", "We Shall not light", "We -shall- +Shall+ not light"],
    ["a dropped comma", "before 1 May” said Ada", "before 1 May -,- ” said Ada"],
    [
      "an unmarked gap",
      "We shall not light before 1 May",
      "We shall not light -the lamp- before 1 May",
    ],
    ["a true quote", "It was not us", "It was not us"],
  ])("shows %s", (_what, quote, difference) => {
    expect(marked(quote)).toBe(difference);
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
