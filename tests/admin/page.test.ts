/** The admin page in a browser: what is written there stands in the file and on the page, and nothing else changes. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { PROJECT_FOLDER, wendWith } from "../support/sheet.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FACT = `---
# Told at the harbour.
kind: 'position'
by: gull-rock
issue: "lamp-hours"

date: 2001-03-02
stance: supports
says: >-
  The lamp should burn
  all night.
source: wend-gazette
draft: false
---

Some *context*, with a note.[^1]

* a list as it is

[^1]: As it was told.
`;
const PATH = "facts/gulls/gull-rock-on-lamp-hours.md";

/** Serves the fictional sheet with its admin page until the test ends. */
async function serve(): Promise<{ folder: string; address: string }> {
  const folder = wendWith();
  mkdirSync(join(folder, "content/facts/gulls"), { recursive: true });
  writeFileSync(join(folder, "content", PATH), FACT);
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const child = spawn(process.execPath, [program, "serve", "--admin", "--port", "18931"], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const address = await new Promise<string>((resolve, reject) => {
    let told = "";
    const hear = (data: Buffer): void => {
      told += data.toString();
      const [found] = /http:\/\/localhost:\d+\//.exec(told) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => reject(new Error(told)));
  });
  return { folder, address };
}

/** A page; whatever it asks of another host and whatever its policy refuses is noted. */
async function openPage(address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  onTestFinished(() => page.close());
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:blob|data):/.test(url)) faults.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, faults };
}

const entry = (address: string, collection: string, id: string): string =>
  `${address}admin/#/collections/${collection}/entries/${encodeURIComponent(id)}`;

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

// Its interface is another project's, loads in steps and tells no one when it is done: a click can come
// too early on a busy machine. What is asserted is what stands on the disk afterwards.
describe("the admin page on this machine", { retry: 2 }, () => {
  test("opens without an account, asks no other host and finds every file", async () => {
    const { address } = await serve();
    const { page, faults } = await openPage(address);
    await page.goto(`${address}admin/`);
    await page.getByText("Positions").first().waitFor();
    await page.getByText("Absences").first().waitFor();
    const list = await page.locator("body").innerText();
    for (const name of ["Demands", "Offers", "Answers", "Claims", "Events", "Absences", "Actors"]) {
      expect(list).toContain(name);
    }
    await page.goto(entry(address, "position", "gulls/gull-rock-on-lamp-hours"));
    await page.getByRole("textbox", { name: "Says" }).waitFor();
    const form = page.getByRole("group", { name: /Edit/ }).first();
    await form.waitFor();
    expect(await page.getByRole("combobox", { name: "By" }).innerText()).toContain("Gull Rock");
    // The preview shows what is scrolled to.
    const preview = page.getByRole("document", { name: "Content Preview" });
    await preview.hover();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4000);
        return preview.locator("em").allInnerTexts();
      })
      .toContain("context");
    expect(faults).toEqual([]);
  });

  test("changes one value in the file and on the served page, and nothing else", async () => {
    const { folder, address } = await serve();
    const { page } = await openPage(address);
    await page.goto(entry(address, "position", "gulls/gull-rock-on-lamp-hours"));
    await page.getByRole("textbox", { name: "Says" }).fill("The lamp should burn all winter.");
    await save(page);
    const file = join(folder, "content", PATH);
    const wanted = FACT.replace(
      "The lamp should burn\n  all night.",
      "The lamp should burn all winter.",
    );
    await expect.poll(() => readFileSync(file, "utf8"), { timeout: 10_000 }).toBe(wanted);
    await expect
      .poll(
        async () => (await fetch(`${address}facts/gull-rock-on-lamp-hours/index.html`)).text(),
        { timeout: 10_000 },
      )
      .toContain("The lamp should burn all winter.");
  });

  test("chooses by name, and saves twice in a row", async () => {
    const { folder, address } = await serve();
    const { page } = await openPage(address);
    await page.goto(entry(address, "position", "gulls/gull-rock-on-lamp-hours"));
    await page.getByRole("combobox", { name: "Issue" }).click();
    await page.getByRole("option").filter({ hasText: /oil/i }).first().click();
    await save(page);
    const file = join(folder, "content", PATH);
    const once = FACT.replace('"lamp-hours"', '"oil"');
    await expect.poll(() => readFileSync(file, "utf8"), { timeout: 10_000 }).toBe(once);
    // The list is shown once all is done.
    await expect.poll(() => page.url()).not.toContain("/entries/");
    await page.getByText("Gull Rock").or(page.getByText("The lamp should burn")).first().waitFor();
    await page.goto(entry(address, "position", "gulls/gull-rock-on-lamp-hours"));
    await page.getByRole("textbox", { name: "Date" }).fill("2001-03-05");
    await save(page);
    await expect
      .poll(() => readFileSync(file, "utf8"), { timeout: 10_000 })
      .toBe(once.replace("2001-03-02", "2001-03-05"));
  });

  test("does not write over a file that changed since", async () => {
    const { folder, address } = await serve();
    const { page } = await openPage(address);
    await page.goto(entry(address, "position", "gulls/gull-rock-on-lamp-hours"));
    const says = page.getByRole("textbox", { name: "Says" });
    await says.waitFor();
    const elsewhere = FACT.replace("all night", "at dusk");
    writeFileSync(join(folder, "content", PATH), elsewhere);
    await says.fill("Something else.");
    const refused = page.waitForResponse((response) => response.status() === 409);
    await save(page);
    await refused;
    expect(readFileSync(join(folder, "content", PATH), "utf8")).toBe(elsewhere);
  });

  test("writes a new file as a well-kept one is written", async () => {
    const { folder, address } = await serve();
    const { page } = await openPage(address);
    await page.goto(`${address}admin/#/collections/issues/new`);
    await page.getByRole("textbox", { name: "Title" }).fill("Night watch");
    await page.getByRole("textbox", { name: "Question" }).fill("Should there be a night watch?");
    await page.getByRole("textbox", { name: "Order" }).fill("3");
    await page.getByRole("textbox", { name: "Text" }).fill("Who watches the lamp.");
    await save(page);
    const file = join(folder, "content/issues/night-watch.md");
    await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(
      "---\ntitle: Night watch\nquestion: Should there be a night watch?\norder: 3\n---\nWho watches the lamp.\n",
    );
  });
});
