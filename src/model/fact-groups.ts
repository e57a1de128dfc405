/** The facts of a sheet by what derivations look them up by. */
import type { Absence, Answer, Fact, Position, Request } from "../content/records.ts";
import { byId } from "./order.ts";
import { speakingDay, type Voices } from "./voices.ts";

/** The groups. Each of their lists is in the sheet's order. */
export interface FactGroups {
  /** Of which voices the facts of an actor's speakers are its own. */
  readonly voices: Voices;
  /** Oldest first. */
  readonly byId: ReadonlyMap<string, Fact>;
  /** By actor and issue. */
  readonly positions: Groups<Position>;
  /** By what they answer. */
  readonly answers: Groups<Answer>;
  /** By what they regard. */
  readonly absences: Groups<Absence>;
  /** By what they say they came after. */
  readonly requestsAfter: Groups<Request>;
  /** By actor, itself or through those who spoke for it. */
  readonly naming: Groups<Fact>;
  readonly onIssue: Groups<Fact>;
  /** By source. */
  readonly from: Groups<Fact>;
  /** By what they contradict. */
  readonly contradicting: Groups<Fact>;
  /** By what they replace. */
  readonly replacing: Groups<Position>;
}

/** Groups facts. @param facts in the sheet's order */
export function groupFacts(facts: readonly Fact[], voices: Voices): FactGroups {
  const groups = {
    voices,
    byId: byId(facts),
    positions: new Groups<Position>(),
    answers: new Groups<Answer>(),
    absences: new Groups<Absence>(),
    requestsAfter: new Groups<Request>(),
    naming: new Groups<Fact>(),
    onIssue: new Groups<Fact>(),
    from: new Groups<Fact>(),
    contradicting: new Groups<Fact>(),
    replacing: new Groups<Position>(),
  };
  for (const fact of facts) eachGroup(fact, groups, (group, key, item) => group.add(key, item));
  return groups;
}

/**
 * The groups after an edit, for facts that the edit neither changed nor made stand in another order.
 * @param facts all of them, in the sheet's order
 */
export function regroupFacts(
  before: FactGroups,
  facts: readonly Fact[],
  { come, gone }: { readonly come: readonly Fact[]; readonly gone: readonly Fact[] },
): FactGroups {
  if (come.length + gone.length === 0) return before;
  const groups: FactGroups = {
    voices: before.voices,
    byId: byId(facts),
    positions: before.positions.copy(),
    answers: before.answers.copy(),
    absences: before.absences.copy(),
    requestsAfter: before.requestsAfter.copy(),
    naming: before.naming.copy(),
    onIssue: before.onIssue.copy(),
    from: before.from.copy(),
    contradicting: before.contradicting.copy(),
    replacing: before.replacing.copy(),
  };
  const places = new Map(facts.map((fact, place) => [fact, place]));
  const placeOf = (fact: Fact): number => places.get(fact) ?? -1;
  // What answers a fact, or regards it, is on that fact's issue.
  const followers = new Set(
    [...come, ...gone].flatMap(({ id }) => [...before.answers.get(id), ...before.absences.get(id)]),
  );
  const leaving = new Set<Fact>([...gone, ...followers]);
  const entering = new Set<Fact>([...come, ...followers].filter((fact) => places.has(fact)));
  for (const fact of leaving)
    eachGroup(fact, { ...groups, byId: before.byId }, (group, key, item) =>
      group.remove(key, item),
    );
  for (const fact of entering)
    eachGroup(fact, groups, (group, key, item) => group.insert(key, item, placeOf));
  return groups;
}

/** Shows each group that a fact belongs to, and the key of its list there. */
function eachGroup(
  fact: Fact,
  groups: FactGroups,
  see: <Item extends Fact>(group: Groups<Item>, key: string, item: Item) => void,
): void {
  const speaking =
    fact.by === null ? [] : [fact.by, ...groups.voices.principals(fact.by, speakingDay(fact))];
  for (const actor of new Set([...speaking, ...otherActorsIn(fact)]))
    see(groups.naming, actor, fact);
  const issue = issueOf(fact, groups.byId);
  if (issue !== null) see(groups.onIssue, issue, fact);
  for (const source of new Set(fact.source)) see(groups.from, source, fact);
  if (fact.kind === "position") {
    for (const actor of speaking) see(groups.positions, `${actor}/${fact.issue}`, fact);
    if (fact.replaces !== null) see(groups.replacing, fact.replaces, fact);
  }
  if (fact.kind === "demand" || fact.kind === "offer") {
    for (const earlier of fact.after) see(groups.requestsAfter, earlier, fact);
  }
  if (fact.kind === "answer") see(groups.answers, fact.answers, fact);
  if (fact.kind === "absence" && fact.regarding !== null)
    see(groups.absences, fact.regarding, fact);
  if (fact.kind === "claim")
    for (const other of fact.contradicts) see(groups.contradicting, other, fact);
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
export class Groups<Item> {
  readonly #lists: Map<string, Item[]>;

  /** @param lists are shared until they are replaced: `add` changes them. */
  constructor(lists: ReadonlyMap<string, Item[]> = new Map()) {
    this.#lists = new Map(lists);
  }

  /** The list of a key. */
  get(key: string): readonly Item[] {
    return this.#lists.get(key) ?? [];
  }

  /** Adds to the end of a list of its own. */
  add(key: string, item: Item): void {
    const list = this.#lists.get(key);
    if (list) list.push(item);
    else this.#lists.set(key, [item]);
  }

  /** The same lists, none of which `remove` and `insert` change. */
  copy(): Groups<Item> {
    return new Groups(this.#lists);
  }

  /** Puts a list without an item in the place of one. */
  remove(key: string, item: Item): void {
    this.#lists.set(
      key,
      this.get(key).filter((other) => other !== item),
    );
  }

  /** Puts a list with one more item in the place of one: before the first that stands behind it. */
  insert(key: string, item: Item, placeOf: (item: Item) => number): void {
    const list = [...this.get(key)];
    const behind = list.findIndex((other) => placeOf(other) > placeOf(item));
    list.splice(behind < 0 ? list.length : behind, 0, item);
    this.#lists.set(key, list);
  }
}
