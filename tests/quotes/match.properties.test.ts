import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchQuote } from "../../src/quotes/match.ts";
import { type Token, tokenise } from "../../src/quotes/normalise.ts";
import { fingerprinted } from "./fingerprinted.ts";

/** Few words, so that runs repeat; several scripts; words that differ by one case, accent or letter. */
const WORDS =
  "lamp Lamp lámp lam oil oils not 1,200 30-day -5 don’t об’єкт 灯 点 לא صباح U.W wend".split(" ");
const SEPARATORS = [
  " ",
  " ",
  " ",
  " ",
  ", ",
  ". ",
  " — ",
  "” “",
  "; ",
  "\n\n",
  "\u00a0",
  " (",
  ") ",
  ": ",
];

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 60 });

/** Random prose: words with separators between. */
const prose = fc
  .array(fc.tuple(word, fc.constantFrom(...SEPARATORS)), { minLength: 1, maxLength: 80 })
  .map((pairs) => pairs.flat().join(""));

/** How often one sequence stands in another, by trying each place. */
function count(sequence: readonly string[], within: readonly string[]): number {
  const places = within.map((_, at) => at);
  return places.filter((at) => sequence.every((each, offset) => within[at + offset] === each))
    .length;
}

function keys(tokens: readonly Token[]): readonly string[] {
  return tokens.map((token) => `${token.kind} ${token.text}`);
}

describe("the match of a quote", () => {
  it("accepts every contiguous run of words of a text, at as many places as it stands", () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, from, length) => {
        const tokens = tokenise(text);
        const first = from % tokens.length;
        const run = tokens.slice(first, first + 1 + (length % 30));
        fc.pre(run[0]?.kind === "word" && run.at(-1)?.kind === "word");
        const quote = text.slice(run[0]?.start, run.at(-1)?.end);
        expect(matchQuote(quote, fingerprinted(text))).toMatchObject({
          kind: "matched",
          words: run.filter((token) => token.kind === "word").length,
          occurrences: count(keys(run), keys(tokens)),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("accepts a sequence of words exactly when it stands in the text, and counts the places", () => {
    fc.assert(
      fc.property(words, fc.array(word, { minLength: 1, maxLength: 5 }), (text, quote) => {
        const match = matchQuote(quote.join(" "), fingerprinted(text.join(" ")));
        const places = count(keys(tokenise(quote.join(" "))), keys(tokenise(text.join(" "))));
        expect(match.kind === "matched" ? match.occurrences : 0).toBe(places);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses a run with one word changed, dropped, doubled or swapped, unless that stands too", () => {
    const mutation = fc.constantFrom("change", "drop", "double", "swap");
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        mutation,
        word,
        (text, f, l, at, how, other) => {
          const first = f % text.length;
          const run = text.slice(first, first + 2 + (l % 20));
          const mutated = mutate(run, at % run.length, how, other);
          fc.pre(mutated.length > 0);
          const source = text.join(" ");
          const quote = mutated.join(" ");
          const stands = count(keys(tokenise(quote)), keys(tokenise(source))) > 0;
          expect(matchQuote(quote, fingerprinted(source)).kind).toBe(
            stands ? "matched" : "refused",
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("accepts runs with gaps exactly when they stand one after the other", () => {
    const run = fc.array(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, run, run, (text, one, two) => {
        const match = matchQuote(
          `${one.join(" ")} […] ${two.join(" ")}`,
          fingerprinted(text.join(" ")),
        );
        expect(match.kind).toBe(standInOrder(text, one, two) ? "matched" : "refused");
      }),
      { numRuns: 1000 },
    );
  });

  it("points at the first word that does not stand", () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, at) => {
        const head = text.slice(0, at % text.length);
        const quote = [...head, "nowhere"].join(" ");
        const match = matchQuote(quote, fingerprinted(text.join(" ")));
        expect(match).toMatchObject({ kind: "refused", offset: quote.length - 7, length: 7 });
      }),
    );
  });

  it("never throws, whatever the quote", () => {
    const fingerprint = fingerprinted("We shall not light the [old] lamp… before 1 May.");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (quote) => {
        expect(["matched", "refused"]).toContain(matchQuote(quote, fingerprint).kind);
      }),
    );
  });
});

function mutate(
  run: readonly string[],
  at: number,
  how: "change" | "drop" | "double" | "swap",
  other: string,
): readonly string[] {
  const [here = "", next = ""] = run.slice(at, at + 2);
  if (how === "change") return run.with(at, other);
  if (how === "drop") return run.toSpliced(at, 1);
  if (how === "double") return run.toSpliced(at, 0, here);
  return next === "" ? run : run.toSpliced(at, 2, next, here);
}

function standInOrder(
  text: readonly string[],
  one: readonly string[],
  two: readonly string[],
): boolean {
  const source = keys(tokenise(text.join(" ")));
  const [first, second] = [one, two].map((run) => keys(tokenise(run.join(" "))));
  if (first === undefined || second === undefined) return false;
  return source.some((_, at) => {
    const standsHere = first.every((each, offset) => source[at + offset] === each);
    return standsHere && count(second, source.slice(at + first.length)) > 0;
  });
}
