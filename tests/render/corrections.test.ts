/** Corrections, withdrawn facts and former addresses: what their pages and their feed say. */
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { correctionsOf } from "../../src/model/corrections.ts";
import { correctionFeed } from "../../src/render/correction-feed.ts";
import { loadWords } from "../../src/render/locale/words.ts";
import { ferry, ferryPages } from "./fixtures/ferry.ts";

const pages = ferryPages();
const pageAt = (path: string): string => pages.find((page) => page.path === path)?.html ?? "";
const text = (html: string): string =>
  (parseHTML(html).document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");

describe("a withdrawn fact", () => {
  const html = pageAt("facts/south-sold-the-ferry/index.html");

  test("keeps its address, and says what stood there, when it was withdrawn and why", () => {
    expect(text(html)).toMatch(
      /Withdrawn Position The ferry should be sold\. Withdrawn: 2 April 2001\. .* The letter was forged\. .*Sell the ferry/,
    );
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test("links to what the sheet still has, and to nothing that is gone", () => {
    expect(html).toContain('href="../../sources/gazette/index.html"');
    expect(html).not.toContain("lost-letter");
    expect(html).not.toContain("actors/dismissed-clerk");
  });

  test("is on no page but its own and the corrections", () => {
    const naming = pages.filter(({ html: other }) =>
      /south-sold-the-ferry|The ferry should be sold/.test(other),
    );
    expect(naming.map(({ path }) => path).sort()).toEqual([
      "corrections/index.html",
      "facts/south-on-selling/index.html",
      "facts/south-sold-the-ferry/index.html",
    ]);
    const { actors, issues, matrix, timeline } = ferry;
    const inUse = JSON.stringify([
      [...actors.values()].map(({ facts, cells }) => [facts, cells]),
      [...issues.values()].map(({ facts }) => facts),
      matrix,
      timeline,
    ]);
    expect(inUse).not.toContain("south-sold-the-ferry");
  });
});

describe("a former address", () => {
  test("leads to the fact's present one", () => {
    const html = pageAt("facts/south-on-selling/index.html");
    expect(text(html)).toContain("This fact has another address");
    expect(html).toContain('href="../../facts/south-sold-the-ferry/index.html"');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });
});

describe("the corrections", () => {
  test("have withdrawals among them, marked as such, and lead to the feed", () => {
    const html = pageAt("corrections/index.html");
    expect(text(html)).toMatch(
      /2 April 2001 Withdrawn: The letter was forged\. The ferry should be sold\./,
    );
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" href="../corrections/feed.xml"',
    );
  });
});

describe("the feed of corrections", () => {
  const feedOf = (url: string, corrections = ferry.corrections): Document => {
    const dossier = Object.create(ferry, {
      site: { value: { ...ferry.site, url, title: 'Ferry & "bridge" <1>' } },
      corrections: { value: corrections },
    }) as typeof ferry;
    const { bytes } = correctionFeed(dossier, loadWords("en"));
    return new (parseHTML("").DOMParser)().parseFromString(
      String(bytes),
      "text/xml",
    ) as unknown as Document;
  };
  const all = (document: Document, name: string): string[] =>
    [...document.querySelectorAll(name)].map((node) => node.textContent ?? "");

  test("has an entry for each, newest first, and is as new as the newest", () => {
    const feed = feedOf("https://ferry.example/sheet");
    const dates = ferry.corrections.map(({ date }) => `${date.last}T00:00:00Z`);
    expect(dates.length).toBeGreaterThan(0);
    expect(all(feed, "entry > updated")).toEqual(dates);
    expect(all(feed, "feed > updated")).toEqual([dates[0]]);
    expect(all(feed, "entry > content")).toEqual(ferry.corrections.map(({ note }) => note));
    expect(all(feed, "feed > title")).toEqual(['Corrections · Ferry & "bridge" <1>']);
  });

  test("has whole addresses and ids where the site states its address", () => {
    const feed = feedOf("https://ferry.example/sheet");
    const links = [...feed.querySelectorAll("link")].map((link) => link.getAttribute("href") ?? "");
    for (const address of [...links, ...all(feed, "id")])
      expect(address).toMatch(/^https:\/\/ferry\.example\/sheet\/(?:corrections|facts)\//);
    expect(new Set(all(feed, "id")).size).toBe(all(feed, "id").length);
  });

  test("has an id for each of two corrections of one fact and day", () => {
    const [fact] = ferry.named.facts.values();
    if (!fact) throw new Error("The ferry sheet has no fact");
    const { date } = fact;
    const corrections = [
      { date, note: "The day was wrong." },
      { date, note: "So was the place." },
    ];
    const feed = feedOf("", correctionsOf([{ ...fact, corrections }]));
    expect(new Set(all(feed, "entry > id")).size).toBe(2);
  });

  test("has links from itself and ids of their own where it does not", () => {
    const feed = feedOf("");
    const links = [...feed.querySelectorAll("entry > link")].map((link) =>
      link.getAttribute("href"),
    );
    for (const link of links) expect(link).toMatch(/^\.\.\/facts\/[a-z-]+\/index\.html$/);
    for (const id of all(feed, "id"))
      expect(id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    expect(new Set(all(feed, "id")).size).toBe(all(feed, "id").length);
  });

  test("is as new as the sheet while there is no correction", () => {
    expect(all(feedOf("", []), "feed > updated")).toEqual([`${ferry.asOf}T00:00:00Z`]);
  });
});
