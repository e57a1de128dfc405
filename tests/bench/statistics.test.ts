import fc from "fast-check";
import { expect, test } from "vitest";
import { growthExponent, median } from "../../bench/measure/statistics.ts";

test("the median of an odd count is the middle, of an even count between the two in the middle", () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

test("a cost in proportion to a power of the size grows with that exponent", () => {
  const exponents = fc.double({ min: 0.2, max: 3, noNaN: true });
  const factors = fc.double({ min: 0.001, max: 1000, noNaN: true });
  fc.assert(
    fc.property(exponents, factors, (exponent, factor) => {
      const points = [1000, 10_000, 50_000].map((size) => ({
        size,
        cost: factor * size ** exponent,
      }));
      expect(growthExponent(points)).toBeCloseTo(exponent, 6);
    }),
  );
});

test("one size tells no growth", () => {
  expect(growthExponent([{ size: 1000, cost: 1 }])).toBeNull();
});
