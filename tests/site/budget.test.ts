/** What a first view costs: bytes as a host sends them, packed with Brotli. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { pagesIn, textOf } from "../support/site-files.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const KILOBYTE = 1000;
const LARGEST = { text: 18 * KILOBYTE, script: 12 * KILOBYTE, fonts: 60 * KILOBYTE };
/** Runs before anything is painted, on every page. */
const LARGEST_BLOCKING_SCRIPT = KILOBYTE;

const site = inject("sheetSite");
const pages = pagesIn(site);
const packed = new Map<string, number>();

/** Bytes of a file of the site over the wire. */
function weightOf(path: string): number {
  const weight = packed.get(path) ?? brotliCompressSync(readFileSync(join(site, path))).length;
  packed.set(path, weight);
  return weight;
}

/** The files that a page's own markup asks for with a tag. */
function filesOf(page: string, tag: RegExp): string[] {
  return [...textOf(site, page).matchAll(tag)].map(([, address = ""]) =>
    address.startsWith("/") ? address.slice(1) : join(dirname(page), address),
  );
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

/** Pages above a limit, with what they weigh. */
function tooHeavy(limit: number, weigh: (page: string) => number): string[] {
  return pages
    .map((page) => `${page}: ${weigh(page)}`)
    .filter((line) => Number(line.split(": ")[1]) > limit);
}

const STYLES = /<link rel="stylesheet" href="([^"]+)"/g;
const SCRIPTS = /<script\b[^>]*\bsrc="([^"]+)"/g;

describe("over the wire", () => {
  test("no page's HTML and style sheet weigh more than 18 kB", () => {
    expect(
      tooHeavy(LARGEST.text, (page) => weightOf(page) + sum(filesOf(page, STYLES).map(weightOf))),
    ).toEqual([]);
  });

  test("no page's scripts weigh more than 12 kB", () => {
    const weigh = (page: string): number => sum(filesOf(page, SCRIPTS).map(weightOf));
    expect(weigh("index.html")).toBeGreaterThan(0);
    expect(tooHeavy(LARGEST.script, weigh)).toEqual([]);
  });

  test("the script that painting waits for weighs less than 1 kB", () => {
    const blocking = /<script(?![^>]*\b(?:defer|async)\b)[^>]*\bsrc="([^"]+)"/g;
    expect(filesOf("index.html", blocking)).toHaveLength(1);
    expect(
      tooHeavy(LARGEST_BLOCKING_SCRIPT, (page) => sum(filesOf(page, blocking).map(weightOf))),
    ).toEqual([]);
  });
});

describe("in a browser", () => {
  let browser: Browser;
  let server: StaticServer;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = await serveFolder(site);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** One page of each folder, and the home page. */
  const sample = [
    "index.html",
    ...new Map(
      pages
        .filter((page) => page.includes("/"))
        .map((page) => [`${page.split("/")[0]} ${page.split("/").length}`, page]),
    ).values(),
  ];

  test.each(sample)(
    "%s loads at most 60 kB of fonts, and no script beyond its budget",
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
      try {
        const asked = new Set<string>();
        page.on("request", (request) => asked.add(new URL(request.url()).pathname.slice(1)));
        await page.goto(server.root + path, { waitUntil: "networkidle" });
        await page.evaluate("document.fonts.ready.then(() => 0)");
        const weightsOf = (extension: string): number[] =>
          [...asked].filter((file) => file.endsWith(extension)).map(weightOf);
        expect(sum(weightsOf(".woff2"))).toBeLessThanOrEqual(LARGEST.fonts);
        expect(sum(weightsOf(".js"))).toBeLessThanOrEqual(LARGEST.script);
      } finally {
        await page.close();
      }
    },
  );

  test("text does not wait for fonts", () => {
    const [styles = ""] = filesOf("index.html", STYLES);
    const faces = textOf(site, styles).match(/@font-face\s*\{[^}]*\}/g) ?? [];
    const loaded = faces.filter((face) => face.includes("url("));
    expect(loaded.length).toBeGreaterThan(0);
    expect(
      loaded.filter((face) => !/font-display:\s*(?:swap|optional|fallback)/.test(face)),
    ).toEqual([]);
  });
});
