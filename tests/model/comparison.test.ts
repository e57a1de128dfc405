import { describe, expect, test } from "vitest";
import type { Position } from "../../src/content/records.ts";
import { STANCES } from "../../src/content/schema/vocabulary.ts";
import { compareStandings } from "../../src/model/agreement.ts";
import {
  type Comparable,
  comparableOf,
  comparisonOn,
  GROUNDS,
  groundOf,
} from "../../src/model/comparison.ts";
import type { Standing } from "../../src/model/dossier.ts";

const COMPARABLES: readonly Comparable[] = [...STANCES, "conflict", "none"];
const PAIRS = COMPARABLES.flatMap((a) => COMPARABLES.map((b) => [a, b] as const));

function standing(comparable: Comparable): Standing {
  if (comparable === "none") return { state: "none" };
  const stance = comparable === "conflict" ? "supports" : comparable;
  const position = { stance } as Position;
  return {
    state: comparable === "conflict" ? "conflict" : "stated",
    via: "own",
    inForce: [position],
    history: [position],
  };
}

describe("what a comparison rests on", () => {
  test.each(PAIRS)("%s beside %s comes to what the agreements of the model say", (a, b) => {
    expect(comparisonOn(groundOf(a, b))).toBe(compareStandings(standing(a), standing(b)));
  });

  test.each(PAIRS)("%s beside %s is the same the other way round", (a, b) => {
    expect(groundOf(a, b)).toBe(groundOf(b, a));
  });

  test("each ground is that of some pair", () => {
    expect(new Set(PAIRS.map(([a, b]) => groundOf(a, b)))).toEqual(new Set(GROUNDS));
  });

  test("is read from a standing", () => {
    expect(COMPARABLES.map((one) => comparableOf(standing(one)))).toEqual(COMPARABLES);
  });
});
