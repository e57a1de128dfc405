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
  /** The words around it, which must stand there too and of which the link is made; or empty. */
  readonly within: string;
}

/** The passages of a quote that must stand in a source: its text, and a translation that names its own source. */
export function passagesOf(fact: Fact, quote: Quote): readonly Passage[] {
  const text = {
    text: quote.text,
    path: ["quote", "text"],
    sources: quote.source === null ? fact.source : [quote.source],
    within: quote.within,
  };
  if (quote.translationSource === null || quote.translation === "") return [text];
  const translation = {
    text: quote.translation,
    path: ["quote", "translation"],
    sources: [quote.translationSource],
    within: "",
  };
  return [text, translation];
}

/** Where a passage stands: the first of its sources, in the fact's order, that holds it. */
export interface FoundPassage {
  readonly source: string;
  readonly match: Matched;
  readonly fingerprint: Fingerprint;
  /** The text of which a deep link is made: the passage, or the words around it. */
  readonly linked: string;
  /** At how many places that stands. */
  readonly occurrences: number;
}

/** A fingerprinted source in which a passage does not stand, or the words around it do not. */
export interface Refusal {
  readonly source: string;
  readonly refused: Refused;
  /** What does not stand, and its key. */
  readonly text: string;
  readonly path: KeyPath;
}

/** What looking for a passage in its fingerprinted sources yields. */
export interface PassageSearch {
  readonly found: FoundPassage | null;
  readonly refusals: readonly Refusal[];
}

/** Looks for a passage in those of its sources that have a fingerprint. */
export function findPassage(
  { text, path, sources, within }: Passage,
  fingerprints: ReadonlyMap<string, Fingerprint>,
): PassageSearch {
  const refusals: Refusal[] = [];
  for (const source of sources) {
    const fingerprint = fingerprints.get(source);
    if (!fingerprint) continue;
    const match = matchQuote(text, fingerprint);
    if (match.kind === "refused") {
      refusals.push({ source, refused: match, text, path });
      continue;
    }
    const around = within === "" ? match : matchQuote(within, fingerprint);
    if (around.kind === "refused") {
      refusals.push({ source, refused: around, text: within, path: ["quote", "within"] });
      continue;
    }
    const { occurrences } = around;
    const linked = within === "" ? text : within;
    return { found: { source, match, fingerprint, linked, occurrences }, refusals };
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
