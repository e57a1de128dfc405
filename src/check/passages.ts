/** The passages of a fact that must stand in a source, and the search for them in fingerprints. */
import type { Fact, Quote } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import type { Refused } from "../quotes/match.ts";
import type { SoughtPassage, StandingPassage } from "../quotes/passage.ts";
import type { Fingerprints } from "./fingerprints.ts";

/** A text that must stand in one of some sources. */
export interface Passage extends SoughtPassage {
  readonly path: KeyPath;
  readonly sources: readonly string[];
}

const TEXT: KeyPath = ["quote", "text"];
const TRANSLATION: KeyPath = ["quote", "translation"];
const WITHIN: KeyPath = ["quote", "within"];

/** The passages of a quote that must stand in a source: its text, and a translation that names its own source. */
export function passagesOf(fact: Fact, quote: Quote): readonly Passage[] {
  const text = {
    text: quote.text,
    path: TEXT,
    sources: quote.source === null ? fact.source : [quote.source],
    within: quote.within,
  };
  if (quote.translationSource === null || quote.translation === "") return [text];
  const translation = {
    text: quote.translation,
    path: TRANSLATION,
    sources: [quote.translationSource],
    within: "",
  };
  return [text, translation];
}

/** Where a passage stands: the first of its sources, in the fact's order, that holds it. */
export interface FoundPassage extends StandingPassage {
  readonly source: string;
  /** The text of which a deep link is made: the passage, or the words around it. */
  readonly linked: string;
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
export function findPassage(passage: Passage, fingerprints: Fingerprints): PassageSearch {
  const { text, path, sources, within } = passage;
  const refusals: Refusal[] = [];
  for (const source of sources) {
    const answer = fingerprints.ask(source, passage);
    if (answer === undefined) continue;
    if (answer.stands) {
      const linked = within === "" ? text : within;
      return { found: { ...answer, source, linked }, refusals };
    }
    const refused = answer.key === "text" ? { text, path } : { text: within, path: WITHIN };
    refusals.push({ source, refused: answer.refused, ...refused });
  }
  return { found: null, refusals };
}

/** Facts, each quote with the source in which it stands. */
export function withQuoteSources(facts: readonly Fact[], fingerprints: Fingerprints): Fact[] {
  return facts.map((fact) => withQuoteSource(fact, fingerprints));
}

/**
 * A fact, its quote with the source in which it stands. Where a fact has several sources and does not
 * say which, the fingerprints tell; a quote that none of them holds keeps what it has.
 */
export function withQuoteSource(fact: Fact, fingerprints: Fingerprints): Fact {
  const { quote } = fact;
  const isOpen = quote?.source === null && fact.source.length > 1;
  const [passage] = quote && isOpen ? passagesOf(fact, quote) : [];
  const found = passage && findPassage(passage, fingerprints).found;
  return quote && found ? { ...fact, quote: { ...quote, source: found.source } } : fact;
}
