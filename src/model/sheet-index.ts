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
import { actorsInOrder, byId, chronological, issuesInOrder, sourcesInOrder } from "./order.ts";
import { speakingDay, type Voices, voicesOf } from "./voices.ts";

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
  const actors = [...actorsInOrder(records.actors).values()];
  const facts = chronological(records.facts);
  const voices = voicesOf(actors);
  const positions = new Groups<Position>();
  const answers = new Groups<Answer>();
  const absences = new Groups<Absence>();
  const requestsAfter = new Groups<Request>();
  const naming = new Groups<Fact>();
  const onIssue = new Groups<Fact>();
  const from = new Groups<Fact>();
  const contradicting = new Groups<Fact>();
  const replacing = new Groups<Position>();
  const blocs = new Groups<string>();
  const factsById = byId(facts);

  for (const fact of facts) {
    const speaking =
      fact.by === null ? [] : [fact.by, ...voices.principals(fact.by, speakingDay(fact))];
    for (const actor of new Set([...speaking, ...otherActorsIn(fact)])) naming.add(actor, fact);
    const issue = issueOf(fact, factsById);
    if (issue !== null) onIssue.add(issue, fact);
    for (const source of new Set(fact.source)) from.add(source, fact);
    if (fact.kind === "position") {
      for (const actor of speaking) positions.add(`${actor}/${fact.issue}`, fact);
      if (fact.replaces !== null) replacing.add(fact.replaces, fact);
    }
    if (fact.kind === "demand" || fact.kind === "offer") {
      for (const earlier of fact.after) requestsAfter.add(earlier, fact);
    }
    if (fact.kind === "answer") answers.add(fact.answers, fact);
    if (fact.kind === "absence" && fact.regarding !== null) absences.add(fact.regarding, fact);
    if (fact.kind === "claim") for (const other of fact.contradicts) contradicting.add(other, fact);
  }
  for (const actor of actors) for (const member of actor.members) blocs.add(member, actor.id);

  return {
    asOf,
    actors: actorsInOrder(records.actors),
    issues: issuesInOrder(records.issues),
    sources: sourcesInOrder(records.sources),
    facts: factsById,
    voices,
    positions: (actor, issue) => positions.get(`${actor}/${issue}`),
    answersTo: (request) => answers.get(request),
    absencesOf: (request) => absences.get(request),
    requestsAfter: (fact) => requestsAfter.get(fact),
    factsNaming: (actor) => naming.get(actor),
    factsOnIssue: (issue) => onIssue.get(issue),
    factsFrom: (source) => from.get(source),
    contradicting: (fact) => contradicting.get(fact),
    replacing: (fact) => replacing.get(fact),
    blocsOf: (actor) => blocs.get(actor),
  };
}

/** The issue of a fact; an answer or an absence without one takes that of what it answers. */
export function issueOf(fact: Fact, facts: ReadonlyMap<string, Fact>): string | null {
  if (fact.issue !== null) return fact.issue;
  const request =
    fact.kind === "answer" ? fact.answers : fact.kind === "absence" ? fact.regarding : null;
  const answered = request === null ? undefined : facts.get(request);
  return answered?.issue ?? null;
}

/** Actors a fact names beside the one whose fact it is. */
function otherActorsIn(fact: Fact): readonly string[] {
  const speaker = fact.quote?.speaker ?? null;
  const addressed =
    fact.kind === "demand" || fact.kind === "offer"
      ? fact.to
      : fact.kind === "event"
        ? fact.involves
        : [];
  return speaker === null ? addressed : [speaker, ...addressed];
}

/** Lists by key; a key without a list has the empty one. */
class Groups<Item> {
  readonly #lists = new Map<string, Item[]>();

  add(key: string, item: Item): void {
    const list = this.#lists.get(key);
    if (list) list.push(item);
    else this.#lists.set(key, [item]);
  }

  get(key: string): readonly Item[] {
    return this.#lists.get(key) ?? [];
  }
}
