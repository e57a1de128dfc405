/**
 * Checks 10,000 quotes against the fingerprints of 200 sources of 1,000 words, as a build does:
 * fingerprints are read from text first. Run by hand: `npx jiti bench/quotes.ts`. Aim: under 2 s.
 */
import { fingerprintText, parseFingerprint } from "../src/quotes/fingerprint.ts";
import { matchQuote } from "../src/quotes/match.ts";

const SOURCES = 200;
const WORDS = 1000;
const QUOTES = 10_000;

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

const began = performance.now();
const written = texts.map((words) => fingerprintText(words.join(" ")));
const fingerprinted = performance.now();
const fingerprints = written.map(parseFingerprint);
const read = performance.now();
let wrong = 0;
for (const { source, quote, isTrue } of cases) {
  const result = fingerprints[source];
  if (result === undefined || !result.ok) throw new Error("fingerprint not read");
  if ((matchQuote(quote, result.fingerprint).kind === "matched") !== isTrue) wrong += 1;
}
const matched = performance.now();

const size = written.reduce((sum, { length }) => sum + length, 0) / SOURCES;
console.log(
  `fingerprint ${SOURCES} sources of ${WORDS} words: ${Math.round(fingerprinted - began)} ms`,
);
console.log(
  `read ${SOURCES} fingerprints (${Math.round(size)} characters each): ${Math.round(read - fingerprinted)} ms`,
);
console.log(`check ${QUOTES} quotes: ${Math.round(matched - read)} ms, ${wrong} answered wrongly`);
if (wrong > 0 || matched - fingerprinted > 2000) process.exitCode = 1;
