/** Facts that a fact answers, contradicts, replaces or overtakes, and the other way round. */
import type { Fact, Position } from "../../../content/records.ts";
import type { FactDossier } from "../../../model/dossier.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type FactLine, factLine } from "./fact-lines.ts";
import { nameText } from "./names.ts";

/** Facts that stand in one relation to a fact. */
export interface FactRelation {
  readonly title: string;
  readonly lines: readonly FactLine[];
}

/** Every relation that holds. */
export function factRelations(scope: Scope, entry: FactDossier): readonly FactRelation[] {
  const { fact, history, contradictedBy, replacedBy, overtakenBy } = entry;
  const { t, dossier } = scope;
  const known = (ids: readonly (string | null)[]): readonly Fact[] =>
    ids.flatMap((id) => (id === null ? [] : (dossier.named.facts.get(id) ?? [])));
  const relation = (
    key: WordKey,
    facts: readonly Fact[],
    values: Record<string, string> = {},
  ): FactRelation => ({
    title: t(key, values),
    lines: facts.map((other) => factLine(scope, other)),
  });
  const linked = new Set([
    ...replacedBy.map(({ id }) => id),
    fact.id,
    fact.kind === "position" ? fact.replaces : null,
  ]);
  return [
    relation("relation.answers", fact.kind === "answer" ? known([fact.answers]) : []),
    relation("relation.counters", counteredBy(scope, fact)),
    relation("relation.regarding", fact.kind === "absence" ? known([fact.regarding]) : []),
    relation("relation.overtaken-by", overtakenBy ? [overtakenBy] : []),
    relation("relation.replaces", fact.kind === "position" ? known([fact.replaces]) : []),
    relation("relation.replaced-by", replacedBy),
    relation("relation.contradicts", fact.kind === "claim" ? known(fact.contradicts) : []),
    relation("relation.contradicted-by", contradictedBy),
    relation(
      "relation.history",
      nearest(history, fact).filter(({ id }) => !linked.has(id)),
      { actor: fact.by === null ? "" : nameText(scope, fact.by) },
    ),
  ].filter(({ lines }) => lines.length > 0);
}

/** The demands and offers of others that a demand or an offer counters. */
function counteredBy({ dossier }: Scope, fact: Fact): readonly Fact[] {
  if (fact.kind !== "demand" && fact.kind !== "offer") return [];
  const origins = fact.after.flatMap((id) => {
    const before = dossier.named.facts.get(id);
    const entry = dossier.facts.get(before?.kind === "answer" ? before.answers : id);
    return entry?.exchange?.counters.some((counter) => counter.id === fact.id) ? [entry.fact] : [];
  });
  return [...new Set(origins)];
}

const SHOWN_ON_EACH_SIDE = 4;

/** The positions before and after one, so that long histories do not fill the pages of all their facts. */
function nearest(history: readonly Position[], fact: Fact): readonly Position[] {
  const place = history.findIndex(({ id }) => id === fact.id);
  return history.slice(Math.max(0, place - SHOWN_ON_EACH_SIDE), place + SHOWN_ON_EACH_SIDE + 1);
}
