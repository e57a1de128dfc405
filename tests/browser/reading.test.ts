/** What a reader meets in a real browser. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { pagesIn } from "../support/site-files.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const site = inject("sheetSite");

/** One page of each type; of types with many pages, the ones with most to show. */
const SAMPLE = [
  "index.html",
  "404.html",
  "about/index.html",
  "method/index.html",
  "glossary/index.html",
  "actors/index.html",
  "actors/russia/index.html",
  "actors/ukraine/index.html",
  "actors/france/index.html",
  "actors/andriy-yermak/index.html",
  "issues/index.html",
  "issues/ceasefire/index.html",
  "demands/index.html",
  "timeline/index.html",
  "facts/ukraine-demands-ceasefire-12-may/index.html",
  "sources/index.html",
  "sources/reuters-2025-05-11/index.html",
  "corrections/index.html",
  "search/index.html",
].filter((page) => pagesIn(site).includes(page));

let browser: Browser;
let server: StaticServer;
let rootServer: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site, "/sheets/one/");
  rootServer = await serveFolder(site, "/");
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rootServer.close();
});

/** Opens a page, runs the check, closes it; every request to another host fails the test. */
async function visit<Result>(
  path: string,
  options: BrowserContextOptions,
  check: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  // A sheet that does not know its address takes its own root for the domain's, on 404.html alone.
  const { root } = path === "404.html" ? rootServer : server;
  const foreign: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith("file:"))
      foreign.push(request.url());
  });
  try {
    const page = await context.newPage();
    await page.goto(path.startsWith("file:") ? path : root + path);
    const result = await check(page);
    expect(foreign).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each(SAMPLE)("%s has no accessibility fault that axe can see", async (path) => {
    const faults = await visit(path, { colorScheme }, (page) => accessibilityFaults(page));
    expect(faults).toEqual([]);
  });
});

describe("on a narrow screen", () => {
  test.each(SAMPLE)("%s does not scroll sideways at 320 px", async (path) => {
    const width = await visit(path, { viewport: { width: 320, height: 640 } }, (page) =>
      page.evaluate<number>("document.documentElement.scrollWidth"),
    );
    expect(width).toBeLessThanOrEqual(320);
  });

  test.each(SAMPLE)("%s does not scroll sideways with text at 200 %%", async (path) => {
    const width = await visit(path, { viewport: { width: 640, height: 800 } }, async (page) => {
      await page.evaluate("void (document.documentElement.style.fontSize = '200%')");
      return page.evaluate<number>("document.documentElement.scrollWidth");
    });
    expect(width).toBeLessThanOrEqual(640);
  });
});

describe("without script", () => {
  test("a reader goes from the home page to an actor, an issue and a fact", async () => {
    await visit("index.html", { javaScriptEnabled: false }, async (page) => {
      await page.locator('main a[href*="actors/"]').first().click();
      expect(await page.locator("h1").count()).toBe(1);
      await page.locator('main a[href*="issues/"]').first().click();
      expect(page.url()).toContain("/issues/");
      await page.locator('main a[href*="facts/"]').first().click();
      expect(page.url()).toContain("/facts/");
    });
  });
});

describe("from disk", () => {
  test("links, styles and flags work without a server", async () => {
    const home = pathToFileURL(join(site, "index.html")).href;
    await visit(home, {}, async (page) => {
      const font = await page.evaluate<string>(
        "getComputedStyle(document.querySelector('h1')).fontFamily",
      );
      expect(font).toContain("Serif");
      await page.locator('main a[href*="issues/"]').first().click();
      expect(page.url()).toMatch(/^file:.*index\.html/);
      expect(await page.locator("h1").count()).toBe(1);
    });
  });
});

describe("with the keyboard", () => {
  test("the first stop skips to the content, and the focus can be seen", async () => {
    await visit("index.html", {}, async (page) => {
      await page.keyboard.press("Tab");
      const link = await page.evaluate<string>("document.activeElement.getAttribute('href')");
      expect(link).toMatch(/^#/);
      await page.keyboard.press("Enter");
      const target = await page.evaluate<boolean>(
        "document.querySelector('main').contains(document.querySelector(location.hash)) || document.querySelector(location.hash) === document.querySelector('main')",
      );
      expect(target).toBe(true);
      await page.keyboard.press("Tab");
      const outline = await page.evaluate<string>(
        "getComputedStyle(document.activeElement).outlineStyle",
      );
      expect(outline).not.toBe("none");
    });
  });

  test("every link can be reached, in the order of the page", async () => {
    await visit("actors/russia/index.html", {}, async (page) => {
      const total = await page.locator("a[href], button, input, summary, [tabindex='0']").count();
      const seen: number[] = [];
      for (let step = 0; step < Math.min(total, 60); step++) {
        await page.keyboard.press("Tab");
        seen.push(
          await page.evaluate<number>(
            "[...document.querySelectorAll('*')].indexOf(document.activeElement)",
          ),
        );
      }
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(new Set(seen).size).toBe(seen.length);
    });
  });
});

describe("in print", () => {
  test.each(["index.html", "actors/russia/index.html"])(
    "%s leaves the navigation out",
    async (path) => {
      await visit(path, {}, async (page) => {
        await page.emulateMedia({ media: "print" });
        expect(await page.locator("header nav").first().isVisible()).toBe(false);
        expect(await page.locator("h1").isVisible()).toBe(true);
      });
    },
  );
});
