/** The documents in which a fact was read. */
import type { Fact } from "../../../content/records.ts";
import type { FactDossier } from "../../../model/dossier.ts";
import type { Scope } from "../../scope.ts";
import { type SourceRef, sourceRef, sourcesOf } from "./sources.ts";

/** A document with its addresses. */
export interface FactSource {
  readonly title: string;
  readonly reference: SourceRef;
  /** Empty where it states none. */
  readonly address: string;
  readonly archived: string;
  /** The address at which the quote stands, where it stands in this document. */
  readonly quoteAddress: string;
}

/** The documents of a fact, in the order in which the editor gives them. */
export function factSources(scope: Scope, fact: Fact): readonly FactSource[] {
  const sources = sourcesOf(scope, fact);
  const quoted = fact.quote === null ? null : (fact.quote.source ?? sources[0]?.id ?? null);
  return sources.map((source) => ({
    title: source.title,
    reference: sourceRef(scope, source),
    address: source.url,
    archived: source.archived,
    quoteAddress: source.id === quoted ? (scope.context.quoteAddresses.get(fact.id) ?? "") : "",
  }));
}

/** How many independent origins the documents come to. */
export function originsText({ t }: Scope, { fact, origins }: FactDossier): string {
  const reports = new Set(fact.source).size;
  return reports === origins
    ? t("origins.same", { origins })
    : t("origins.fewer", { reports, origins });
}
