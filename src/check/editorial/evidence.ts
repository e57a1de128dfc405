/** On how much a fact rests, and how evenly the sheet listens. */
import type { Problem } from "../../content/problem.ts";
import type { Actor, Fact, Source } from "../../content/records.ts";
import { counted } from "../../content/wording.ts";
import { independentOrigins } from "../../model/origins.ts";
import { speakingDay } from "../../model/voices.ts";
import { tokenise } from "../../quotes/normalise.ts";
import type { Check, CheckContext } from "../context.ts";

/** Documents that are themselves what they tell of: a second one adds nothing. */
const PRIMARY: readonly Source["type"][] = ["legislation", "speech", "treaty"];

/** Warns of events told as facts that rest on one report. What an actor says or does by its own account needs no second witness. */
export const checkSingleSource: Check = (context) =>
  context.content.records.facts.flatMap((fact) => {
    if (fact.kind !== "event" || fact.by !== null || fact.draft) return [];
    if (fact.certainty !== "stated" && fact.certainty !== "confirmed") return [];
    const types = fact.source.map((id) => context.sourcesById.get(id)?.type);
    if (types.some((type) => type !== undefined && PRIMARY.includes(type))) return [];
    if (independentOrigins(fact, context.sourcesById) !== 1) return [];
    const message = `what happened is told as "${fact.certainty}", and rests on one source`;
    const hint =
      "Add a source that found it out by itself, or say certainty: reported. Copies of one report count once.";
    return [context.at("single-source", fact, ["source"], message, hint)];
  });

/** Warns of sources of which it is not said who published or wrote them. */
export const checkUnnamedSources: Check = (context) =>
  context.content.records.sources.flatMap((source) => {
    if (source.publisher !== "" || source.author !== "") return [];
    const message = "neither a publisher nor an author is named";
    const hint = "Name one of them: a reader judges a source by who answers for it.";
    return [context.at("unnamed-source", source, ["title"], message, hint)];
  });

/** What the sheet has of one party, with all who speak for it. */
interface Coverage {
  readonly actor: Actor;
  readonly facts: Fact[];
}

/** Below this share of what the best covered party has, another one is covered unevenly. */
const LEAST_SHARE = 1 / 3;

/** Of fewer quotes in all nothing can be said. */
const FEWEST_QUOTES = 10;

/** Warns, with all figures, where one party is quoted far less than another. The same measure for every side. */
export const checkCoverage: Check = (context): readonly Problem[] => {
  const { site } = context.content.records;
  const coverages = coveragesIn(context);
  const quotes = coverages.map(({ facts }) => facts.filter(({ quote }) => quote !== null).length);
  const most = Math.max(...quotes);
  const all = quotes.reduce((sum, count) => sum + count, 0);
  if (!site || coverages.length < 2 || all < FEWEST_QUOTES) return [];
  if (Math.min(...quotes) >= most * LEAST_SHARE) return [];
  const message = `the parties are quoted unevenly: ${coverages.map(figures).join("; ")}`;
  const hint =
    "Look for what the others said, by the same measure. If there is no more to be found, allow it with that reason.";
  return [context.at("uneven-coverage", site, ["title"], message, hint)];
};

function coveragesIn(context: CheckContext): readonly Coverage[] {
  const { actors, facts } = context.content.records;
  const parties = new Map(
    actors.filter(({ role }) => role === "party").map((actor) => [actor.id, { actor, facts: [] }]),
  ) satisfies Map<string, Coverage>;
  const byParty: ReadonlyMap<string, Coverage> = parties;
  for (const fact of facts) {
    if (fact.by === null || fact.draft) continue;
    const voices = [fact.by, ...context.voices.principals(fact.by, speakingDay(fact))];
    for (const voice of voices) byParty.get(voice)?.facts.push(fact);
  }
  // A person who speaks for a party is counted there.
  return [...byParty.values()].filter(
    ({ actor }) => !actor.speaksFor.some((office) => byParty.has(office.actor)),
  );
}

function figures({ actor, facts }: Coverage): string {
  const texts = facts.flatMap(({ quote }) => (quote === null ? [] : quote.text));
  const words = texts.flatMap((text) => tokenise(text).filter(({ kind }) => kind === "word"));
  const sources = new Set(facts.flatMap(({ source }) => source));
  const newest = facts.reduce((day, { date }) => (date.last > day ? date.last : day), "");
  const age = newest === "" ? "nothing yet" : `newest of ${newest}`;
  return `${actor.id}: ${[counted(texts.length, "quote"), counted(words.length, "word"), counted(sources.size, "source")].join(", ")}, ${age}`;
}
