/** What the site says of each quote: whether it was matched, and where a reader finds it. */
import { readFingerprints } from "../check/context.ts";
import { findPassage, passagesOf } from "../check/passages.ts";
import type { Dossier } from "../model/dossier.ts";
import { textFragment, withTextFragment } from "../quotes/text-fragment.ts";
import type { Verification } from "../render/context.ts";

/** Proofs by id of fact. */
export interface QuoteProofs {
  readonly verification: ReadonlyMap<string, Verification>;
  /** Addresses that lead to the quote's own sentence; absent where the source has no address. */
  readonly quoteAddresses: ReadonlyMap<string, string>;
}

/** Matches every quote of a dossier against the fingerprints of its sources. */
export function proveQuotes(dossier: Dossier): QuoteProofs {
  const sources = [...dossier.sources.values()].map(({ source }) => source);
  const fingerprints = readFingerprints(sources);
  const verification = new Map<string, Verification>();
  const quoteAddresses = new Map<string, string>();
  for (const { fact } of dossier.facts.values()) {
    const [passage] = fact.quote === null ? [] : passagesOf(fact, fact.quote);
    const found = passage && findPassage(passage, fingerprints).found;
    if (!passage || !found) continue;
    verification.set(fact.id, found.match.weak ? "weak" : "matched");
    const url = dossier.sources.get(found.source)?.source.url ?? "";
    const fragment = url ? textFragment(passage.text, found.fingerprint) : undefined;
    if (fragment) quoteAddresses.set(fact.id, withTextFragment(url, fragment.directive));
  }
  return { verification, quoteAddresses };
}
