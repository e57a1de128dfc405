/** Which characters content may not hold: texts of common letters get no closer look, and need none. */
import { describe, expect, test } from "vitest";
import { findRefused } from "../../src/content/honest-text.ts";

/** Beyond the common letters: with it a text is looked at closely. */
const RARE = "\u4e00";

describe("a text of common letters", () => {
  test("is refused for what any text is refused for, wherever it stands and however often", () => {
    const quickly: string[] = [];
    for (let unit = 0; unit < 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      for (const text of [character, `a${character}b`, character.repeat(10)])
        if (findRefused(text)?.index !== findRefused(text + RARE)?.index) quickly.push(text);
    }
    expect(quickly).toEqual([]);
  });

  test("is refused for a mark that cannot be seen", () => {
    expect(findRefused("Die Lampe brennt – „immer“, лампа горить, η λάμπα")).toBeNull();
    expect(findRefused("Die Lampe\u200b brennt")).toMatchObject({ index: 9, length: 1 });
    expect(findRefused("Лампа\u2028горить")).toMatchObject({ code: "control-character", index: 5 });
  });
});
