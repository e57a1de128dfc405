/** Records that nothing uses. */
import type { Problem } from "../content/problem.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import type { CheckContext, SheetCheck } from "./context.ts";

/** Warns of actors, issues and sources to which nothing refers. */
export const checkUsage: SheetCheck = {
  reads: {
    actors: ({ members, speaksFor }) => [members, speaksFor.map(({ actor }) => actor)],
    issues: () => true,
    sources: ({ origin }) => [origin],
    facts: usedBy,
    withdrawn: usedBy,
  },
  asks: ["unparsed"],
  find: findUnused,
};

function usedBy(fact: Fact): unknown {
  return [actorsIn(fact), fact.issue, fact.source];
}

function findUnused(context: CheckContext): readonly Problem[] {
  const { actors, issues, sources, facts, withdrawn } = context.content.records;
  // A fact that did not parse may use what nothing else does.
  if (context.content.unparsedFacts.length > 0) return [];
  const used = { actors: new Set<string>(), issues: new Set<string>(), sources: new Set<string>() };
  for (const list of [facts, withdrawn])
    for (const fact of list) {
      for (const actor of actorsIn(fact)) used.actors.add(actor);
      if (fact.issue !== null) used.issues.add(fact.issue);
      for (const source of fact.source) used.sources.add(source);
    }
  for (const { members, speaksFor } of actors) {
    for (const member of members) used.actors.add(member);
    for (const { actor } of speaksFor) used.actors.add(actor);
  }
  for (const { origin } of sources) if (origin !== null) used.sources.add(origin);
  const speaks = (actor: RecordBase): boolean =>
    actors.some(
      ({ id, members }) => id === actor.id && members.some((member) => used.actors.has(member)),
    );
  const unused = (
    code: "unused-actor" | "unused-issue" | "unused-source",
    record: RecordBase,
    noun: string,
  ): Problem =>
    context.at(
      code,
      record,
      [],
      `no fact uses this ${noun}`,
      "Take the file out, or write the fact it is there for.",
    );
  return [
    ...actors
      .filter((actor) => !used.actors.has(actor.id) && !speaks(actor))
      .map((actor) => unused("unused-actor", actor, "actor")),
    ...issues
      .filter(({ id }) => !used.issues.has(id))
      .map((issue) => unused("unused-issue", issue, "issue")),
    ...sources
      .filter(({ id }) => !used.sources.has(id))
      .map((source) => unused("unused-source", source, "source")),
  ];
}

function actorsIn(fact: Fact): readonly string[] {
  const named = fact.kind === "demand" || fact.kind === "offer" ? [...fact.to] : [];
  if (fact.kind === "event") named.push(...fact.involves);
  if (fact.by !== null) named.push(fact.by);
  if (fact.quote?.speaker) named.push(fact.quote.speaker);
  return named;
}
