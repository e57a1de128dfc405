import { describe, expect, it } from "vitest";
import { matchQuote } from "../../src/quotes/match.ts";
import { ALL_CASES } from "./cases/index.ts";
import { fingerprinted } from "./fingerprinted.ts";

describe("the case table", () => {
  it("has at least 150 cases in at least nine languages", () => {
    const count = ALL_CASES.reduce(
      (sum, { accept, refuse }) => sum + accept.length + refuse.length,
      0,
    );
    expect(count).toBeGreaterThanOrEqual(150);
    expect(new Set(ALL_CASES.map(({ language }) => language)).size).toBeGreaterThanOrEqual(9);
  });
});

describe.each(ALL_CASES)("quotes of a source in $language", ({ source, accept, refuse }) => {
  const fingerprint = fingerprinted(source);

  it.each(accept)("stand: %s", (_why, quote) => {
    expect(matchQuote(quote, fingerprint)).toMatchObject({ kind: "matched" });
  });

  it.each(refuse)("do not stand, and the place is told: %s", (_why, quote, at) => {
    const match = matchQuote(quote, fingerprint);
    expect(match).toMatchObject({ kind: "refused" });
    if (match.kind === "refused") {
      expect(quote.slice(match.offset, match.offset + at.length)).toBe(at);
    }
  });
});
