/** Counts of a whole sheet, made once for all its pages. */
import type { Dossier, Exchange } from "../model/dossier.ts";
import type { RenderContext } from "./context.ts";

/** How much a sheet holds. */
export interface SheetNumbers {
  readonly facts: number;
  readonly sources: number;
  readonly issues: number;
  /** Actors in the matrix. */
  readonly speaking: number;
  readonly demands: number;
  readonly offers: number;
  /** Demands and offers that every addressee has answered. */
  readonly answered: number;
  readonly quotes: number;
  /** Quotes found in their sources word for word. */
  readonly matched: number;
}

/** Counts. */
export function numbersOf(
  dossier: Dossier,
  { verification }: Pick<RenderContext, "verification">,
): SheetNumbers {
  const quoted = [...dossier.facts.values()].filter(({ fact }) => fact.quote !== null);
  return {
    facts: dossier.facts.size,
    sources: dossier.sources.size,
    issues: dossier.issues.size,
    speaking: dossier.matrix.actors.length,
    demands: dossier.demands.length,
    offers: dossier.offers.length,
    answered: answeredOf([...dossier.demands, ...dossier.offers]),
    quotes: quoted.length,
    matched: quoted.filter(({ fact }) => verification.get(fact.id) === "matched").length,
  };
}

/** How many demands or offers every addressee has answered. */
export function answeredOf(exchanges: readonly Exchange[]): number {
  return exchanges.filter(({ replies }) => replies.every(({ state }) => state !== "none")).length;
}
