/** Pages of the development server in a browser, while the sheet is edited. */
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { buildOptions } from "../../src/build/options.ts";
import { serveSite } from "../../src/serve/serve-site.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { freePort } from "../support/free-port.ts";
import { PROJECT_FOLDER, temporaryFolder, wendWith } from "../support/sheet.ts";
import { serving, until } from "./serving.ts";

const FACT = "content/facts/lower-wend-on-lamp-hours.md";
const PAGE = "facts/lower-wend-on-lamp-hours/";
const OTHER_PAGE = "facts/lamp-went-out/";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page that counts how often it was loaded. */
async function open(address: string): Promise<{ page: Page; loads: () => number }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  onTestFinished(() => page.close());
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  const connected = page.waitForRequest(/\/\.standpoint\/events/);
  await page.goto(address);
  await connected;
  return { page, loads: () => loads };
}

function edit(folder: string, from: string, to: string, path = FACT): void {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

const overlayOf = (page: Page) => page.locator(".live-problems");

test("an error is laid over the last good page, opens in the editor, and goes when it is mended", async () => {
  const folder = wendWith();
  const opened = join(folder, "opened");
  // Editors are called as their names demand.
  const editor = join(folder, "code");
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> '${opened}'\n`, { mode: 0o755 });
  const { address } = await serving(folder, { LAUNCH_EDITOR: editor });
  const { page, loads } = await open(address + PAGE);
  const overlay = overlayOf(page);

  edit(folder, "by: lower-wend", "by: lover-wend");
  await overlay.waitFor();
  expect(await page.locator("main").innerText()).toContain("The lamp should not burn all night.");
  expect(await overlay.locator("h2").innerText()).toBe("1 error");
  const place = overlay.getByRole("button", { name: `${FACT}:3:5` });
  expect(await overlay.innerText()).toContain("lover-wend");
  await place.click();
  await until(() => existsSync(opened) && readFileSync(opened, "utf8") !== "");
  expect(readFileSync(opened, "utf8")).toContain(` ${join(folder, FACT)}:3:5\n`);

  // On a narrow screen nothing is cut off, and who does not see it is told.
  await page.setViewportSize({ width: 320, height: 640 });
  const widths =
    "[document.scrollingElement.scrollWidth, document.querySelector('.live-problems').scrollWidth]";
  expect(await page.evaluate(widths)).toEqual([320, 320]);
  expect(await accessibilityFaults(page, ".live-problems")).toEqual([]);

  edit(folder, "by: lover-wend", "by: lower-wend");
  await overlay.waitFor({ state: "detached" });
  expect(loads()).toBe(1);
});

test("the page in view loads anew when it changes, and stays when another does", async () => {
  const folder = wendWith();
  const { address } = await serving(folder);
  const { page, loads } = await open(address + PAGE);
  const other = await open(address + OTHER_PAGE);

  edit(folder, "should not burn all night", "should go out at ten");
  await page.getByText("The lamp should go out at ten.").first().waitFor();
  await until(() => loads() === 2);
  edit(folder, "should go out at ten", "should go out at nine");
  await page.getByText("The lamp should go out at nine.").first().waitFor();
  await until(() => loads() === 3);
  expect(other.loads()).toBe(1);

  rmSync(join(folder, FACT));
  await page.waitForResponse((response) => response.status() === 404);
  await until(() => loads() === 4);
  expect(other.loads()).toBe(1);
});

test("a page that was loaded before a change and listens only after it loads anew", async () => {
  const folder = wendWith();
  const { address } = await serving(folder);
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  let isHeld = true;
  await page.route(/\/\.standpoint\/live\.js/, async (route) => {
    await until(() => !isHeld);
    await route.continue();
  });
  await page.goto(address + PAGE, { waitUntil: "commit" });
  await page.getByText("The lamp should not burn all night.").first().waitFor();
  edit(folder, "should not burn all night", "should go out at ten");
  await until(async () => (await (await fetch(address + PAGE)).text()).includes("out at ten"));
  isHeld = false;
  await page.getByText("The lamp should go out at ten.").first().waitFor();
});

test("templates and styles are edited too, and a mistake in them is waited out", async () => {
  const packageFolder = temporaryFolder();
  for (const name of ["templates", "package.json", "src"])
    cpSync(join(PROJECT_FOLDER, name), join(packageFolder, name), { recursive: true });
  symlinkSync(join(PROJECT_FOLDER, "node_modules"), join(packageFolder, "node_modules"));
  const folder = wendWith();
  const port = await freePort();
  const served = await serveSite(buildOptions(packageFolder, folder), { host: "127.0.0.1", port });
  onTestFinished(() => served.close());
  const { page } = await open(served.address + PAGE);
  const fact = join(packageFolder, "templates/fact.njk");
  const template = readFileSync(fact, "utf8");

  writeFileSync(fact, template.replace("{% block main %}", "{% block main %}<p>A new line</p>"));
  await page.getByText("A new line").waitFor();
  writeFileSync(fact, `${template}{% no-such-tag %}`);
  await overlayOf(page).getByText("unknown block tag: no").first().waitFor();
  expect(await page.locator("main").innerText()).toContain("A new line");
  writeFileSync(fact, template);
  await page.getByText("A new line").waitFor({ state: "detached" });
  await page.getByText("The lamp should not burn all night.").first().waitFor();

  const live = join(packageFolder, "templates/assets/css/site.css");
  const style = readFileSync(live, "utf8");
  writeFileSync(live, `@import "./no-such-file.css";\n${style}`);
  await overlayOf(page).getByText("no-such-file.css").first().waitFor();
  writeFileSync(live, style);
  await overlayOf(page).waitFor({ state: "detached" });
});
