/** Every id that a record names must exist, be named once, and not be the record's own. */

import type { Problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { RecordBase } from "../content/records.ts";
import { didYouMean } from "../content/suggest.ts";
import { withArticle } from "../content/wording.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks, type SheetCheck } from "./context.ts";
import {
  type SeeReference,
  seeActor,
  seeFact,
  seeOrigin,
  seeUnparsed,
  type Target,
} from "./named-ids.ts";
import { checkReferenceKinds } from "./reference-kinds.ts";

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
    const ofWrongKind = checkReferenceKinds(context, fact);
    return ofWrongKind.length === 0 ? problems : [...problems, ...ofWrongKind];
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
