/** A checkout's program, compiled when a command starts. */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";

/** A checkout of its own, whose compiled program nobody else uses. */
function checkout(): string {
  const folder = temporaryFolder();
  for (const name of ["bin", "src", "tools", "templates", "package.json", "package-lock.json"])
    cpSync(join(PROJECT_FOLDER, name), join(folder, name), { recursive: true });
  const packages = join(PROJECT_FOLDER, "node_modules");
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(packages).filter((name) => !name.startsWith(".")))
    symlinkSync(join(packages, name), join(folder, "node_modules", name), "junction");
  return folder;
}

test.each([
  ["a template", "templates/fact.njk", "{% if"],
  ["a script of the site", "templates/assets/js/site.ts", "const"],
])("a mistake in %s stands in the way of no command that does without it", (_what, file, words) => {
  const folder = checkout();
  appendFileSync(join(folder, file), words);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(folder, "bin/standpoint.js"), "check", "--content", "tests/golden/wend/content"],
    { cwd: PROJECT_FOLDER, encoding: "utf8" },
  );
  expect(stderr).not.toContain("    at ");
  expect(stdout).toMatch(/^Checked \d+ facts/);
  expect(status).toBe(0);
});
