/** A link never leads elsewhere: tried with a search like a browser's on pages that are drawn otherwise. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fingerprint } from "../../src/quotes/fingerprint.ts";
import { standsOnceLoosely } from "../../src/quotes/loose.ts";
import { readRuns } from "../../src/quotes/runs.ts";
import { textFragment } from "../../src/quotes/text-fragment.ts";
import { fingerprinted } from "./fingerprinted.ts";

const WORDS = "lamp Lamp café oil not 30-day -5 don’t wend Wend night is it the a who".split(" ");
const SEPARATORS = [" ", " ", " ", " ", " ", ", ", ". ", " — ", "” “", ": ", "\n\n"];

const prose = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SEPARATORS)), {
  minLength: 2,
  maxLength: 60,
});

/** As Chromium compares: without case and accents, one kind of space; dashes and hyphens stay apart. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[”“]/g, '"')
    .replace(/[^\S\n]+/g, " ");
}

/** The first place of whole words at or after another, within one paragraph. */
function find(words: string, page: string, from: number): number {
  const isPart = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = page.indexOf(words, from); at >= 0; at = page.indexOf(words, at + 1)) {
    if (!isPart(page[at - 1]) && !isPart(page[at + words.length])) return at;
  }
  return -1;
}

/** Where a browser ends up, as offsets in the page. */
function follow(directive: string, page: string): readonly [number, number] | undefined {
  const [start = "", end] = directive
    .replace("text=", "")
    .split(",")
    .map((part) => fold(decodeURIComponent(part)));
  const from = find(start, page, 0);
  if (from < 0) return undefined;
  if (end === undefined) return [from, from + start.length];
  const to = find(end, page, from + start.length);
  return to < 0 ? undefined : [from, to + end.length];
}

/** Whether all words of a quote, without case and accents, stand at one place only. */
function standsOnce(quote: string, fingerprint: Fingerprint): boolean {
  const words = readRuns(quote, fingerprint).flat();
  return standsOnceLoosely(
    words.map(({ text }) => text),
    fingerprint,
  );
}

describe("a link that is called unique", () => {
  it("leads into its own quote, or nowhere, however the page draws its hyphens", () => {
    let led = 0;
    let all = 0;
    fc.assert(
      fc.property(
        prose,
        fc.nat(),
        fc.nat(),
        fc.constantFrom("-", "\u2010", "\u2011", "\u2212"),
        (pairs, f, l, hyphen) => {
          const first = f % pairs.length;
          const run = pairs.slice(first, first + 1 + (l % 25));
          const before = pairs.slice(0, first).flat().join("");
          const quote = run.flat().slice(0, -1).join("").replaceAll("\n\n", " ");
          const text = pairs.flat().join("");
          const fragment = textFragment(quote, fingerprinted(text));
          expect(fragment?.unique).toBe(standsOnce(quote, fingerprinted(text)));
          if (fragment?.unique !== true) return;
          const page = fold(text.replaceAll("-", hyphen));
          const reached = follow(fragment.directive, page);
          all += 1;
          if (reached === undefined) return;
          led += 1;
          const from = fold(before.replaceAll("-", hyphen)).length;
          const to = from + fold(run.flat().slice(0, -1).join("")).length;
          expect(reached[0]).toBeGreaterThanOrEqual(from);
          expect(reached[1]).toBeLessThanOrEqual(to);
        },
      ),
      { numRuns: 3000 },
    );
    expect(led / all).toBeGreaterThan(0.5);
  });
});
