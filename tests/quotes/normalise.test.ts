import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../../src/quotes/normalise.ts";

/** Words as they are, marks in angle brackets. */
function shown(text: string): string {
  return tokenise(text)
    .map((token) => (token.kind === "word" ? token.text : `<${token.text}>`))
    .join(" ");
}

describe("the words and marks of a text", () => {
  it.each([
    ["don’t, won't", "don't <,> won't"],
    ["the keepers’ oil", 'the keepers <"> oil'],
    ["3.5, 1,000; 10:30.", "3.5 <,> 1,000 <;> 10:30 <.>"],
    ["1 200 litres, 1\u00a0200\u202f300", "1 200 litres <,> 1 200 300"],
    ["in 2022 200 men", "in 2022 200 men"],
    ["on\n\n12\n\n345", "on 12 345"],
    ["30-day 8–10 −5 -5", "30-day 8-10 -5 -5"],
    ["a - b – c — d -- e", "a <—> b <—> c <—> d <—> e"],
    ["pre- and post-war", "pre <—> and post-war"],
    ["U.S. .5 e.g. Wend.", "U.S <.> .5 e.g <.> Wend <.>"],
    ["and/or 1/2", "and </> or 1/2"],
    ["5% $5 5°C R&D @ada #oil", "5% $5 5°C R&D @ada #oil"],
    ["wait... wait…. . . . no....", "wait <…> wait <…> <.> <…> no <.> <…>"],
    ["6′ 2″", "6 <'> 2 <\">"],
    ["co-\noperative U-\nBoot 30-\nday", "cooperative U-Boot 30-day"],
    ["a\u00ad\nb", "ab"],
    ["灯。ก่อน", "灯 <。> ก่ อ น"],
    ["2031年5月", "2031 年 5 月"],
    ["דו״ח אי־אפשר", 'דו"ח אי-אפשר'],
    ["👩‍🚀 🏝️", "👩🚀 🏝"],
    ["", ""],
  ])("of %j are %s", (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });

  it("are the same composed and decomposed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const keys = (form: string) => tokenise(text.normalize(form)).map((token) => token.text);
        expect(keys("NFC")).toEqual(keys("NFD"));
      }),
    );
  });

  it("stand at their offsets, in order, without overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          // The full stop and the ellipsis of four dots share their place.
          if (token.text !== "…") expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
