/** The built sites in a browser, for tests of what the script adds. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

/** The page of a fact of this repository's sheet. */
export const FACT = "facts/ukraine-demands-ceasefire-12-may/";

/** A window of a desk. */
export const WIDE = { width: 1360, height: 900 };

/** The narrowest screen that pages are made for. */
export const PHONE = { width: 320, height: 640 };

/** Sites that are served while a file's tests run. */
export interface ScriptedSite {
  /**
   * Opens a page in a context of its own; an error in a script fails the test.
   * @param address a path of this repository's sheet, or a whole address
   */
  readonly visit: (
    address: string,
    options: BrowserContextOptions,
    check: (page: Page) => Promise<void>,
  ) => Promise<void>;
  /** Where this repository's sheet is served. */
  readonly root: () => string;
  /** Where the fictional sheet is served. */
  readonly wendRoot: () => string;
}

/** Starts a browser and servers before a file's tests and ends them afterwards. */
export function scriptedSite(): ScriptedSite {
  let browser: Browser;
  let server: StaticServer;
  let wend: StaticServer;
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await serveFolder(inject("sheetSite"), "/sheets/one/");
    wend = await serveFolder(inject("wendSite"));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await wend.close();
  });
  return {
    visit: async (address, options, check) => {
      const context = await browser.newContext({ viewport: WIDE, ...options });
      const errors: Error[] = [];
      context.on("weberror", (error) => errors.push(error.error()));
      try {
        const page = await context.newPage();
        await page.goto(/^\w+:/.test(address) ? address : server.root + address);
        await check(page);
        expect(errors).toEqual([]);
      } finally {
        await context.close();
      }
    },
    root: () => server.root,
    wendRoot: () => wend.root,
  };
}

/** Names of the actors whose columns the matrix shows, in order. */
export function actorsShown(page: Page): Promise<string[]> {
  return page.locator(".matrix thead th[data-id]:visible bdi").allTextContents();
}
