/** A short run of the fuzzer; `npm run fuzz` is the long one. */
import { expect, test } from "vitest";
import { temporaryFolder, WEND } from "../support/sheet.ts";
import { fuzzReader } from "./reader-fuzz.ts";

test("made-up files are read or refused, each at its place, and none is waited for", () => {
  const { inputs, longest, sound, codes } = fuzzReader(1500, 1, WEND, temporaryFolder());
  expect(inputs).toBe(1500);
  expect(longest).toBeLessThan(1000);
  expect(sound).toBeGreaterThan(0);
  expect(codes.size).toBeGreaterThan(15);
});
