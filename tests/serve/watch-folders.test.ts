/** Watching folders that come, go and come back. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ChangedPaths, watchFolders } from "../../src/serve/watch-folders.ts";
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

test("a change is told in a folder that was deleted and made again at once, or a while after", async () => {
  const root = join(temporaryFolder(), "content");
  const make = (): void => {
    mkdirSync(join(root, "facts/2001"), { recursive: true });
    writeFileSync(join(root, "facts/2001/a.md"), "x");
  };
  const remove = (folder: string): void => rmSync(join(root, folder), { recursive: true });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
  make();
  let told = 0;
  onTestFinished(watchFolders([root], () => told++));
  const tellsOfEdit = async (): Promise<void> => {
    await settle();
    const before = told;
    writeFileSync(join(root, "facts/2001/a.md"), "y");
    await until(() => told > before);
    await settle();
  };
  // File systems give the number of a folder that is gone to the next one.
  for (const folder of ["facts/2001", "facts", ""]) {
    remove(folder);
    make();
    await tellsOfEdit();
    remove(folder);
    await settle();
    make();
    await tellsOfEdit();
  }
});

/** What is told of changes to a new folder with `facts/` in it. */
async function toldOf(change: (root: string) => void): Promise<readonly ChangedPaths[]> {
  const root = temporaryFolder();
  mkdirSync(join(root, "facts"));
  writeFileSync(join(root, "facts/a.md"), "x");
  // What making the folder set off is over.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const told: ChangedPaths[] = [];
  onTestFinished(watchFolders([root], (changed) => told.push(changed)));
  change(root);
  await until(() => told.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return told.map(
    (changed) => changed && new Set([...changed].map((path) => path.slice(root.length + 1)).sort()),
  );
}

test("files that come, change and go together are told at once, by path", async () => {
  const told = await toldOf((root) => {
    writeFileSync(join(root, "facts/a.md"), "y");
    writeFileSync(join(root, "facts/b.md"), "x");
    writeFileSync(join(root, "site.md"), "x");
    rmSync(join(root, "facts/b.md"));
    renameSync(join(root, "facts/a.md"), join(root, "facts/c.md"));
  });
  expect(told).toEqual([new Set(["facts/a.md", "facts/b.md", "facts/c.md", "site.md"])]);
});

test.each<[string, (root: string) => void]>([
  ["a folder comes", (root) => mkdirSync(join(root, "actors"))],
  ["a folder goes", (root) => rmSync(join(root, "facts"), { recursive: true })],
  ["a folder is renamed", (root) => renameSync(join(root, "facts"), join(root, "claims"))],
  [
    "more happens than the system is sure to tell",
    (root) => {
      for (let number = 0; number < 600; number++) writeFileSync(join(root, `${number}.md`), "x");
    },
  ],
])("where %s, everything may have changed", async (_what, change) => {
  expect(await toldOf(change)).toContain(null);
});
