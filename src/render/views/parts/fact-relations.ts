/** Facts that a fact answers, contradicts, replaces or overtakes, and the other way round. */
import type { Fact, Position } from "../../../content/records.ts";
import type { FactDossier } from "../../../model/dossier.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type SourcedLine, sourcedLine } from "./fact-lines.ts";
import { nameText } from "./names.ts";

/** Facts that stand in one relation to a fact. */
export interface FactRelation {
  readonly title: string;
  readonly lines: readonly SourcedLine[];
}

/** Every relation that holds. */
export function factRelations(scope: Scope, entry: FactDossier): readonly FactRelation[] {
  const { fact, history, contradictedBy, replacedBy, overtakenBy } = entry;
  const { t, dossier } = scope;
  const known = (ids: readonly (string | null)[]): readonly Fact[] =>
    ids.flatMap((id) => (id === null ? [] : (dossier.named.facts.get(id) ?? [])));
  const relations: FactRelation[] = [];
  const add = (key: WordKey, facts: readonly Fact[], actor = ""): void => {
    if (facts.length === 0) return;
    relations.push({
      title: t(key, { actor }),
      lines: facts.map((other) => sourcedLine(scope, other)),
    });
  };
  if (fact.kind === "answer") add("relation.answers", known([fact.answers]));
  add("relation.counters", counteredBy(scope, fact));
  if (fact.kind === "absence") add("relation.regarding", known([fact.regarding]));
  add("relation.overtaken-by", overtakenBy ? [overtakenBy] : []);
  if (fact.kind === "position") add("relation.replaces", known([fact.replaces]));
  add("relation.replaced-by", replacedBy);
  if (fact.kind === "claim") add("relation.contradicts", known(fact.contradicts));
  add("relation.contradicted-by", contradictedBy);
  if (fact.kind === "position") {
    const linked = new Set([...replacedBy.map(({ id }) => id), fact.id, fact.replaces]);
    const others = nearest(history, fact).filter(({ id }) => !linked.has(id));
    add("relation.history", others, nameText(scope, fact.by));
  }
  return relations;
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
