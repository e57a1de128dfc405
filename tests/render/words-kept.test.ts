/** Interface strings of a program that runs for long. */
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { loadWords } from "../../src/render/locale/words.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

test("are read once: the program's folder may be cleared away while it runs", () => {
  const before = loadWords("de").t("site.skip");
  const reads = vi.mocked(readFileSync).mock.calls.length;
  expect(reads).toBeGreaterThan(0);
  expect(loadWords("de").t("site.skip")).toBe(before);
  expect(vi.mocked(readFileSync).mock.calls).toHaveLength(reads);
});
