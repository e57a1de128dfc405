/** What the site says of each quote: whether it was matched, and where a reader finds it. */
import { type Fingerprints, readFingerprints } from "../check/fingerprints.ts";
import type { CheckMemory } from "../check/memory.ts";
import { findPassage, type Passage, passagesOf } from "../check/passages.ts";
import type { Dossier } from "../model/dossier.ts";
import { withTextFragment } from "../quotes/text-fragment.ts";
import type { Verification } from "../render/context.ts";

/** Proofs by id of fact. */
export interface QuoteProofs {
  readonly verification: ReadonlyMap<string, Verification>;
  /** Addresses that lead to the quote's own sentence; absent where the source has no address. */
  readonly quoteAddresses: ReadonlyMap<string, string>;
  /** Of quotes with a published translation: whether and where that was found. */
  readonly translationProofs: ReadonlyMap<string, Proof>;
}

/** What is known of a passage that was found. */
export interface Proof {
  /** The source in which it stands. */
  readonly source: string;
  readonly verification: Verification;
  /** The address that leads to it; empty where the source has no address. */
  readonly address: string;
}

/**
 * Matches every quote of a dossier, and every published translation, against its sources' fingerprints.
 * @param memory of the check of the same sheet, which has asked all this before
 */
export function proveQuotes(dossier: Dossier, memory?: CheckMemory): QuoteProofs {
  const sources = [...dossier.named.sources.values()];
  const fingerprints = readFingerprints(sources, memory);
  const verification = new Map<string, Verification>();
  const quoteAddresses = new Map<string, string>();
  const translationProofs = new Map<string, Proof>();
  for (const fact of dossier.named.facts.values()) {
    const [text, translation] = fact.quote === null ? [] : passagesOf(fact, fact.quote);
    const proof = text && prove(text, dossier, fingerprints);
    if (proof) verification.set(fact.id, proof.verification);
    if (proof && proof.address !== "") quoteAddresses.set(fact.id, proof.address);
    const other = translation && prove(translation, dossier, fingerprints);
    if (other) translationProofs.set(fact.id, other);
  }
  return { verification, quoteAddresses, translationProofs };
}

function prove(passage: Passage, dossier: Dossier, fingerprints: Fingerprints): Proof | null {
  const { found } = findPassage(passage, fingerprints);
  if (found === null) return null;
  const url = dossier.named.sources.get(found.source)?.url ?? "";
  return {
    source: found.source,
    verification: found.weak ? "weak" : "matched",
    address: url === "" || found.directive === "" ? "" : withTextFragment(url, found.directive),
  };
}
