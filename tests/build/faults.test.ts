/** What stands in a build's way: full and read-only disks, missing and foreign folders, other builds. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { treePaths } from "../../src/build/site-tree.ts";
import { systemFault } from "../../src/build/system-fault.ts";
import { type Run, standpoint, standpointMeanwhile } from "../support/command.ts";
import { temporaryFolder, wendWith } from "../support/sheet.ts";
import { contentsOf } from "../support/site-files.ts";

/** A file system of its own, mounted until the test ends; `null` where this process may not mount. */
function mountedDisk(size: string): string | null {
  const folder = temporaryFolder();
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]);
  if (status !== 0) return null;
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));
  return folder;
}

function build(folder: string, output: string): Run {
  return standpoint(folder, ["build", "--no-search", "--output", output]);
}

/** Makes the next build differ from the last. */
function edit(folder: string, words: string): void {
  appendFileSync(join(folder, "content/facts/lamp-went-out.md"), `\n${words}\n`);
}

/** Told in a sentence, by a path of the build, with the status of a call that cannot be answered. */
function expectRefusal({ status, stdout, stderr }: Run, reason: string): void {
  expect(stderr).toContain(`The site was not built: ${reason}`);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(status).toBe(2);
}

describe("a disk", () => {
  test("that is full leaves the last site whole, says so, and takes the next build once there is room", (context) => {
    const disk = mountedDisk("3m");
    if (disk === null) return context.skip("only root may mount a disk of its own");
    const folder = wendWith();
    const site = join(disk, "site");
    expect(build(folder, site).status).toBe(0);
    const before = contentsOf(site);
    const rest = join(disk, "rest");
    spawnSync("dd", ["if=/dev/zero", `of=${rest}`, "bs=4k"]);
    edit(folder, "It was dark. ".repeat(3000));
    expectRefusal(build(folder, site), "no space is left on the disk (ENOSPC)");
    expect(contentsOf(site)).toEqual(before);
    spawnSync("rm", [rest]);
    expect(build(folder, site).status).toBe(0);
    expect(contentsOf(site)).not.toEqual(before);
    expect(readdirSync(disk).sort()).toEqual(
      [".site.spare", "site"].filter((name) => existsSync(join(disk, name))).sort(),
    );
  });

  test("that can only be read keeps its site", (context) => {
    const disk = mountedDisk("20m");
    if (disk === null) return context.skip("only root may mount a disk of its own");
    const folder = wendWith();
    const site = join(disk, "site");
    expect(build(folder, site).status).toBe(0);
    const before = contentsOf(site);
    spawnSync("mount", ["-o", "remount,ro", disk]);
    edit(folder, "It was dark.");
    expectRefusal(build(folder, site), "the disk can only be read (EROFS)");
    expect(contentsOf(site)).toEqual(before);
  });
});

describe("an output folder", () => {
  test("in a folder that may not be written to is refused in a sentence", (context) => {
    if (process.getuid?.() === 0) return context.skip("root may write anywhere");
    const folder = wendWith();
    const closed = temporaryFolder();
    chmodSync(closed, 0o555);
    onTestFinished(() => chmodSync(closed, 0o755));
    expectRefusal(build(folder, join(closed, "site")), "this is not allowed (EACCES)");
  });

  test("whose parent is missing is made with it", () => {
    const folder = wendWith();
    expect(build(folder, "not/yet/there").status).toBe(0);
    expect(existsSync(join(folder, "not/yet/there/index.html"))).toBe(true);
  });

  test("below a file, or that is one, is refused in a sentence, and the file stays", () => {
    const folder = wendWith();
    writeFileSync(join(folder, "file"), "kept");
    expectRefusal(build(folder, "file"), "it is no folder, or lies below a file (ENOTDIR)");
    expect(build(folder, "file/site").status).toBe(2);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept");
  });

  test("that holds what Standpoint did not make is left alone", () => {
    const folder = wendWith({});
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine/letter.txt"), "Dear keeper");
    const { status, stderr } = build(folder, "mine");
    expect(stderr).toContain("holds files that Standpoint did not make");
    expect(status).toBe(2);
    expect(contentsOf(join(folder, "mine"))).toEqual({ "letter.txt": "Dear keeper" });
  });

  test("that is the sheet's own folder, where a `.standpoint` lies too, is left alone", () => {
    const folder = wendWith();
    expect(build(folder, "_site").status).toBe(0);
    expect(existsSync(join(folder, ".standpoint"))).toBe(true);
    const before = contentsOf(folder);
    const { status, stderr } = build(folder, ".");
    expect(stderr).toContain("holds files that Standpoint did not make");
    expect(status).toBe(2);
    expect(contentsOf(folder)).toEqual(before);
  });
});

test("a link where the memory is drafted is not followed: what it leads to stays", () => {
  const folder = wendWith();
  build(folder, "_site");
  const [memory = ""] = readdirSync(join(folder, ".standpoint"));
  const precious = join(folder, "precious.txt");
  writeFileSync(precious, "Kept.");
  symlinkSync(precious, join(folder, ".standpoint", `${memory}.draft`));
  edit(folder, "It was dark.");
  expect(build(folder, "_site").status).toBe(0);
  expect(readFileSync(precious, "utf8")).toBe("Kept.");
  expect(readdirSync(join(folder, ".standpoint"))).toEqual([memory]);
});

test("two builds of different content at once both succeed, and one of their sites stands", async () => {
  const one = wendWith();
  const other = wendWith({ "facts/lamp-went-out.md": null });
  const output = join(temporaryFolder(), "site");
  const call = ["build", "--no-search", "--output", output];
  const sites = [one, other].map((folder) => {
    build(folder, "alone");
    return contentsOf(join(folder, "alone"));
  });
  for (let round = 0; round < 2; round++) {
    const runs = await Promise.all(
      [one, other, one].map((folder) => standpointMeanwhile(folder, call)),
    );
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(sites).toContainEqual(contentsOf(output));
    expect(existsSync(treePaths(output).lock)).toBe(false);
  }
});

test("only what the system refuses is told as its refusal", () => {
  const refused = Object.assign(new Error("x"), { code: "EMFILE", syscall: "open", path: "/a" });
  expect(systemFault(refused)).toBe("this process has too many files open (EMFILE): /a");
  expect(systemFault(Object.assign(new Error("x"), { code: "ERR_X", syscall: "open" }))).toBe(null);
  expect(systemFault(new TypeError("x"))).toBe(null);
});
