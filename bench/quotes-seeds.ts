/**
 * Tries the quote gate and deep links on the sheet's real articles, which are not in the repository. By hand:
 *
 *     npx jiti bench/quotes-seeds.ts [CONTENT]
 *
 * The full texts are those that `standpoint capture` keeps beside the content. Every quote of the sheet must
 * lead a browser to its sentence, on a page as newspapers build them. And each passage in quotation marks in
 * the articles must stand, and must not stand with any word dropped, doubled, swapped or changed by a letter.
 */
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { readFingerprints } from "../src/check/fingerprints.ts";
import { findPassage, passagesOf } from "../src/check/passages.ts";
import { readSnapshotBeside } from "../src/check/snapshots.ts";
import { readContent } from "../src/content/read.ts";
import type { Source } from "../src/content/records.ts";
import type { Fingerprint } from "../src/quotes/fingerprint.ts";
import { matchQuote } from "../src/quotes/match.ts";
import { tokenise } from "../src/quotes/normalise.ts";
import { articlePage } from "../tests/quotes/article-page.ts";
import { leadsTo, type ServedPage, servePage, type Target } from "../tests/quotes/follow-link.ts";
import { launchSearchingBrowser, NO_SEARCHING_BROWSER } from "../tests/quotes/searching-browser.ts";

const contentFolder = resolve(process.argv[2] ?? "content");
const { records } = readContent(contentFolder, process.cwd());
const fingerprints = readFingerprints(records.sources);
const snapshot = readSnapshotBeside(contentFolder);
const browser = await launchSearchingBrowser();
if (browser === undefined) throw new Error(NO_SEARCHING_BROWSER);
console.log(`Chromium ${browser.version()}`);
for (const source of records.sources) {
  const text = snapshot(source.id);
  const fingerprint = fingerprints.get(source.id);
  if (text === null || fingerprint === undefined) {
    console.log(`${source.id}: no full text here`);
    continue;
  }
  console.log(`${source.id}: ${fingerprint.words} words`);
  const page = await servePage(pageOf(text));
  await followSheetsQuotes(source, text, browser, page);
  tryEveryQuotation(text, fingerprint);
  await page.close();
}
await browser.close();

/** Follows the link of each quote of the sheet that stands in a source. */
async function followSheetsQuotes(
  source: Source,
  text: string,
  browser: Browser,
  page: ServedPage,
): Promise<void> {
  const lost: string[] = [];
  let [followed, unique] = [0, 0];
  for (const fact of records.facts) {
    for (const passage of fact.quote === null ? [] : passagesOf(fact, fact.quote)) {
      const { found } = findPassage(passage, fingerprints);
      if (found?.source !== source.id) continue;
      const fingerprint = fingerprints.get(source.id);
      if (fingerprint === undefined) continue;
      const target = targetOf(found.linked, fingerprint, text);
      followed += 1;
      if (found.unique) unique += 1;
      if (!(await leadsTo(browser, page, found.directive, target)))
        lost.push(`${fact.id} (${found.directive})`);
    }
  }
  console.log(
    `  the sheet's quotes: ${followed} links followed, ${unique} of them unique, ${followed - lost.length} led to the sentence${lost.map((each) => `\n    not: ${each}`).join("")}`,
  );
}

/** The first words of a quote and the paragraph in which they stand. */
function targetOf(quote: string, fingerprint: Fingerprint, text: string): Target {
  const match = matchQuote(quote, fingerprint);
  const [segment] = match.kind === "matched" ? match.segments : [];
  const tokens = tokenise(text).slice(segment?.sourceStart, segment?.sourceEnd);
  const start = tokens[0]?.start ?? 0;
  const before = text.slice(0, start).split("\n\n");
  const [words = ""] = text.slice(start, tokens.slice(0, 6).at(-1)?.end).split("\n\n");
  return { element: `[data-paragraph="${before.length - 1}"]`, words };
}

function pageOf(text: string): string {
  const [headline = "", ...paragraphs] = text.split("\n\n").map(escaped);
  return articlePage({
    headline: `<span data-paragraph="0">${headline}</span>`,
    paragraphs: paragraphs.map((html, at) => `<span data-paragraph="${at + 1}">${html}</span>`),
  });
}

function escaped(text: string): string {
  return text.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Each passage in quotation marks stands; none stands once it is changed. */
function tryEveryQuotation(text: string, fingerprint: Fingerprint): void {
  const quotes = [...text.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? "");
  const refused = quotes.filter((quote) => matchQuote(quote, fingerprint).kind === "refused");
  const mutants = quotes.flatMap(mutate).filter((quote) => !text.includes(quote));
  const passed = mutants.filter((quote) => matchQuote(quote, fingerprint).kind === "matched");
  console.log(
    `  the article's own quotations: ${quotes.length}, ${refused.length} refused; changed: ${mutants.length}, ${passed.length} accepted`,
  );
}

/** A quote with one word dropped, doubled, swapped, or changed by one letter. */
function mutate(quote: string): readonly string[] {
  const words = quote.split(" ");
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const letter = word.replace(/\p{L}/u, (each) => (each === "x" ? "y" : "x"));
    return [
      words.toSpliced(at, 1),
      words.toSpliced(at, 0, word),
      words.with(at, letter),
      ...(next === undefined ? [] : [words.toSpliced(at, 2, next, word)]),
    ].map((changed) => changed.join(" "));
  });
}
