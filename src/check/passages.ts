/** The passages of a fact that must stand in a source, and the search for them in fingerprints. */
import type { Fact, Quote } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import type { Fingerprint } from "../quotes/fingerprint.ts";
import { type Matched, matchQuote, type Refused } from "../quotes/match.ts";

/** A text that must stand in one of some sources. */
export interface Passage {
  readonly text: string;
  readonly path: KeyPath;
  readonly sources: readonly string[];
}

/** The passages of a quote that must stand in a source: its text, and a translation that names its own source. */
export function passagesOf(fact: Fact, quote: Quote): readonly Passage[] {
  const text = {
    text: quote.text,
    path: ["quote", "text"],
    sources: quote.source === null ? fact.source : [quote.source],
  };
  if (quote.translationSource === null || quote.translation === "") return [text];
  const translation = {
    text: quote.translation,
    path: ["quote", "translation"],
    sources: [quote.translationSource],
  };
  return [text, translation];
}

/** Where a passage stands: the first of its sources, in the fact's order, that holds it. */
export interface FoundPassage {
  readonly source: string;
  readonly match: Matched;
  readonly fingerprint: Fingerprint;
}

/** A fingerprinted source in which a passage does not stand. */
export interface Refusal {
  readonly source: string;
  readonly refused: Refused;
}

/** What looking for a passage in its fingerprinted sources yields. */
export interface PassageSearch {
  readonly found: FoundPassage | null;
  readonly refusals: readonly Refusal[];
}

/** Looks for a passage in those of its sources that have a fingerprint. */
export function findPassage(
  { text, sources }: Passage,
  fingerprints: ReadonlyMap<string, Fingerprint>,
): PassageSearch {
  const refusals: Refusal[] = [];
  for (const source of sources) {
    const fingerprint = fingerprints.get(source);
    if (!fingerprint) continue;
    const match = matchQuote(text, fingerprint);
    if (match.kind === "matched") return { found: { source, match, fingerprint }, refusals };
    refusals.push({ source, refused: match });
  }
  return { found: null, refusals };
}

/**
 * The facts, each quote with the source in which it stands. Where a fact has several sources and does not
 * say which, the fingerprints tell; a quote that none of them holds keeps what it has.
 */
export function withQuoteSources(
  facts: readonly Fact[],
  fingerprints: ReadonlyMap<string, Fingerprint>,
): Fact[] {
  return facts.map((fact) => {
    const { quote } = fact;
    const isOpen = quote?.source === null && fact.source.length > 1;
    const [passage] = quote && isOpen ? passagesOf(fact, quote) : [];
    const found = passage && findPassage(passage, fingerprints).found;
    return quote && found ? { ...fact, quote: { ...quote, source: found.source } } : fact;
  });
}
