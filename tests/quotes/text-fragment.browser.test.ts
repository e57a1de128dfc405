/** Follows deep links in a real Chromium, on a page whose paragraphs are screens apart. */
import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textFragment } from "../../src/quotes/text-fragment.ts";
import { fingerprinted } from "./fingerprinted.ts";
import { launchSearchingBrowser, NO_SEARCHING_BROWSER } from "./searching-browser.ts";

/** Paragraphs of the page, as HTML; the text has curly marks, entities and inline tags. */
const PARAGRAPHS = [
  "The keepers met. We shall not light the lamp, said one of them.",
  "“We shall not <em>light</em> the lamp before 1&nbsp;May, and we shall not sell oil &mdash; salt &amp; pepper, tea too &mdash; to those who broke the lens.",
  "“Nobody will light it,” said <a href='#'>Ada Quill</a> of the U.W. council.",
  "Lower Wend’s keeper, Tom Marl, offered a 30-day truce and 1,200 litres of oil in return (a fairy tale).",
  "Ми не засвітимо лампу до 1 травня, сказала доглядачка з Їжакової бухти.",
  "1 Mayıs’tan önce lambayı yakmayacağız, dedi bekçi; Işık Türkiye’den değil.",
  "Wir zünden die Lampe nicht vor dem 1. Mai an, sagte die Wärterin der Größe.",
  "C’est le cœur de l’accord, a déclaré la gardienne de l’île.",
  "قالت الحارسة لن نُشعل المصباح قبل مايو ولن نرحل",
  "לא נדליק את המנורה לפני מאי אמרה השומרת",
  "守灯人说，五月一日以前，我们不会点灯。",
];

const TEXT = PARAGRAPHS.map((html) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&mdash;", "—")
    .replaceAll("&amp;", "&"),
).join("\n\n");

const PAGE = `<!doctype html><meta charset="utf-8"><title>Wend</title>
<style>p { margin: 0 0 2500px }</style><p>Top</p>
${PARAGRAPHS.map((html, at) => `<p id="p${at}">${html}</p>`).join("\n")}`;

/** Run in the page: the ids of the paragraphs on the screen, once the page has been scrolled. */
const PARAGRAPHS_IN_VIEW = `[...document.querySelectorAll("p[id]")]
  .filter((p) => scrollY > 0 && p.getBoundingClientRect().top >= 0 && p.getBoundingClientRect().top < innerHeight)
  .map((p) => p.id)
  .join()`;

/** `[paragraph, quote]` */
const LINKS: readonly (readonly [number, string])[] = [
  [0, "We shall not light the lamp, said one"],
  [1, "We shall not light the lamp before 1 May"],
  [
    1,
    "We shall not light the lamp before 1 May, and we shall not sell oil - salt & pepper, tea too - to those who broke the lens.",
  ],
  [1, 'to those who broke the lens. "Nobody will light it"'],
  [1, "salt & pepper, tea too"],
  [1, "[w]e shall not sell oil … Nobody will light it"],
  [2, '"Nobody will light it," said Ada Quill of the U.W. council.'],
  [2, "of the U.W. council"],
  [3, "Lower Wend's keeper"],
  [3, "offered a 30-day truce and 1,200 litres of oil"],
  [3, "in return (a fairy tale)"],
  [4, "Ми не засвітимо лампу до 1 травня"],
  [4, "з Їжакової бухти"],
  [5, "1 Mayıs'tan önce lambayı yakmayacağız"],
  [5, "Işık Türkiye'den değil"],
  [6, "Wir zünden die Lampe nicht vor dem 1. Mai an, sagte die Wärterin der Größe"],
  [7, "C'est le cœur de l'accord"],
  [8, "لن نُشعل المصباح قبل مايو"],
  [9, "לא נדליק את המנורה"],
  [10, "我们不会点灯"],
  [10, "五月一日以前，我们不会点灯"],
];

let browser: Browser | undefined;
let server: Server;
let address = "";

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  address = `http://127.0.0.1:${bound.port}/`;
  browser = await launchSearchingBrowser();
  if (browser === undefined) console.warn(NO_SEARCHING_BROWSER);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe("a deep link in Chromium", () => {
  it.for(LINKS)("leads to paragraph %i for the quote %s", async ([paragraph, quote], { skip }) => {
    const fragment = textFragment(quote, fingerprinted(TEXT));
    expect(fragment?.unique).toBe(true);
    if (browser === undefined) return skip(NO_SEARCHING_BROWSER);
    const page = await browser.newPage();
    await page.goto(`${address}#:~:${fragment?.directive}`);
    await expect
      .poll(() => page.evaluate(PARAGRAPHS_IN_VIEW), { timeout: 5000 })
      .toBe(`p${paragraph}`);
    await page.close();
  });
});
