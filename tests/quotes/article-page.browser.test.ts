/** From a newspaper's page to its fingerprint, to a quote, to the link: and the link leads to the sentence. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/capture/read-document.ts";
import type { Fingerprint } from "../../src/quotes/fingerprint.ts";
import { textFragment } from "../../src/quotes/text-fragment.ts";
import { articlePage } from "./article-page.ts";
import { fingerprinted } from "./fingerprinted.ts";
import { leadsTo, type ServedPage, servePage } from "./follow-link.ts";
import { launchSearchingBrowser, NO_SEARCHING_BROWSER } from "./searching-browser.ts";

const HTML = articlePage({
  headline: "Keepers’ quarrel: ‘No lamp before May’",
  paragraphs: [
    "The keeper of Upper Wend said on Monday that the lamp on Needle Rock would stay dark, and that nobody had asked her whether it should burn at all.",
    "“We shall not <em>light</em> the lamp before 1&nbsp;May,” said <a href='/quill'>Ada Quill</a>. “We shall not sell oil &mdash; salt &amp; pepper, tea too &mdash; to those who broke the lens, and we shall not forget it.”",
    "Lower Wend’s keeper, Tom Marl, called that “a fairy tale”, and offered a 30&#8209;day truce and 1,200&nbsp;litres of oil (half of it used) in re&shy;turn for the lens.",
    "“It was not us,” he said. “It was the wind. Ask anybody: the wind, the rain, the ferry’s horn.",
    "“And if it had been us, we would have said so,” he added, before the ferry left.",
    "The two islands have quarrelled about the lamp since the lens was broken. The keepers have not spoken to each other for a year; the council, which has no boat, has not met.",
    "<b>What happens next.</b> A council of both islands is to meet in June<br>if the weather allows it, and if the ferry, which belongs to neither, sails.",
    "“Personally, I would rather sleep,” Ms Quill said when she was asked about the council. She did not say whether she would be there.",
    "<span class='dateline'>NEEDLE ROCK, Feb. 3</span> – On the rock itself there was, on Monday night, no light but that of a fishing boat, the <i>Personally Yours</i>.",
    "A letter of the harbour office, seen by this newspaper, asks both keepers to say by Friday “who pays for the oil, who climbs the stairs, and who writes it down”.",
  ],
});

/** `[paragraph, quote, the words on the page that must come into view]` */
const LINKS: readonly (readonly [number, string, string])[] = [
  [1, "We shall not light the lamp before 1 May", "We shall not light the lamp before 1 May"],
  [
    1,
    "We shall not sell oil - salt & pepper, tea too - to those who broke the lens, and we shall not forget it.",
    "We shall not sell oil",
  ],
  [2, "a 30-day truce and 1,200 litres of oil (half of it used) in return for the lens", "30‑day"],
  [2, "called that 'a fairy tale', and offered", "called that “a fairy tale”, and offered"],
  [3, "It was the wind. Ask anybody: the wind, the rain, the ferry's horn", "It was the wind"],
  [3, "the ferry's horn. “And if it had been us, we would have said so", "the ferry’s horn"],
  [4, "if it had been us, we would have said so", "if it had been us"],
  [5, "[T]he council, which has no boat, has not met", "the council, which has no boat"],
  [6, "to meet in June if the weather allows it, and if the ferry […] sails", "if the weather"],
  [7, "Personally, I would rather sleep", "Personally, I would rather sleep"],
  [8, "no light but that of a fishing boat, the Personally Yours", "no light but that of"],
  [9, "who pays for the oil, who climbs the stairs, and who writes it down", "who pays for"],
];

let browser: Browser | undefined;
let page: ServedPage;
let fingerprint: Fingerprint;

beforeAll(async () => {
  page = await servePage(HTML);
  const { text } = await readDocument({ bytes: new TextEncoder().encode(HTML), name: "a.html" });
  fingerprint = fingerprinted(text);
  browser = await launchSearchingBrowser();
  if (browser === undefined) console.warn(NO_SEARCHING_BROWSER);
});

afterAll(async () => {
  await browser?.close();
  await page.close();
});

describe("a deep link into a newspaper's page", () => {
  it.for(LINKS)(
    "leads to the sentence in paragraph %i: %s",
    async ([at, quote, words], { skip }) => {
      const fragment = textFragment(quote, fingerprint);
      expect(fragment?.unique).toBe(true);
      if (browser === undefined) return skip(NO_SEARCHING_BROWSER);
      const target = { element: `#p${at}`, words };
      expect(await leadsTo(browser, page, fragment?.directive ?? "", target)).toBe(true);
    },
  );

  it("to words that stand there twice is not called unique", () => {
    expect(textFragment("personally", fingerprint)).toBeUndefined();
    expect(textFragment("Personally", fingerprint)?.unique).toBe(false);
  });

  it("that is for other words does not bring them into view", async ({ skip }) => {
    if (browser === undefined) return skip(NO_SEARCHING_BROWSER);
    const directive = textFragment("a fairy tale", fingerprint)?.directive ?? "";
    const other = { element: "#p7", words: "Personally" };
    expect(await leadsTo(browser, page, directive, other, 1000)).toBe(false);
  });
});
