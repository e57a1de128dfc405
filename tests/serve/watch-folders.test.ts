/** Watching folders that come, go and come back. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { watchFolders } from "../../src/serve/watch-folders.ts";
import { temporaryFolder } from "../support/sheet.ts";
import { until } from "./serving.ts";

test("a change is told in new folders, and in one that took the place of another of its name", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "facts"));
  let told = 0;
  onTestFinished(watchFolders([root], () => told++));
  const tells = async (change: () => void): Promise<void> => {
    const before = told;
    change();
    await until(() => told > before);
    // What comes late from this change must not be taken for the next.
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const write = (path: string) => (): void => writeFileSync(join(root, path), "x");
  await tells(write("facts/a.md"));
  await tells(() => mkdirSync(join(root, "facts/2001")));
  await tells(write("facts/2001/b.md"));
  await tells(() => {
    renameSync(join(root, "facts"), `${root}-old`);
    mkdirSync(join(root, "facts"));
  });
  onTestFinished(() => rmSync(`${root}-old`, { recursive: true }));
  await tells(write("facts/c.md"));
  const before = told;
  writeFileSync(`${root}-old/a.md`, "y");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told).toBe(before);
});
