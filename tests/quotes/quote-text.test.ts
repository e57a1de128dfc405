import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuote } from "../../src/quotes/quote-text.ts";

function shown(quote: string): string {
  return parseQuote(quote)
    .map(({ kind, text }) => (kind === "text" ? text : `{${kind}:${text}}`))
    .join("");
}

describe("the pieces of a quote", () => {
  it.each([
    ["we wait", "we wait"],
    ["we … wait", "we {gap:…} wait"],
    ["we [...] wait", "we {gap:…} wait"],
    ["we (. . .) wait", "we {gap:…} wait"],
    ["we wait.... No", "we wait.{gap:…} No"],
    ["我们……点灯", "我们{gap:…}点灯"],
    ["[T]he lamp", "{initial:T}he lamp"],
    ["l'[A]ccord", "l'{initial:A}ccord"],
    ["[a] lamp", "{insertion:a} lamp"],
    ["[The] lamp", "{insertion:The} lamp"],
    ["the lamp[s]", "the lamp{insertion:s}"],
    ["re[d]uce", "re{insertion:d}uce"],
    ["the lmap [sic] is", "the lmap {sic:sic} is"],
    ["unclosed [bracket", "unclosed [bracket"],
  ])("of %s are %s", (quote, pieces) => {
    expect(shown(quote)).toBe(pieces);
  });

  it("joined again as written are the quote, each at its offset", () => {
    const piece = fc.constantFrom(
      "…",
      "...",
      "[…]",
      "[T]",
      "he ",
      "[sic]",
      "[in Wend]",
      " ",
      "[",
      "]",
      ".",
      "灯",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (quote) => {
          const pieces = parseQuote(quote);
          expect(pieces.map(({ raw }) => raw).join("")).toBe(quote);
          for (const { raw, start } of pieces) expect(quote.startsWith(raw, start)).toBe(true);
        },
      ),
    );
  });
});
