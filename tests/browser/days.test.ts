/** The slider over the days on the home page. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(inject("sheetSite"), "/sheets/one/");
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function home(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${server.root}index.html`);
  return page;
}

describe.each([320, 1360])("the slider at %i px", (width) => {
  test("shows the matrix of the day before by one key, and does not move", async () => {
    const page = await home(width);
    const slider = page.locator("#day");
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    const top = (await slider.boundingBox())?.y;
    const newest = await page.locator("output[for=day]").textContent();
    await page.keyboard.press("ArrowLeft");
    await page.locator(".cell-new").first().waitFor();
    expect(await page.locator("output[for=day]").textContent()).not.toBe(newest);
    expect(await slider.getAttribute("aria-valuetext")).toBe(
      await page.locator("output[for=day]").textContent(),
    );
    expect(await page.locator(".matrix-frame:visible").count()).toBe(1);
    expect((await slider.boundingBox())?.y).toBe(top);
    const [day] = await Promise.all([
      page.locator("a[data-open]").getAttribute("href"),
      page.locator(".matrix-frame:visible td a").first().click(),
    ]);
    expect(day).toContain("as-of/");
    expect(page.url()).toContain(`${server.root}facts/`);
    await page.close();
  });

  test("gives the newest matrix back as it was", async () => {
    const page = await home(width);
    const text = await page.locator(".matrix-frame").innerText();
    await page.locator("#day").focus();
    await page.keyboard.press("ArrowLeft");
    await page.locator(".cell-new").first().waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator(".cell-new").first().waitFor({ state: "detached" });
    expect(await page.locator(".matrix-frame").innerText()).toBe(text);
    await page.close();
  });
});

test("without script there is a list of days and no slider", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${server.root}index.html`);
  expect(await page.locator("#day").isVisible()).toBe(false);
  await page.locator(".day-list summary").click();
  expect(await page.locator(".day-list a[data-day]").first().isVisible()).toBe(true);
  await page.close();
});
