/** Builds killed at random moments. `npm run kills` kills as many as one likes. */
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/sheet.ts";
import { killBuilds } from "./kill-builds.ts";

const KILLS = 12;

test("a build killed at any moment leaves one of the two sites whole, and the next one cleans up", async () => {
  const { faults, kills, looks, wholes } = await killBuilds(temporaryFolder(), KILLS);
  expect(faults).toEqual([]);
  expect(kills).toBe(KILLS);
  // It did watch.
  expect(looks).toBeGreaterThan(KILLS);
  expect(wholes).toBeGreaterThan(0);
}, 300_000);
