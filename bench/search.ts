/**
 * Measures search as a reader on a slow telephone has it: from the key to the first result, in Chromium
 * with a processor four times slower, 150 ms to the server and back and 1.6 Mbit/s (Lighthouse's mobile
 * profile), from a server that compresses text as static hosts do.
 *
 *     npm run bench:search                         a made-up sheet of 10,000 facts
 *     npm run bench:search -- 1000                 of another size
 *     npm run bench:search -- --folder _site oil   a built site, and words to type there
 *     npm run bench:search -- --sample 60          with so many words taken from the records by a seed
 *
 * Only the search page and the index are made. Results go to `bench/results/search.md`.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg, release, tmpdir, type } from "node:os";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { deserialize, serialize } from "node:v8";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import { renderSite } from "../src/build/render-site.ts";
import { INDEX_FOLDER, type SearchIndex, SHOWN } from "../src/build/search-format.ts";
import { buildSearchIndex } from "../src/build/search-index.ts";
import { wordsIn } from "../src/build/search-words.ts";
import { writeFiles } from "../src/build/write-files.ts";
import { checkFolder } from "../src/check/check.ts";
import { buildDossier } from "../src/model/build-dossier.ts";
import { sheetDate } from "../src/model/known.ts";
import { PATHS } from "../src/render/links.ts";
import type { SearchRecord } from "../src/render/search-records.ts";
import { launchBrowser } from "../tests/support/browser.ts";
import { chanceFrom } from "./corpus/random.ts";
import { corpusOf, writeCorpus } from "./corpus.ts";

const ROUNDS = 5;
const SLOWER = 4;
const LATENCY = 150;
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8;
const AIM = 200;

const { values, positionals } = parseArgs({
  options: { folder: { type: "string" }, sample: { type: "string", default: "30" } },
  allowPositionals: true,
});
const report: string[] = [];
const say = (line: string): void => {
  console.log(line);
  report.push(line);
};

/** Wall and processor time of something in milliseconds, and what it gave. */
function timed<Result>(run: () => Result): { result: Result; wall: number; cpu: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - began, cpu: (user + system) / 1000 };
}

/** The search page and the index of a made-up sheet, and how long the index takes. */
function madeUpSite(facts: number, folder: string): void {
  const content = join(folder, "content");
  writeCorpus(content, corpusOf(facts));
  const { records } = checkFolder(content, folder);
  if (!records) throw new Error("The made-up sheet does not pass the checks");
  const output = join(folder, "site");
  const { pageTypes, files, searchRecords } = renderSite(
    buildDossier(records, sheetDate(records)),
    {
      packageFolder: join(import.meta.dirname, ".."),
      workingFolder: folder,
      contentFolder: content,
      outputFolder: output,
      asOf: null,
      drafts: false,
      search: true,
    },
  );
  writeFiles(output, files());
  for (const { name, pages } of pageTypes)
    if (name === "search")
      for (const page of pages) writeFiles(output, [{ path: page.path, bytes: page.render() }]);

  const listing = timed(searchRecords);
  const made = timed(() => buildSearchIndex(listing.result));
  writeFiles(output, made.result.files);
  const row = (what: string, { wall, cpu }: { wall: number; cpu: number }): void =>
    say(`| ${what} | ${wall.toFixed(0)} | ${cpu.toFixed(0)} |`);
  say(`\n## Making the index of ${facts} facts: ${listing.result.length} records\n`);
  say("| | wall ms | CPU ms |\n|---|---|---|");
  row("listing the records", listing);
  row("index, from nothing", made);
  const edited = (round: number): readonly SearchRecord[] =>
    listing.result.map((record, at) =>
      at === 100 + round ? { ...record, says: `${record.says} lamp` } : record,
    );
  const edits = Array.from({ length: 9 }, (_, round) => {
    const records = edited(round);
    return timed(() => buildSearchIndex(records, made.result.memory));
  });
  row("one edit, same process (median of 9)", byWall(edits));
  const memory = serialize(made.result.memory);
  row(
    "one edit, memory read from a file first",
    timed(() => buildSearchIndex(edited(20), deserialize(memory))),
  );
  const bytes = made.result.files.map(({ bytes }) => compressed(Buffer.from(bytes)).length);
  const sum = bytes.reduce((total, own) => total + own, 0);
  say(
    `\n${bytes.length} files, ${kilobytes(sum)} compressed with brotli, the first ${kilobytes(bytes[0] ?? 0)}; memory ${kilobytes(memory.length)}. After an edit ${byWall(edits).result.files.length} files are made anew.`,
  );
}

function byWall<Timing extends { readonly wall: number }>(timings: readonly Timing[]): Timing {
  const middle = [...timings].sort((a, b) => a.wall - b.wall)[Math.floor(timings.length / 2)];
  if (!middle) throw new Error("Nothing was timed");
  return middle;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Serves a folder, text compressed. */
async function serve(folder: string): Promise<{ root: string; close: () => void }> {
  const cache = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const kind = TYPES[extname(file)];
    const isText = kind !== undefined && extname(file) !== ".woff2";
    const bytes = cache.get(file) ?? (isText ? compressed(readFileSync(file)) : readFileSync(file));
    cache.set(file, bytes);
    response.writeHead(200, {
      "content-type": kind ?? "application/octet-stream",
      "content-length": bytes.length,
      ...(isText ? { "content-encoding": "br" } : {}),
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { root: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function compressed(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/** In the page: when a key went down, and when the first result for what the address then asks was painted. */
const WATCH = `
  window.keys = []; window.painted = {};
  addEventListener("keydown", (event) => keys.push(event.timeStamp), true);
  addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector("[data-results]");
    new MutationObserver(() => {
      const asked = new URL(location.href).searchParams.get("q") ?? "";
      if (list.children.length === 0 || asked in painted) return;
      requestAnimationFrame(() => setTimeout(() => { painted[asked] ??= performance.now(); }));
    }).observe(list, { childList: true });
  });
`;

/** A way to ask: what is typed, milliseconds between keys, and whether the page rests first. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly pace: number;
  readonly rest: number;
}

interface Measured {
  /** From the last key to the first result for the whole text. */
  readonly last: number;
  /** The longest that any key waited for its first result; keys that another followed sooner are left out. */
  readonly longest: number;
  /** Of all that was fetched from the first key on. */
  readonly bytes: number;
  readonly requests: number;
}

async function measure(browser: Browser, root: string, asked: Case): Promise<Measured> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    // The page is asked by strings of script, which its policy forbids.
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const session = await throttled(page);
    await page.goto(`${root}search/index.html`, { waitUntil: "domcontentloaded" });
    await page.waitForTimeout(asked.rest);
    let [bytes, requests] = [0, 0];
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests++;
    });
    await page.locator("#search-q").focus();
    for (const [at, key] of [...asked.text].entries()) {
      if (at > 0) await page.waitForTimeout(asked.pace);
      await page.keyboard.press(key === " " ? "Space" : key);
    }
    const query = JSON.stringify(asked.text.trim());
    await page.waitForFunction(`${query} in painted`, undefined, { timeout: 30_000, polling: 20 });
    const last = await page.evaluate<number>(`painted[${query}] - keys.at(-1)`);
    const keys = await page.evaluate<number[]>("keys");
    const painted = await page.evaluate<Readonly<Record<string, number>>>("painted");
    const waits = keys.map((key, at) => {
      const next = keys[at + 1] ?? Number.POSITIVE_INFINITY;
      const first = painted[asked.text.slice(0, at + 1).trim()] ?? Number.POSITIVE_INFINITY;
      return first <= next ? first - key : next - key > AIM ? next - key : 0;
    });
    await page.waitForTimeout(500);
    return { last, longest: Math.max(...waits), bytes, requests };
  } finally {
    await context.close();
  }
}

async function throttled(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return session;
}

/** Words, and pairs of words that stand in one record, taken from all records of an index by a seed. */
function sampleOf(folder: string, count: number): readonly string[] {
  const index: SearchIndex = JSON.parse(readFileSync(join(folder, PATHS.searchIndex), "utf8"));
  const texts = index.blocks.flatMap((name): string[] => {
    const file = readFileSync(join(folder, `${INDEX_FOLDER}${name}.json`), "utf8");
    const records: readonly (readonly string[])[] = JSON.parse(file);
    return records.map((record) => [record[2], ...record.slice(1 + SHOWN.length)].join(" "));
  });
  const chance = chanceFrom(7);
  return Array.from({ length: count }, (_, number) => {
    const words = [...new Set(Array.from(wordsIn(chance.of(texts)), ({ text }) => text))];
    const long = words.filter((word) => /^\w{3,}$/.test(word));
    const [one, other] = [chance.of(long), chance.of(long)];
    return number % 3 === 2 ? `${one} ${other}`.toLowerCase() : one.toLowerCase();
  });
}

/** Types words that nobody chose, each once at both paces, and says how long any key waited. */
async function measureSample(
  browser: Browser,
  root: string,
  texts: readonly string[],
): Promise<void> {
  const waits: { readonly name: string; readonly wait: number }[] = [];
  for (const text of texts)
    for (const pace of [250, 120]) {
      const { longest } = await measure(browser, root, { name: text, text, pace, rest: 2000 });
      waits.push({ name: `\`${text}\` at ${pace} ms: ${longest.toFixed(0)}`, wait: longest });
    }
  waits.sort((a, b) => a.wait - b.wait);
  const at = (share: number): string =>
    (waits[Math.floor((waits.length - 1) * share)]?.wait ?? 0).toFixed(0);
  const over = waits.filter(({ wait }) => wait > AIM);
  say(
    `\n${texts.length} words and pairs of words taken from the records by a seed, each typed once at 250 and at 120 ms a key. The longest that any key waited for its first result: median ${at(0.5)}, nine of ten within ${at(0.9)}, worst ${at(1)} ms.`,
  );
  say(`Over ${AIM} ms: ${over.map(({ name }) => name).join(", ") || "none"}.`);
}

async function measureAll(folder: string, texts: readonly string[], sample: number): Promise<void> {
  const server = await serve(folder);
  const browser = await launchBrowser();
  say("\n## From the key to the first result\n");
  say(
    `Medians and worst of ${ROUNDS}, in milliseconds; the aim is ${AIM}. *Any key*: the longest that any of the keys waited, but for those that the next followed sooner. Bytes and requests from the first key until half a second after the result.\n`,
  );
  say("| typed | median | worst | any key, worst | bytes | requests |\n|---|---|---|---|---|---|");
  try {
    for (const asked of casesOf(texts)) {
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await measure(browser, server.root, asked));
      const times = rounds.map(({ last }) => last).sort((a, b) => a - b);
      const [middle = 0, worst = 0] = [times[Math.floor(ROUNDS / 2)], times.at(-1)];
      const longest = Math.max(...rounds.map((round) => round.longest));
      const { bytes = 0, requests = 0 } = rounds[0] ?? {};
      say(
        `| ${asked.name} | ${middle.toFixed(0)} | ${worst.toFixed(0)} | ${longest.toFixed(0)} | ${kilobytes(bytes)} | ${requests} |`,
      );
    }
    if (sample > 0) await measureSample(browser, server.root, sampleOf(folder, sample));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The first key of all, words key by key, and a word before the page has come to rest. */
function casesOf(texts: readonly string[]): readonly Case[] {
  const [first = ""] = texts;
  if (first === "") return [];
  const letter = first.slice(0, 1);
  return [
    { name: `\`${letter}\`, the first key, page at rest`, text: letter, pace: 0, rest: 4000 },
    { name: `\`${letter}\`, 0.3 s after the page was read`, text: letter, pace: 0, rest: 300 },
    { name: `\`${letter}\`, as soon as the page was read`, text: letter, pace: 0, rest: 0 },
    ...texts.flatMap((text) =>
      [250, 120].map((pace) => ({
        name: `\`${text}\`, a key every ${pace} ms: from the last key`,
        text,
        pace,
        rest: 4000,
      })),
    ),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const folder = mkdtempSync(join(tmpdir(), "standpoint-bench-search-"));
try {
  say("# Search\n");
  say(
    `\`npm run bench:search\`, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${type()} ${release()}, Node ${process.version}; load before ${loadavg()[0]?.toFixed(1)}.`,
  );
  const sample = Number(values.sample);
  if (values.folder) await measureAll(values.folder, positionals, sample);
  else {
    madeUpSite(Number(positionals[0] ?? 10_000), folder);
    const words = ["harbour", "la", "4217", "lamp oil"];
    await measureAll(join(folder, "site"), words, sample);
    writeFileSync(join(import.meta.dirname, "results/search.md"), `${report.join("\n")}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
