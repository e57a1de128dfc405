/**
 * Measures the quote gate: 10,000 quotes against the fingerprints of 200 sources of 1,000 words.
 *
 *     npm run bench:quotes
 *
 * Fingerprints are read from text first, as a build does. The aim: checked in under 2 s. Then a sheet of
 * 10,000 facts with these quotes is written to a temporary folder and put through the whole gate.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { checkContext, checkRecords } from "../src/check/context.ts";
import { checkQuotes } from "../src/check/quotes.ts";
import { readContent } from "../src/content/read.ts";
import { fingerprintText, parseFingerprint } from "../src/quotes/fingerprint.ts";
import { matchQuote } from "../src/quotes/match.ts";
import { textFragment } from "../src/quotes/text-fragment.ts";

const SOURCES = 200;
const WORDS = 1000;
const QUOTES = 10_000;
const AIM_IN_MILLISECONDS = 2000;

/** A small random number generator, so that every run measures the same. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const random = numbers(1);
const below = (limit: number): number => Math.floor(random.next().value * limit);

/** Few frequent words and many rare ones, as in prose. */
const prose = (): readonly string[] =>
  Array.from(
    { length: WORDS },
    () => `w${below(2) === 0 ? below(30) : below(3000)}${below(8) === 0 ? "," : ""}`,
  );

const texts = Array.from({ length: SOURCES }, prose);
const cases = Array.from({ length: QUOTES }, (_, at) => {
  const source = at % SOURCES;
  const from = below(WORDS - 40);
  const words = [...(texts[source] ?? []).slice(from, from + 1 + below(40))];
  const isTrue = at % 10 !== 0;
  if (!isTrue) words[below(words.length)] = "changed";
  return { source, quote: words.join(" "), isTrue };
});

/** Runs something, tells how long it took, and hands on what it gave. */
function timed<Result>(what: string, run: () => Result): readonly [Result, number] {
  const began = performance.now();
  const result = run();
  const milliseconds = performance.now() - began;
  console.log(`${what}: ${Math.round(milliseconds)} ms`);
  return [result, milliseconds];
}

const gigabytes = Math.round(totalmem() / 2 ** 30);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${gigabytes} GB, ${type()} ${release()}`;
console.log(`${machine}, Node ${process.version}`);

const [written] = timed(`fingerprint ${SOURCES} sources of ${WORDS} words`, () =>
  texts.map((words) => fingerprintText(words.join(" "))),
);
const size = written.reduce((sum, { length }) => sum + length, 0) / SOURCES;
console.log(`a fingerprint has ${Math.round(size)} characters`);
const [fingerprints, reading] = timed(`read ${SOURCES} fingerprints`, () =>
  written.map((text) => {
    const result = parseFingerprint(text);
    if (!result.ok) throw new Error(result.reason);
    return result.fingerprint;
  }),
);
const ask = <Answer>(question: (at: number) => Answer): readonly Answer[] =>
  cases.map((_, at) => question(at));
const of = (at: number) => {
  const { source, quote, isTrue } = cases[at] ?? { source: -1, quote: "", isTrue: false };
  const fingerprint = fingerprints[source];
  if (fingerprint === undefined) throw new Error("no such case");
  return { quote, isTrue, fingerprint };
};
const [wrong, matching] = timed(`check ${QUOTES} quotes`, () =>
  ask((at) => {
    const { quote, isTrue, fingerprint } = of(at);
    return (matchQuote(quote, fingerprint).kind === "matched") !== isTrue;
  }).filter(Boolean),
);
console.log(`answered wrongly: ${wrong.length}`);
timed(`make ${QUOTES} deep links`, () =>
  ask((at) => {
    const { quote, fingerprint } = of(at);
    return textFragment(quote, fingerprint);
  }),
);

const folder = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
try {
  writeSheet(join(folder, "content"));
  const [content] = timed(`read a sheet of ${QUOTES} facts from disk`, () =>
    readContent(join(folder, "content"), folder),
  );
  const [problems] = timed("the whole gate, places and messages included", () =>
    checkRecords(
      [checkQuotes],
      checkContext(content, () => null),
    ),
  );
  const refused = problems.filter(({ code }) => code === "quote-not-in-source").length;
  const right = refused === cases.filter(({ isTrue }) => !isTrue).length;
  console.log(`refused: ${refused}, ${right ? "as it should be" : "WRONG"}`);
  if (!right || wrong.length > 0 || reading + matching > AIM_IN_MILLISECONDS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function writeSheet(content: string): void {
  for (const name of ["sources", "facts"]) mkdirSync(join(content, name), { recursive: true });
  const site = "---\ntitle: t\nquestion: q\nsummary: s\n---\n";
  writeFileSync(join(content, "site.md"), site);
  for (const [at, fingerprint] of written.entries()) {
    const source = `---\ntitle: t\npublished: 2001\ntype: post\nurl: https://example.org/${at}\nfingerprint: ${fingerprint}\n---\n`;
    writeFileSync(join(content, `sources/s${at}.md`), source);
  }
  for (const [at, { source, quote }] of cases.entries()) {
    const fact = `---\nkind: event\nby: a\nsays: s\ndate: 2001\nsource: s${source}\nquote:\n  text: ${quote}\n---\n`;
    writeFileSync(join(content, `facts/f${at}.md`), fact);
  }
}
