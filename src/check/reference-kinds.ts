/** What a fact names must be of the right kind, and as public as the fact. */

import type { Problem } from "../content/problem.ts";
import type { Fact } from "../content/records.ts";
import { withArticle } from "../content/wording.ts";
import { type CheckContext, NO_PROBLEMS } from "./context.ts";
import { REFERENCE_KEYS, seeFactsOf } from "./named-ids.ts";

/** Checks what kind of records a fact names. */
export function checkReferenceKinds(context: CheckContext, fact: Fact): readonly Problem[] {
  const problems = [
    checkRequest(context, fact),
    checkReplaced(context, fact),
    checkQuoteSource(context, fact),
    ...(fact.draft ? NO_PROBLEMS : draftReferences(context, fact)),
  ];
  return problems.filter((found) => found !== undefined);
}

/** `answers` and `regarding` name a demand or an offer. */
function checkRequest(context: CheckContext, fact: Fact): Problem | undefined {
  if (fact.kind !== "answer" && fact.kind !== "absence") return undefined;
  const key = fact.kind === "answer" ? "answers" : "regarding";
  const id = fact.kind === "answer" ? fact.answers : fact.regarding;
  const request = id === null ? undefined : context.factsById.get(id);
  if (!request || request.kind === "demand" || request.kind === "offer") return undefined;
  const message = `"${request.id}" is ${withArticle(request.kind)}, not a demand or an offer`;
  const hint = `Name a demand or an offer in ${key}.`;
  return context.at("wrong-reference", fact, REFERENCE_KEYS[key], message, hint);
}

/** `replaces` names a position by the same actor on the same issue. */
function checkReplaced(context: CheckContext, fact: Fact): Problem | undefined {
  if (fact.kind !== "position" || fact.replaces === null) return undefined;
  const replaced = context.factsById.get(fact.replaces);
  if (!replaced) return undefined;
  if (replaced.kind === "position" && replaced.by === fact.by && replaced.issue === fact.issue)
    return undefined;
  const message = `"${replaced.id}" is not a position of the same actor on the same issue`;
  const hint = "Name the earlier position of the same actor on the same issue.";
  return context.at("wrong-reference", fact, REFERENCE_KEYS.replaces, message, hint);
}

/** A quote's source is one of the fact's. */
function checkQuoteSource(context: CheckContext, fact: Fact): Problem | undefined {
  const source = fact.quote?.source;
  if (!source || fact.source.includes(source)) return undefined;
  const message = `the quote's source "${source}" is not among the fact's sources`;
  const hint = "Add it to source.";
  return context.at("wrong-reference", fact, REFERENCE_KEYS.quoteSource, message, hint);
}

/** A fact that is published names none that is not. */
function draftReferences(context: CheckContext, fact: Fact): readonly Problem[] {
  const problems: Problem[] = [];
  seeFactsOf(fact, (_, _target, id, key, place) => {
    if (context.factsById.get(id)?.draft !== true) return;
    const path = place === undefined ? key : [...key, place];
    const message = `"${id}" is a draft, and this fact is not`;
    problems.push(context.at("wrong-reference", fact, path, message, "Publish both or neither."));
  });
  return problems;
}
