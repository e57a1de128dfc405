import { type Browser, chromium } from "playwright-core";
import { installedBrowser, namedBrowser } from "../../src/pdf/find-browser.ts";
import { launchBrowser } from "../support/browser.ts";

/** Why deep links were not followed, for whoever reads the tests' output. */
export const NO_SEARCHING_BROWSER =
  "Deep links were not followed: the browser that comes with the packages cannot find text in a page, and no other was found. Install one (on Debian: apt-get install -y chromium) or name its file in STANDPOINT_BROWSER.";

/**
 * A browser that can find text in a page. The Chromium in @sparticuz/chromium cannot (its `window.find` is
 * always false, so text fragments do nothing); so an installed one goes before it.
 *
 * @returns undefined when there is none
 */
export async function launchSearchingBrowser(): Promise<Browser | undefined> {
  const installed = [namedBrowser(), installedBrowser()].flatMap((path) => path || []);
  const launches = [
    ...installed.map(
      (executablePath) => () => chromium.launch({ executablePath, args: ["--no-sandbox"] }),
    ),
    launchBrowser,
  ];
  for (const launch of launches) {
    // One that does not start is as good as none.
    const browser = await launch().catch(() => undefined);
    if (browser === undefined) continue;
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
