/** What the site says of each quote: whether it was matched, and where a reader finds it. */
import { type Fingerprints, readFingerprints } from "../check/fingerprints.ts";
import type { CheckMemory } from "../check/memory.ts";
import { findPassage, type Passage, passagesOf } from "../check/passages.ts";
import { listDifference } from "../content/list-difference.ts";
import type { Fact } from "../content/records.ts";
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
  return new OpenProofs(memory).of(dossier);
}

/** The proofs of a sheet that is being edited: only facts that changed are matched again. */
export class OpenProofs {
  readonly #proofs = {
    verification: new Map<string, Verification>(),
    quoteAddresses: new Map<string, string>(),
    translationProofs: new Map<string, Proof>(),
  };
  readonly #memory: CheckMemory | undefined;
  #facts: readonly Fact[] = [];
  #sources: Dossier["named"]["sources"] | null = null;

  /** @param memory of the checks of the same sheet */
  constructor(memory?: CheckMemory) {
    this.#memory = memory;
  }

  /** The proofs of a dossier. Those that were given for an earlier one are brought up to date with it. */
  of({ named }: Dossier): QuoteProofs {
    const facts = [...named.facts.values()];
    const isSame = this.#sources === named.sources;
    const { come, gone } = listDifference(isSame ? this.#facts : [], facts);
    for (const proofs of Object.values(this.#proofs)) {
      if (isSame) for (const { id } of gone) proofs.delete(id);
      else proofs.clear();
    }
    const fingerprints = readFingerprints([...named.sources.values()], this.#memory);
    for (const fact of come) this.#prove(fact, named.sources, fingerprints);
    this.#facts = facts;
    this.#sources = named.sources;
    return this.#proofs;
  }

  #prove(fact: Fact, sources: Dossier["named"]["sources"], fingerprints: Fingerprints): void {
    const { verification, quoteAddresses, translationProofs } = this.#proofs;
    const [text, translation] = fact.quote === null ? [] : passagesOf(fact, fact.quote);
    const proof = text && prove(text, sources, fingerprints);
    if (proof) verification.set(fact.id, proof.verification);
    if (proof && proof.address !== "") quoteAddresses.set(fact.id, proof.address);
    const other = translation && prove(translation, sources, fingerprints);
    if (other) translationProofs.set(fact.id, other);
  }
}

function prove(
  passage: Passage,
  sources: Dossier["named"]["sources"],
  fingerprints: Fingerprints,
): Proof | null {
  const { found } = findPassage(passage, fingerprints);
  if (found === null) return null;
  const url = sources.get(found.source)?.url ?? "";
  return {
    source: found.source,
    verification: found.weak ? "weak" : "matched",
    address: url === "" || found.directive === "" ? "" : withTextFragment(url, found.directive),
  };
}
