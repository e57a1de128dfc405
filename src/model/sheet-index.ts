/** Everything the derivations look up, indexed once, so that no derivation walks all facts for each record. */
import type { Day } from "../content/dates.ts";
import type {
  Absence,
  Actor,
  Answer,
  Fact,
  Issue,
  Position,
  Records,
  Request,
  Source,
} from "../content/records.ts";
import { type FactGroups, Groups, groupFacts } from "./fact-groups.ts";
import { actorsInOrder, chronological, issuesInOrder, sourcesInOrder } from "./order.ts";
import { type Voices, voicesOf } from "./voices.ts";

/** The indexed records of one sheet as of one day. */
export interface SheetIndex {
  readonly asOf: Day;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Oldest first. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly voices: Voices;
  /** Positions of an actor's own and of those who spoke for it, by actor and issue, oldest first. */
  readonly positions: (actor: string, issue: string) => readonly Position[];
  /** Answers to a demand or an offer, oldest first. */
  readonly answersTo: (request: string) => readonly Answer[];
  /** Absences that regard a demand or an offer, oldest first. */
  readonly absencesOf: (request: string) => readonly Absence[];
  /** Demands and offers that say they came after a fact, oldest first. */
  readonly requestsAfter: (fact: string) => readonly Request[];
  /** Facts in which an actor is named, itself or through those who spoke for it, oldest first. */
  readonly factsNaming: (actor: string) => readonly Fact[];
  readonly factsOnIssue: (issue: string) => readonly Fact[];
  readonly factsFrom: (source: string) => readonly Fact[];
  /** Facts that contradict or replace a fact. */
  readonly contradicting: (fact: string) => readonly Fact[];
  readonly replacing: (fact: string) => readonly Position[];
  /** Blocs that name an actor among their members, in order of actors. */
  readonly blocsOf: (actor: string) => readonly string[];
}

/** Indexes records; every list it answers with is in the sheet's order, whatever the order of files. */
export function indexSheet(records: Records, asOf: Day): SheetIndex {
  const voices = voicesOf([...actorsInOrder(records.actors).values()]);
  return indexOf(records, asOf, groupFacts(chronological(records.facts), voices));
}

/** The index of records whose facts have been grouped. */
export function indexOf(
  records: Omit<Records, "facts">,
  asOf: Day,
  { voices, byId: facts, ...groups }: FactGroups,
): SheetIndex {
  const blocs = new Groups<string>();
  const actors = actorsInOrder(records.actors);
  for (const actor of actors.values())
    for (const member of actor.members) blocs.add(member, actor.id);
  return {
    asOf,
    actors,
    issues: issuesInOrder(records.issues),
    sources: sourcesInOrder(records.sources),
    facts,
    voices,
    positions: (actor, issue) => groups.positions.get(`${actor}/${issue}`),
    answersTo: (request) => groups.answers.get(request),
    absencesOf: (request) => groups.absences.get(request),
    requestsAfter: (fact) => groups.requestsAfter.get(fact),
    factsNaming: (actor) => groups.naming.get(actor),
    factsOnIssue: (issue) => groups.onIssue.get(issue),
    factsFrom: (source) => groups.from.get(source),
    contradicting: (fact) => groups.contradicting.get(fact),
    replacing: (fact) => groups.replacing.get(fact),
    blocsOf: (actor) => blocs.get(actor),
  };
}
