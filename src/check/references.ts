/** Every id that a record names must exist, be of the right kind, be named once, and not be the record itself. */

import type { UnparsedFact } from "../content/assemble.ts";
import type { ContentIds } from "../content/file-names.ts";
import type { Problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Actor, Fact, RecordBase, Source } from "../content/records.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";
import { didYouMean } from "../content/suggest.ts";
import { withArticle } from "../content/wording.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks, type SheetCheck } from "./context.ts";

type Target = Exclude<keyof ContentIds, "pages">;

/**
 * Sees one id that a record names.
 * @param key where it stands; an item of a list stands at a place in it
 */
type SeeReference = (
  record: RecordBase,
  target: Target,
  id: string,
  key: KeyPath,
  place?: number,
) => void;

const UNKNOWN: Readonly<Record<Target, ProblemCode>> = {
  actors: "unknown-actor",
  issues: "unknown-issue",
  facts: "unknown-fact",
  sources: "unknown-source",
};

/** Checks the references of each record. */
export const checkReferences: RecordChecks = {
  actors: (context, actor) => seen(context, (see) => seeActor(actor, see)),
  sources: (context, source) =>
    source.origin === null ? NO_PROBLEMS : seen(context, (see) => seeOrigin(source, see)),
  facts: (context, fact) => {
    const problems = seen(context, (see) => seeFact(fact, see));
    return checkTargetKinds(context, fact, problems);
  },
};

/** Checks the references of facts whose other keys are at fault. */
export const checkUnparsedReferences: SheetCheck = {
  reads: {},
  asks: ["ids", "unparsed"],
  find: (context) =>
    seen(context, (see) => {
      for (const fact of context.content.unparsedFacts) seeUnparsed(fact, see);
    }),
};

function seen(context: CheckContext, look: (see: SeeReference) => void): readonly Problem[] {
  let problems: Problem[] | null = null;
  look((record, target, id, key, place) => {
    const found = checkReference(context, { record, target, id, key, place });
    if (!found) return;
    problems ??= [];
    problems.push(found);
  });
  return problems ?? NO_PROBLEMS;
}

function seeOrigin(source: Source, see: SeeReference): void {
  if (source.origin !== null) see(source, "sources", source.origin, KEYS.origin);
}

function seeActor(actor: Actor, see: SeeReference): void {
  seeAll(actor, "actors", actor.members, KEYS.members, see);
  for (const [place, office] of actor.speaksFor.entries()) {
    see(actor, "actors", office.actor, ["speaksFor", place, "actor"]);
  }
}

/** Made once: a sheet names tens of thousands of ids, of which hardly any is wrong. */
const KEYS = {
  members: ["members"],
  origin: ["origin"],
  by: ["by"],
  issue: ["issue"],
  source: ["source"],
  after: ["after"],
  speaker: ["quote", "speaker"],
  quoteSource: ["quote", "source"],
  translationSource: ["quote", "translationSource"],
  replaces: ["replaces"],
  to: ["to"],
  answers: ["answers"],
  contradicts: ["contradicts"],
  involves: ["involves"],
  regarding: ["regarding"],
} as const satisfies Record<string, KeyPath>;

function seeFact(fact: Fact, see: SeeReference): void {
  const { by, issue, quote } = fact;
  if (by !== null) see(fact, "actors", by, KEYS.by);
  if (issue !== null) see(fact, "issues", issue, KEYS.issue);
  seeAll(fact, "sources", fact.source, KEYS.source, see);
  if (quote !== null) {
    const { speaker, source, translationSource } = quote;
    if (speaker !== null) see(fact, "actors", speaker, KEYS.speaker);
    if (source !== null) see(fact, "sources", source, KEYS.quoteSource);
    if (translationSource !== null) {
      see(fact, "sources", translationSource, KEYS.translationSource);
    }
  }
  if (fact.kind === "demand" || fact.kind === "offer") {
    seeAll(fact, "actors", fact.to, KEYS.to, see);
  } else if (fact.kind === "event") seeAll(fact, "actors", fact.involves, KEYS.involves, see);
  seeFactsOf(fact, see);
}

/** Sees the facts that a fact names. */
function seeFactsOf(fact: Fact, see: SeeReference): void {
  seeAll(fact, "facts", fact.after, KEYS.after, see);
  switch (fact.kind) {
    case "position":
      if (fact.replaces !== null) see(fact, "facts", fact.replaces, KEYS.replaces);
      return;
    case "answer":
      see(fact, "facts", fact.answers, KEYS.answers);
      return;
    case "claim":
      seeAll(fact, "facts", fact.contradicts, KEYS.contradicts, see);
      return;
    case "absence":
      if (fact.regarding !== null) see(fact, "facts", fact.regarding, KEYS.regarding);
  }
}

function seeAll(
  record: RecordBase,
  target: Target,
  ids: readonly string[],
  key: KeyPath,
  see: SeeReference,
): void {
  for (let place = 0; place < ids.length; place += 1) {
    see(record, target, ids[place] ?? "", key, place);
  }
}

/** The keys of a fact that name records, for facts whose other keys are at fault. */
const REFERENCE_KEYS: Readonly<Record<string, Target>> = {
  by: "actors",
  to: "actors",
  involves: "actors",
  issue: "issues",
  source: "sources",
  after: "facts",
  replaces: "facts",
  answers: "facts",
  contradicts: "facts",
  regarding: "facts",
};

function seeUnparsed(fact: UnparsedFact, see: SeeReference): void {
  for (const [key, target] of Object.entries(REFERENCE_KEYS)) {
    const value = fact.value[key];
    const named: readonly unknown[] = Array.isArray(value) ? value : [];
    if (isId(value)) see(fact, target, value, [key]);
    for (const [place, id] of named.entries()) if (isId(id)) see(fact, target, id, [key], place);
  }
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID_PATTERN.test(value);
}

/** One id named by a record. */
interface Reference {
  readonly record: RecordBase;
  readonly target: Target;
  readonly id: string;
  readonly key: KeyPath;
  readonly place: number | undefined;
}

function checkReference(context: CheckContext, reference: Reference): Problem | undefined {
  const { record, target, id, key, place } = reference;
  const path = (): KeyPath => (place === undefined ? key : [...key, place]);
  if (!context.hasId(target, id)) {
    const message = `"${id}" is not ${withArticle(target.slice(0, -1))}`;
    const hint = newIdHint(context, target, id) || didYouMean(id, context.idsOf(target));
    return context.at(UNKNOWN[target], record, path(), message, hint);
  }
  if (target === "facts" && context.withdrawnById.has(id)) {
    const message = `"${id}" is withdrawn, and this fact is not`;
    const hint = "Take the reference out, refer to another fact, or withdraw this one too.";
    return context.at("withdrawn-reference", record, path(), message, hint);
  }
  if (id === record.id && recordIsA(context, record, target)) {
    const hint = "Name the other record that is meant.";
    return context.at("self-reference", record, path(), `"${id}" refers to itself`, hint);
  }
  if (place === undefined || place === 0) return undefined;
  const list: unknown = Object.getOwnPropertyDescriptor(record, String(key[0]))?.value;
  if (!Array.isArray(list) || list.indexOf(id) === -1 || list.indexOf(id) >= place)
    return undefined;
  const message = `"${id}" is named twice`;
  return context.at("duplicate-reference", record, path(), message, "Name it once.");
}

/** For the id under which a fact was published before. */
function newIdHint(context: CheckContext, target: Target, id: string): string {
  const { facts, withdrawn } = context.content.records;
  if (target !== "facts") return "";
  const renamed = [...facts, ...withdrawn].find(({ formerly }) => formerly.includes(id));
  return renamed ? `Its id is now "${renamed.id}".` : "";
}

function recordIsA(
  { content: { records } }: CheckContext,
  record: RecordBase,
  target: Target,
): boolean {
  const list: readonly RecordBase[] = records[target];
  return list.includes(record);
}

/** `answers` and `regarding` name a demand or an offer, `replaces` a position by the same actor on the same issue. */
function checkTargetKinds(
  context: CheckContext,
  fact: Fact,
  seen: readonly Problem[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const requestKey =
    fact.kind === "answer" ? "answers" : fact.kind === "absence" ? "regarding" : null;
  const requestId =
    fact.kind === "answer" ? fact.answers : fact.kind === "absence" ? fact.regarding : null;
  const request = requestId === null ? undefined : context.factsById.get(requestId);
  if (requestKey && request && request.kind !== "demand" && request.kind !== "offer") {
    const message = `"${request.id}" is ${withArticle(request.kind)}, not a demand or an offer`;
    problems.push(
      context.at(
        "wrong-reference",
        fact,
        [requestKey],
        message,
        `Name a demand or an offer in ${requestKey}.`,
      ),
    );
  }
  const replaced =
    fact.kind === "position" && fact.replaces !== null
      ? context.factsById.get(fact.replaces)
      : undefined;
  if (
    replaced &&
    (replaced.kind !== "position" || replaced.by !== fact.by || replaced.issue !== fact.issue)
  ) {
    const message = `"${replaced.id}" is not a position of the same actor on the same issue`;
    const hint = "Name the earlier position of the same actor on the same issue.";
    problems.push(context.at("wrong-reference", fact, ["replaces"], message, hint));
  }
  if (fact.quote?.source && !fact.source.includes(fact.quote.source)) {
    const message = `the quote's source "${fact.quote.source}" is not among the fact's sources`;
    problems.push(
      context.at("wrong-reference", fact, ["quote", "source"], message, "Add it to source."),
    );
  }
  if (!fact.draft) draftReferences(context, fact, problems);
  return problems.length === 0 ? seen : [...seen, ...problems];
}

function draftReferences(context: CheckContext, fact: Fact, problems: Problem[]): void {
  seeFactsOf(fact, (_, _target, id, key, place) => {
    if (context.factsById.get(id)?.draft !== true) return;
    const path = place === undefined ? key : [...key, place];
    const message = `"${id}" is a draft, and this fact is not`;
    problems.push(context.at("wrong-reference", fact, path, message, "Publish both or neither."));
  });
}

/** `after`, `replaces` and `answers` say what came before; `origin` and `speaksFor` where words come from. None may run in a circle. */
export const checkCircles: SheetCheck = {
  reads: { facts: earlierFacts, sources: originOf, actors: principalsOf },
  asks: [],
  find: findCircles,
};

function originOf({ origin }: Source): readonly Link[] {
  return origin === null ? NO_LINKS : [{ path: KEYS.origin, id: origin }];
}

function principalsOf({ speaksFor }: Actor): readonly Link[] {
  return speaksFor.map(({ actor }) => ({ path: ["speaksFor"], id: actor }));
}

function findCircles(context: CheckContext): readonly Problem[] {
  const { facts, sources, actors } = context.content.records;
  const circles = [
    ...circlesIn(facts, earlierFacts),
    ...circlesIn(sources, originOf),
    ...circlesIn(actors, principalsOf),
  ];
  return circles.map(({ record, path, members }) => {
    const message = `a circle: ${[...members, members[0]].join(" → ")}`;
    const hint = `Take one of its links out; here it is ${path.join(".")}.`;
    return context.at("circular-reference", record, path, message, hint);
  });
}

/** Of records that name none: one list for all of them. */
const NO_LINKS: readonly Link[] = [];

function earlierFacts(fact: Fact): readonly Link[] {
  const isFirst = fact.kind !== "answer" && (fact.kind !== "position" || fact.replaces === null);
  if (isFirst && fact.after.length === 0) return NO_LINKS;
  const links: Link[] = fact.after.map((id) => ({ path: KEYS.after, id }));
  if (fact.kind === "answer") links.push({ path: KEYS.answers, id: fact.answers });
  if (fact.kind === "position" && fact.replaces !== null) {
    links.push({ path: KEYS.replaces, id: fact.replaces });
  }
  return links;
}

/** A link from a record to another. */
interface Link {
  readonly path: KeyPath;
  readonly id: string;
}

/** A circle of records, told at its first member by id. */
interface Circle {
  readonly record: RecordBase;
  readonly path: KeyPath;
  readonly members: readonly string[];
}

/** Every circle once; records that name themselves are told so elsewhere. */
function circlesIn<Item extends RecordBase>(
  items: readonly Item[],
  linksOf: (item: Item) => readonly Link[],
): Circle[] {
  // A record that names none is in no circle.
  const linked = items.flatMap((item) => {
    const links = linksOf(item);
    return links.length === 0 ? [] : [{ item, links }];
  });
  const byId = new Map(linked.map((each) => [each.item.id, each]));
  const done = new Set<string>();
  const found = new Map<string, Circle>();
  const trail: string[] = [];
  const visit = ({ item, links }: (typeof linked)[number]): void => {
    if (done.has(item.id)) return;
    trail.push(item.id);
    for (const { id } of links) {
      const other = byId.get(id);
      if (!other || id === item.id || done.has(id)) continue;
      if (trail.includes(id)) note(trail.slice(trail.indexOf(id)));
      else visit(other);
    }
    trail.pop();
    done.add(item.id);
  };
  const note = (circle: readonly string[]): void => {
    const first = [...circle].sort()[0] ?? "";
    const start = circle.indexOf(first);
    const members = [...circle.slice(start), ...circle.slice(0, start)];
    const at = byId.get(first);
    const link = at?.links.find(({ id }) => id === members[1]);
    if (at && link) found.set(members.join(" "), { record: at.item, path: link.path, members });
  };
  for (const each of linked) visit(each);
  return [...found.values()];
}
