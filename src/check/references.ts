/** Every id that a record names must exist, be of the right kind, be named once, and not be the record itself. */
import type { ContentIds } from "../content/file-names.ts";
import type { Problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import { didYouMean } from "../content/suggest.ts";
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
    return [context.at(UNKNOWN[target], record, path, message, didYouMean(id, [...known].sort()))];
  }
  if (id === record.id && recordIsA(context, record, target)) {
    return [context.at("self-reference", record, path, `"${id}" refers to itself`)];
  }
  return duplicate(context, { record, path, target, id });
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
    problems.push(context.at("wrong-reference", fact, ["replaces"], message));
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

/** `after`, `replaces` and `answers` say what came before; `origin` and `speaksFor` say where words come from. None may run in a circle. */
function checkCircles(context: CheckContext): Problem[] {
  const { facts, sources, actors } = context.content.records;
  return [
    ...circles(facts, (fact) => [
      ...fact.after,
      ...(fact.kind === "answer" ? [fact.answers] : []),
      ...(fact.kind === "position" && fact.replaces ? [fact.replaces] : []),
    ]).map((fact) =>
      context.at(
        "circular-reference",
        fact,
        ["after"],
        `"${fact.id}" comes before and after itself`,
        "Follow after, answers and replaces, and cut the circle.",
      ),
    ),
    ...circles(sources, ({ origin }) => (origin === null ? [] : [origin])).map((source) =>
      context.at("circular-reference", source, ["origin"], `"${source.id}" is its own origin`),
    ),
    ...circles(actors, ({ speaksFor }) => speaksFor.map(({ actor }) => actor)).map((actor) =>
      context.at(
        "circular-reference",
        actor,
        ["speaksFor"],
        `"${actor.id}" speaks for itself through others`,
      ),
    ),
  ];
}

/** The first record of each circle (by id); records that name themselves are told so elsewhere. */
function circles<Item extends RecordBase>(
  items: readonly Item[],
  next: (item: Item) => readonly string[],
): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const done = new Set<string>();
  const found = new Set<Item>();
  const visit = (item: Item, trail: readonly string[]): void => {
    if (done.has(item.id)) return;
    for (const id of next(item)) {
      const other = byId.get(id);
      if (!other || id === item.id) continue;
      const start = [...trail, item.id].indexOf(id);
      if (start >= 0) {
        const circle = [...trail, item.id].slice(start).sort();
        const first = byId.get(circle[0] ?? "");
        if (first) found.add(first);
      } else visit(other, [...trail, item.id]);
    }
    done.add(item.id);
  };
  for (const item of items) visit(item, []);
  return [...found];
}

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
