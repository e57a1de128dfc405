/** The first sheet, built by two processes with nothing in common but the content and the program's text. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";
import { contentsOf, filesIn } from "../support/site-files.ts";

/** What the program is made of. */
const CHECKOUT = [
  "bin",
  "src",
  "templates",
  "tools",
  "package.json",
  "tests/support/strange-machine.mjs",
];

/** A copy of the checkout in a folder of another length and with blanks and letters of its own. */
function checkoutElsewhere(): string {
  const folder = join(temporaryFolder(), "İki ada, bir lamba");
  for (const path of CHECKOUT) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(PROJECT_FOLDER, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(PROJECT_FOLDER, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** A copy of the content, its files made one by one in the reverse of their order. */
function contentElsewhere(): string {
  const folder = temporaryFolder();
  const content = join(PROJECT_FOLDER, "content");
  for (const path of filesIn(content).reverse()) {
    const copy = join(folder, "content", path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, readFileSync(join(content, path)));
  }
  return folder;
}

test("the first sheet is the same to the byte from another checkout, clock, time zone, locale and machine", () => {
  const checkout = checkoutElsewhere();
  const folder = contentElsewhere();
  const preload = join(checkout, "tests/support/strange-machine.mjs");
  const run = spawnSync(
    process.execPath,
    ["--import", preload, join(checkout, "bin/standpoint.js"), "build"],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        NO_COLOR: "1",
        TZ: "Pacific/Kiritimati",
        LANG: "tr_TR.UTF-8",
        LC_ALL: "tr_TR.UTF-8",
        UV_THREADPOOL_SIZE: "1",
      },
    },
  );
  expect([run.status, run.signal]).toEqual([0, null]);
  const [here, there] = [contentsOf(inject("sheetSite")), contentsOf(join(folder, "_site"))];
  expect(Object.keys(there)).toEqual(Object.keys(here));
  for (const [path, bytes] of Object.entries(here))
    expect(there[path] === bytes, `${path} differs`).toBe(true);
});
