/** What comes out of a printer. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";

const site = inject("sheetSite");
const SAMPLE = [
  "index.html",
  "actors/russia/index.html",
  "actors/china/index.html",
  "issues/ceasefire/index.html",
  "facts/ukraine-demands-ceasefire-12-may/index.html",
  "demands/index.html",
  "timeline/index.html",
  "sources/reuters-2025-05-11/index.html",
  "glossary/index.html",
  "method/index.html",
];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1360, height: 900 }, colorScheme: "dark" });
});
afterAll(() => browser.close());

const open = (path: string) => page.goto(pathToFileURL(join(site, path)).href);

/** A page's printed sheets: whether each is turned, and its words. */
async function printed(format: "A4" | "Letter") {
  const pdf = await getDocumentProxy(
    new Uint8Array(await page.pdf({ format, preferCSSPageSize: true, tagged: true })),
  );
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, place) => {
      const sheet = await pdf.getPage(place + 1);
      const { items } = await sheet.getTextContent();
      return {
        isTurned: sheet.view[2] > sheet.view[3],
        words: items
          .map((item: { readonly str?: string }) => item.str ?? "")
          .join(" ")
          .replace(/\s+/g, " "),
      };
    }),
  );
}

describe.each(SAMPLE)("%s on paper", (path) => {
  test("is black on white, without navigation, and no wider than the sheet", async () => {
    await open(path);
    await page.setViewportSize({ width: 640, height: 900 });
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(`(() => {
      const shown = (element) => element.checkVisibility() && getComputedStyle(element).display !== "none";
      const ink = getComputedStyle(document.querySelector("h1")).color;
      return {
        ink,
        navigation: [...document.querySelectorAll("nav, form, button, summary")].filter(shown).length,
        excess: document.documentElement.scrollWidth - innerWidth,
      };
    })()`);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1360, height: 900 });
    expect(seen).toEqual({ ink: "rgb(0, 0, 0)", navigation: 0, excess: 0 });
  });

  test.each(["A4", "Letter"] as const)(
    "has numbered sheets of %s, none of them empty",
    async (format) => {
      await open(path);
      const sheets = await printed(format);
      for (const [place, { words }] of sheets.entries()) {
        const number = `${place + 1} / ${sheets.length}`;
        expect(words).toContain(number);
        expect(words.length).toBeGreaterThan(120);
      }
    },
  );
});

test("the matrix is a table on turned paper; what follows is upright again", async () => {
  await open("index.html");
  const sheets = await printed("A4");
  expect(sheets[0]?.isTurned).toBe(true);
  expect(sheets[0]?.words).toContain("Where each side stands");
  expect(sheets.at(-1)?.isTurned).toBe(false);
  const table = sheets.filter(({ words }) => words.includes("Issue Russia Ukraine"));
  expect(table.length).toBeGreaterThanOrEqual(2);
});

test("sources are endnotes with their addresses, which no screen shows", async () => {
  await open("actors/russia/index.html");
  expect(await page.locator(".endnotes, .note-ref").filter({ visible: true }).count()).toBe(0);
  const words = (await printed("A4")).map((sheet) => sheet.words).join(" ");
  const notes = words.slice(words.lastIndexOf("Sources"));
  expect(notes).toMatch(
    /1 Reuters: .* 2 AFP, The Moscow Times: .*https:\/\/www\.themoscowtimes\.com/,
  );
  expect(words.slice(0, words.lastIndexOf("Sources"))).not.toContain("https://");
  for (const [, number] of words.matchAll(/\[(\d+)\]/g)) expect(["1", "2"]).toContain(number);
});
