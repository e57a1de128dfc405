/** The quotes of a sheet that may stand in one source, and what becomes of them when it is captured again. */
import { type CheckContext, checkContext, checkRecords } from "../check/context.ts";
import { findPassage, type Passage, passagesOf } from "../check/passages.ts";
import { checkQuotes } from "../check/quotes.ts";
import type { Content } from "../content/assemble.ts";
import type { Problem } from "../content/problem.ts";
import type { Fact } from "../content/records.ts";
import { type Fingerprint, fingerprintText, parseFingerprint } from "../quotes/fingerprint.ts";
import { matchQuote } from "../quotes/match.ts";

/** How many quotes may stand in a source, and where they do. A published translation counts as a quote. */
export interface QuotesAtStake {
  /** Stand in this source. */
  readonly here: number;
  /** Do not, but stand in another source of their fact. */
  readonly elsewhere: number;
  /** Stand in none of their sources, and did before. */
  readonly lost: number;
  /** Stand in none of their sources, and did not before. */
  readonly wrong: number;
  /** What the gate says of those that are lost or wrong, */
  readonly problems: readonly Problem[];
  /** and they themselves. */
  readonly refused: readonly Passage[];
}

/**
 * Compares what the gate says of a source's quotes before and after it was captured.
 * @param snapshot the source's full text as it is now, for the nearest passages
 */
export function quotesAtStake(
  source: string,
  before: Content,
  after: Content,
  snapshot: string,
): QuotesAtStake {
  const old = checkContext(before, () => null);
  const current = checkContext(after, (id) => (id === source ? snapshot : null));
  const counts = { here: 0, elsewhere: 0, lost: 0, wrong: 0 };
  const refused: { fact: Fact; passage: Passage }[] = [];
  for (const fact of after.records.facts) {
    for (const passage of fact.quote === null ? [] : passagesOf(fact, fact.quote)) {
      if (!passage.sources.includes(source)) continue;
      const outcome = outcomeOf(passage, source, old, current);
      counts[outcome] += 1;
      if (outcome === "lost" || outcome === "wrong") refused.push({ fact, passage });
    }
  }
  // The source's own refusal is told before that of another that goes no further.
  const facts = [...new Set(refused.map(({ fact }) => fact))].map((fact) => ({
    ...fact,
    source: fact.source.toSorted((a, b) => Number(b === source) - Number(a === source)),
  }));
  const records = { ...after.records, facts };
  const problems = checkRecords([checkQuotes], { ...current, content: { ...after, records } });
  return {
    ...counts,
    problems: problems.filter(({ code }) => code === "quote-not-in-source"),
    refused: refused.map(({ passage }) => passage),
  };
}

function outcomeOf(
  passage: Passage,
  source: string,
  old: CheckContext,
  current: CheckContext,
): "here" | "elsewhere" | "lost" | "wrong" {
  if (standsIn(passage, current.fingerprints.get(source))) return "here";
  if (findPassage(passage, current.fingerprints).found !== null) return "elsewhere";
  return findPassage(passage, old.fingerprints).found === null ? "wrong" : "lost";
}

/** How many of some passages stand in a text. */
export function countStanding(passages: readonly Passage[], text: string): number {
  const parsed = parseFingerprint(fingerprintText(text));
  return parsed.ok ? passages.filter((each) => standsIn(each, parsed.fingerprint)).length : 0;
}

function standsIn({ text }: Passage, fingerprint: Fingerprint | undefined): boolean {
  return fingerprint !== undefined && matchQuote(text, fingerprint).kind === "matched";
}
