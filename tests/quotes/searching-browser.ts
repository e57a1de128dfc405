import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A browser that can find text in a page. The Chromium in @sparticuz/chromium cannot (its
 * `window.find` is always false, so text fragments do nothing), so an installed one is tried next.
 *
 * @returns undefined when there is none
 */
export async function launchSearchingBrowser(): Promise<Browser | undefined> {
  const launches = [
    () => launchBrowser(),
    ...INSTALLED.filter((path) => existsSync(path)).map(
      (executablePath) => () => chromium.launch({ executablePath, args: ["--no-sandbox"] }),
    ),
  ];
  for (const launch of launches) {
    const browser = await launch();
    if (await findsText(browser)) return browser;
    await browser.close();
  }
  return undefined;
}

async function findsText(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  await page.setContent("<p>the lamp is lit</p>");
  const found: unknown = await page.evaluate("window.find('lamp is')");
  await page.close();
  return found === true;
}
