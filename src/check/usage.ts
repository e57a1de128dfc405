/** Records that nothing uses. */
import type { Problem } from "../content/problem.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import type { Check } from "./context.ts";

/** Warns of actors, issues and sources to which nothing refers. */
export const checkUsage: Check = (context) => {
  const { actors, issues, sources, withdrawn } = context.content.records;
  const facts = [...context.content.records.facts, ...withdrawn];
  // A fact that did not parse may use what nothing else does.
  if (context.content.unparsedFacts.length > 0) return [];
  const used = {
    actors: new Set([
      ...facts.flatMap(actorsIn),
      ...actors.flatMap(({ members, speaksFor }) => [
        ...members,
        ...speaksFor.map(({ actor }) => actor),
      ]),
    ]),
    issues: new Set(facts.map(({ issue }) => issue)),
    sources: new Set([
      ...facts.flatMap(({ source }) => source),
      ...sources.map(({ origin }) => origin),
    ]),
  };
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
};

function actorsIn(fact: Fact): readonly (string | null)[] {
  const named = [fact.by, fact.quote?.speaker ?? null];
  if (fact.kind === "demand" || fact.kind === "offer") return [...named, ...fact.to];
  return fact.kind === "event" ? [...named, ...fact.involves] : named;
}
