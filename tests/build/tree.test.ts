/** Locks, exchanges and recovery, each step by itself. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Exchange, exchangeFolders, ONE_STEP } from "../../src/build/exchange.ts";
import { BusyOutputError, takeLock } from "../../src/build/lock.ts";
import { openTree, recoverSite, type TreePaths, treePaths } from "../../src/build/site-tree.ts";
import { temporaryFolder } from "../support/sheet.ts";
import { contentsOf } from "../support/site-files.ts";

describe("exchanging folders", () => {
  const byBoth: readonly [string, readonly Exchange[]][] = [
    ["in one step", ONE_STEP],
    ["by two renames", []],
    [
      "in one step by a program that is killed just after it",
      [
        (one, other) => exchangeFolders(one, other, `${one}.x`, []),
        () => {
          throw new Error("No second way is needed");
        },
      ],
    ],
  ];
  test.each(byBoth)("%s leaves each at the other's path and nothing else", (_, ways) => {
    const folder = temporaryFolder();
    for (const name of ["a", "b"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, `from-${name}`), "");
    }
    exchangeFolders(join(folder, "a"), join(folder, "b"), join(folder, "spare"), ways);
    expect(readdirSync(join(folder, "a"))).toEqual(["from-b"]);
    expect(readdirSync(join(folder, "b"))).toEqual(["from-a"]);
    expect(readdirSync(folder).sort()).toEqual(["a", "b"]);
  });
});

/** A site of one page, published. */
function publish(paths: TreePaths, text: string): void {
  recoverSite(paths);
  const tree = openTree(paths, null);
  tree.put("index.html", text);
  tree.publish();
}

describe("a build killed between the two renames", () => {
  test("after the first has the last site brought back", () => {
    const folder = temporaryFolder();
    const paths = treePaths(join(folder, "site"));
    publish(paths, "old");
    mkdirSync(paths.next);
    renameSync(paths.site, paths.empty);
    recoverSite(paths);
    expect(contentsOf(paths.site)["index.html"]).toBe("old");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("after the second keeps the new site and clears the old one away", () => {
    const folder = temporaryFolder();
    const paths = treePaths(join(folder, "site"));
    publish(paths, "old");
    renameSync(paths.site, paths.empty);
    publish({ ...paths, empty: `${paths.empty}-none` }, "new");
    recoverSite(paths);
    expect(contentsOf(paths.site)["index.html"]).toBe("new");
    expect(readdirSync(folder)).toEqual(["site"]);
  });
});

test("a spare that was being deleted when its build was killed never stands in for a site", () => {
  const folder = temporaryFolder();
  const paths = treePaths(join(folder, "site"));
  publish(paths, "old");
  renameSync(paths.site, paths.spare);
  rmSync(join(paths.spare, ".standpoint"));
  recoverSite(paths);
  expect(existsSync(paths.site)).toBe(false);
});

describe("the lock", () => {
  test("is held by one build at a time, and another that loses patience is told who holds it", async () => {
    const file = join(temporaryFolder(), "lock");
    const release = await takeLock(file);
    await expect(takeLock(file, 60)).rejects.toThrow(BusyOutputError);
    await expect(takeLock(file, 60)).rejects.toThrow(`process ${process.pid}`);
    release();
    (await takeLock(file, 60))();
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ["of a process that has ended", String(spawnSync("true").pid)],
    ["of an earlier process with the number of this one, as in a container", String(process.pid)],
    ["without a number, whose process was killed while it took it", ""],
  ])("%s is taken over", async (_, holder) => {
    const folder = temporaryFolder();
    const file = join(folder, "lock");
    writeFileSync(file, holder);
    const release = await takeLock(file, 5000);
    expect(readFileSync(file, "utf8")).toBe(String(process.pid));
    release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
