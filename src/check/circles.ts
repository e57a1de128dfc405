/** Records that name one another must not do so in a circle. */

import type { Problem } from "../content/problem.ts";
import type { Actor, Fact, RecordBase, Source } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import type { CheckContext, SheetCheck } from "./context.ts";
import { REFERENCE_KEYS } from "./named-ids.ts";

/** `after`, `replaces` and `answers` say what came before; `origin` and `speaksFor` where words come from. None may run in a circle. */
export const checkCircles: SheetCheck = {
  reads: { facts: earlierFacts, sources: originOf, actors: principalsOf },
  asks: [],
  find: findCircles,
};

function originOf({ origin }: Source): readonly Link[] {
  return origin === null ? NO_LINKS : [{ path: REFERENCE_KEYS.origin, id: origin }];
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
  const links: Link[] = fact.after.map((id) => ({ path: REFERENCE_KEYS.after, id }));
  if (fact.kind === "answer") links.push({ path: REFERENCE_KEYS.answers, id: fact.answers });
  if (fact.kind === "position" && fact.replaces !== null) {
    links.push({ path: REFERENCE_KEYS.replaces, id: fact.replaces });
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
