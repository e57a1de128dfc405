/** The sheets in Ukrainian and Arabic in a real browser: nothing scrolls sideways, axe finds no fault. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const PAGES = [
  "index.html",
  "actors/index.html",
  "actors/upper/index.html",
  "issues/hours/index.html",
  "demands/index.html",
  "facts/upper-demands-all-night/index.html",
  "facts/far-islet-on-oil/index.html",
  "sources/english/index.html",
  "timeline/index.html",
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ["uk", inject("ukrainianSite")],
  ["ar", inject("arabicSite")],
] as const)("the sheet in %s", (language, site) => {
  let server: StaticServer;
  beforeAll(async () => {
    server = await serveFolder(site, "/");
  });
  afterAll(() => server.close());

  async function visit<Result>(
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(server.root + path);
      return await look(page);
    } finally {
      await context.close();
    }
  }

  test.each(PAGES)("%s does not scroll sideways at 320 px", async (path) => {
    const widths = await visit(path, { viewport: { width: 320, height: 640 } }, (page) =>
      page.evaluate<readonly number[]>(
        "(scrollTo(-400, 0), [document.documentElement.scrollWidth, Math.abs(scrollX)])",
      ),
    );
    expect(widths).toEqual([320, 0]);
  });

  test.each(PAGES)(
    "%s has no accessibility fault that axe can see, in both themes",
    async (path) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const faults = await visit(path, { colorScheme }, (page) => accessibilityFaults(page));
        expect(faults).toEqual([]);
      }
    },
  );

  test("begins at the side where its language begins", async () => {
    const sides = await visit("index.html", { viewport: { width: 1360, height: 800 } }, (page) =>
      page.evaluate<readonly boolean[]>(
        `["header .brand", "main h1", ".matrix th"].map((selector) => {
          const { left, right } = document.querySelector(selector).getBoundingClientRect();
          return innerWidth - right < left;
        })`,
      ),
    );
    expect(sides).toEqual(Array(3).fill(language === "ar"));
  });

  test("has faces for its script first", async () => {
    const family = await visit("index.html", {}, (page) =>
      page.evaluate<string>("getComputedStyle(document.querySelector('h1')).fontFamily"),
    );
    expect(family.split(",")[0]).toBe(language === "ar" ? '"Noto Naskh Arabic"' : '"Source Serif"');
  });

  test("loads the letters of its own script only", async () => {
    const fonts = await visit("index.html", {}, async (page) => {
      await page.evaluate("document.fonts.ready");
      return page.evaluate<readonly string[]>(
        "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.woff2'))",
      );
    });
    expect(fonts.some((font) => font.includes("cyrillic"))).toBe(language === "uk");
    expect(fonts.some((font) => font.includes("latin-ext"))).toBe(false);
  });
});
