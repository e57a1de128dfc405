/**
 * Tries the quote gate and deep links on real articles, which are not in the repository. By hand:
 *
 *     npx jiti bench/quotes-seeds.ts FOLDER
 *
 * FOLDER holds articles as `standpoint capture` takes them. Each passage in quotation marks must stand,
 * must not stand with any word dropped, doubled, swapped or changed by a letter, and its deep link must
 * scroll a page of the article to the paragraph it is from.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { readDocument } from "../src/capture/read-document.ts";
import { fingerprintText, parseFingerprint } from "../src/quotes/fingerprint.ts";
import { matchQuote } from "../src/quotes/match.ts";
import { textFragment } from "../src/quotes/text-fragment.ts";
import { launchSearchingBrowser } from "../tests/quotes/searching-browser.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("name the folder of the articles");
const browser = await launchSearchingBrowser();
if (browser === undefined) throw new Error("install a Chromium (apt-get install -y chromium)");

for (const name of readdirSync(folder)) await tryArticle(name, join(folder, name));
await browser.close();

async function tryArticle(name: string, path: string): Promise<void> {
  const { text } = await readDocument({ bytes: readFileSync(path), name });
  const written = fingerprintText(text);
  const result = parseFingerprint(written);
  if (!result.ok) throw new Error(result.reason);
  const { fingerprint } = result;
  const quotes = [...text.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? "");
  const refused = quotes.filter((quote) => matchQuote(quote, fingerprint).kind === "refused");
  const mutants = quotes.flatMap(mutate).filter((quote) => !text.includes(quote));
  const passed = mutants.filter((quote) => matchQuote(quote, fingerprint).kind === "matched");
  console.log(`${name}: ${fingerprint.words} words, fingerprint of ${written.length} characters`);
  console.log(`  ${quotes.length} quotes, ${refused.length} refused: ${refused.join(" | ")}`);
  console.log(
    `  ${mutants.length} changed quotes, ${passed.length} accepted: ${passed.join(" | ")}`,
  );
  const paragraphs = text.split("\n\n");
  const lost: string[] = [];
  for (const quote of quotes) {
    const fragment = textFragment(quote, fingerprint);
    const expected = paragraphs.findIndex((paragraph) => paragraph.includes(quote));
    const reached = await follow(paragraphs, fragment?.directive ?? "");
    if (reached !== expected) lost.push(`${quote} (${fragment?.directive}, ${fragment?.unique})`);
  }
  console.log(`  ${quotes.length} deep links, ${lost.length} led elsewhere: ${lost.join(" | ")}`);
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

/** Which paragraph a link scrolls to: the number of the first one in view, or -1. */
async function follow(paragraphs: readonly string[], directive: string): Promise<number> {
  const blocks = paragraphs.map((each) => `<p>${each.replaceAll("&", "&amp;")}</p>`).join("\n");
  const html = `<!doctype html><meta charset="utf-8"><style>p { margin: 3000px 0 }</style>${blocks}`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const page = await browser?.newPage();
  await page?.goto(`http://127.0.0.1:${port}/#:~:${directive}`);
  await page?.waitForTimeout(150);
  const reached: unknown = await page?.evaluate(
    "[...document.querySelectorAll('p')].findIndex((p) => scrollY > 0 && p.getBoundingClientRect().bottom > 0 && p.getBoundingClientRect().top < innerHeight)",
  );
  await page?.close();
  server.close();
  return typeof reached === "number" ? reached : -1;
}
