/** Every id that a record names must exist, be of the right kind, be named once, and not be the record itself. */

import type { UnparsedFact } from "../content/assemble.ts";
import type { ContentIds } from "../content/file-names.ts";
import type { Problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";
import { didYouMean } from "../content/suggest.ts";
import { withArticle } from "../content/wording.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import type { Check, CheckContext } from "./context.ts";

type Target = Exclude<keyof ContentIds, "pages">;

/** One id named by a record. */
interface Reference {
  readonly record: RecordBase;
  readonly path: KeyPath;
  readonly target: Target;
  readonly id: string;
}

const UNKNOWN: Readonly<Record<Target, ProblemCode>> = {
  actors: "unknown-actor",
  issues: "unknown-issue",
  facts: "unknown-fact",
  sources: "unknown-source",
};

/** Checks all references of all records. */
export const checkReferences: Check = (context) => {
  const { actors, sources, facts } = context.content.records;
  const references = [
    ...actors.flatMap((actor) => [
      ...listed(actor, ["members"], "actors", actor.members),
      ...actor.speaksFor.map(
        ({ actor: id }, place): Reference => ({
          record: actor,
          path: ["speaksFor", place, "actor"],
          target: "actors",
          id,
        }),
      ),
    ]),
    ...sources.flatMap((source) => single(source, ["origin"], "sources", source.origin)),
    ...facts.flatMap(referencesOf),
    ...context.content.unparsedFacts.flatMap(referencesInUnparsed),
  ];
  return [
    ...references.flatMap((reference) => checkReference(context, reference)),
    ...facts.flatMap((fact) => checkTargetKinds(context, fact)),
    ...checkCircles(context),
  ];
};

function referencesOf(fact: Fact): readonly Reference[] {
  const common = [
    ...single(fact, ["by"], "actors", fact.by),
    ...single(fact, ["issue"], "issues", fact.issue),
    ...listed(fact, ["source"], "sources", fact.source),
    ...listed(fact, ["after"], "facts", fact.after),
    ...single(fact, ["quote", "speaker"], "actors", fact.quote?.speaker ?? null),
    ...single(fact, ["quote", "source"], "sources", fact.quote?.source ?? null),
    ...single(
      fact,
      ["quote", "translationSource"],
      "sources",
      fact.quote?.translationSource ?? null,
    ),
  ];
  switch (fact.kind) {
    case "position":
      return [...common, ...single(fact, ["replaces"], "facts", fact.replaces)];
    case "demand":
    case "offer":
      return [...common, ...listed(fact, ["to"], "actors", fact.to)];
    case "answer":
      return [...common, ...single(fact, ["answers"], "facts", fact.answers)];
    case "claim":
      return [...common, ...listed(fact, ["contradicts"], "facts", fact.contradicts)];
    case "event":
      return [...common, ...listed(fact, ["involves"], "actors", fact.involves)];
    case "absence":
      return [...common, ...single(fact, ["regarding"], "facts", fact.regarding)];
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

function referencesInUnparsed(fact: UnparsedFact): Reference[] {
  return Object.entries(REFERENCE_KEYS).flatMap(([key, target]) => {
    const value = fact.value[key];
    const named: readonly unknown[] = Array.isArray(value) ? value : [];
    return [
      ...(typeof value === "string" ? [{ id: value, path: [key] }] : []),
      ...named.flatMap((id, place) => (typeof id === "string" ? [{ id, path: [key, place] }] : [])),
    ]
      .filter(({ id }) => ID_PATTERN.test(id))
      .map(({ id, path }) => ({ record: fact, path, target, id }));
  });
}

function single(record: RecordBase, path: KeyPath, target: Target, id: string | null): Reference[] {
  return id === null ? [] : [{ record, path, target, id }];
}

function listed(
  record: RecordBase,
  path: KeyPath,
  target: Target,
  ids: readonly string[],
): Reference[] {
  return ids.map((id, place) => ({ record, path: [...path, place], target, id }));
}

function checkReference(context: CheckContext, { record, path, target, id }: Reference): Problem[] {
  const known = context.content.ids[target];
  const noun = target.slice(0, -1);
  const article = /^[aei]/.test(noun) ? "an" : "a";
  if (!known.has(id)) {
    const message = `"${id}" is not ${article} ${noun}`;
    const hint = newIdHint(context, target, id) || didYouMean(id, [...known].sort());
    return [context.at(UNKNOWN[target], record, path, message, hint)];
  }
  const withdrawn = target === "facts" ? context.withdrawnById.get(id) : undefined;
  if (withdrawn) {
    const message = `"${id}" is withdrawn, and this fact is not`;
    const hint = "Take the reference out, refer to another fact, or withdraw this one too.";
    return [context.at("withdrawn-reference", record, path, message, hint)];
  }
  if (id === record.id && recordIsA(context, record, target)) {
    const hint = "Name the other record that is meant.";
    return [context.at("self-reference", record, path, `"${id}" refers to itself`, hint)];
  }
  return duplicate(context, { record, path, target, id });
}

/** For the id under which a fact was published before. */
function newIdHint(context: CheckContext, target: Target, id: string): string {
  const { facts, withdrawn } = context.content.records;
  if (target !== "facts") return "";
  const renamed = [...facts, ...withdrawn].find(({ formerly }) => formerly.includes(id));
  return renamed ? `Its id is now "${renamed.id}".` : "";
}

function duplicate(context: CheckContext, { record, path, id }: Reference): Problem[] {
  const place = path.at(-1);
  if (typeof place !== "number") return [];
  const list: unknown = Object.getOwnPropertyDescriptor(record, String(path[0]))?.value;
  const repeated = Array.isArray(list) && list.indexOf(id) !== -1 && list.indexOf(id) < place;
  return repeated
    ? [context.at("duplicate-reference", record, path, `"${id}" is named twice`, "Name it once.")]
    : [];
}

function recordIsA(context: CheckContext, record: RecordBase, target: Target): boolean {
  const list: readonly RecordBase[] = context.content.records[target];
  return list.includes(record);
}

/** `answers` and `regarding` name a demand or an offer, `replaces` a position by the same actor on the same issue. */
function checkTargetKinds(context: CheckContext, fact: Fact): Problem[] {
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
  if (!fact.draft) problems.push(...draftReferences(context, fact));
  return problems;
}

function draftReferences(context: CheckContext, fact: Fact): Problem[] {
  return referencesOf(fact)
    .filter(({ target, id }) => target === "facts" && context.factsById.get(id)?.draft === true)
    .map(({ path, id }) =>
      context.at(
        "wrong-reference",
        fact,
        path,
        `"${id}" is a draft, and this fact is not`,
        "Publish both or neither.",
      ),
    );
}

/** `after`, `replaces` and `answers` say what came before; `origin` and `speaksFor` where words come from. None may run in a circle. */
function checkCircles(context: CheckContext): Problem[] {
  const { facts, sources, actors } = context.content.records;
  const linksOf = (links: readonly (readonly [KeyPath, readonly string[]])[]): Link[] =>
    links.flatMap(([path, ids]) => ids.map((id) => ({ path, id })));
  const circles = [
    ...circlesIn(facts, (fact) =>
      linksOf([
        [["after"], fact.after],
        [["answers"], fact.kind === "answer" ? [fact.answers] : []],
        [["replaces"], fact.kind === "position" && fact.replaces ? [fact.replaces] : []],
      ]),
    ),
    ...circlesIn(sources, ({ origin }) => linksOf([[["origin"], origin === null ? [] : [origin]]])),
    ...circlesIn(actors, ({ speaksFor }) =>
      linksOf([[["speaksFor"], speaksFor.map(({ actor }) => actor)]]),
    ),
  ];
  return circles.map(({ record, path, members }) => {
    const message = `a circle: ${[...members, members[0]].join(" → ")}`;
    const hint = `Take one of its links out; here it is ${path.join(".")}.`;
    return context.at("circular-reference", record, path, message, hint);
  });
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
  const byId = new Map(items.map((item) => [item.id, item]));
  const done = new Set<string>();
  const found = new Map<string, Circle>();
  const visit = (item: Item, trail: readonly string[]): void => {
    if (done.has(item.id)) return;
    const here = [...trail, item.id];
    for (const { id } of linksOf(item)) {
      const other = byId.get(id);
      if (!other || id === item.id) continue;
      if (here.includes(id)) note(here.slice(here.indexOf(id)));
      else visit(other, here);
    }
    done.add(item.id);
  };
  const note = (circle: readonly string[]): void => {
    const first = [...circle].sort()[0] ?? "";
    const start = circle.indexOf(first);
    const members = [...circle.slice(start), ...circle.slice(0, start)];
    const record = byId.get(first);
    const link = record && linksOf(record).find(({ id }) => id === members[1]);
    if (record && link) found.set(members.join(" "), { record, path: link.path, members });
  };
  for (const item of items) visit(item, []);
  return [...found.values()];
}
