/** The ids that records name, each with its place. */

import type { UnparsedFact } from "../content/assemble.ts";
import type { ContentIds } from "../content/file-names.ts";
import type { Actor, Fact, RecordBase, Source } from "../content/records.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";
import type { KeyPath } from "../content/yaml-block.ts";

/** What can be named by its id. */
export type Target = Exclude<keyof ContentIds, "pages">;

/**
 * Sees one id that a record names.
 * @param key where it stands; an item of a list stands at a place in it
 */
export type SeeReference = (
  record: RecordBase,
  target: Target,
  id: string,
  key: KeyPath,
  place?: number,
) => void;

/** The keys that name records. Made once: a sheet names tens of thousands of ids, of which hardly any is wrong. */
export const REFERENCE_KEYS = {
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

/** Sees the members of an actor, and those for whom it speaks. */
export function seeActor(actor: Actor, see: SeeReference): void {
  seeAll(actor, "actors", actor.members, REFERENCE_KEYS.members, see);
  for (const [place, office] of actor.speaksFor.entries()) {
    see(actor, "actors", office.actor, ["speaksFor", place, "actor"]);
  }
}

/** Sees the source from which a source has its words. */
export function seeOrigin(source: Source, see: SeeReference): void {
  if (source.origin !== null) see(source, "sources", source.origin, REFERENCE_KEYS.origin);
}

/** Sees every record that a fact names. */
export function seeFact(fact: Fact, see: SeeReference): void {
  const { by, issue, quote } = fact;
  if (by !== null) see(fact, "actors", by, REFERENCE_KEYS.by);
  if (issue !== null) see(fact, "issues", issue, REFERENCE_KEYS.issue);
  seeAll(fact, "sources", fact.source, REFERENCE_KEYS.source, see);
  if (quote !== null) {
    const { speaker, source, translationSource } = quote;
    if (speaker !== null) see(fact, "actors", speaker, REFERENCE_KEYS.speaker);
    if (source !== null) see(fact, "sources", source, REFERENCE_KEYS.quoteSource);
    if (translationSource !== null) {
      see(fact, "sources", translationSource, REFERENCE_KEYS.translationSource);
    }
  }
  if (fact.kind === "demand" || fact.kind === "offer") {
    seeAll(fact, "actors", fact.to, REFERENCE_KEYS.to, see);
  } else if (fact.kind === "event")
    seeAll(fact, "actors", fact.involves, REFERENCE_KEYS.involves, see);
  seeFactsOf(fact, see);
}

/** Sees the facts that a fact names. */
export function seeFactsOf(fact: Fact, see: SeeReference): void {
  seeAll(fact, "facts", fact.after, REFERENCE_KEYS.after, see);
  switch (fact.kind) {
    case "position":
      if (fact.replaces !== null) see(fact, "facts", fact.replaces, REFERENCE_KEYS.replaces);
      return;
    case "answer":
      see(fact, "facts", fact.answers, REFERENCE_KEYS.answers);
      return;
    case "claim":
      seeAll(fact, "facts", fact.contradicts, REFERENCE_KEYS.contradicts, see);
      return;
    case "absence":
      if (fact.regarding !== null) see(fact, "facts", fact.regarding, REFERENCE_KEYS.regarding);
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
const TARGETS: Readonly<Record<string, Target>> = {
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

/** Sees what the sound keys of a fact name whose other keys are at fault. */
export function seeUnparsed(fact: UnparsedFact, see: SeeReference): void {
  for (const [key, target] of Object.entries(TARGETS)) {
    const value = fact.value[key];
    const named: readonly unknown[] = Array.isArray(value) ? value : [];
    if (isId(value)) see(fact, target, value, [key]);
    for (const [place, id] of named.entries()) if (isId(id)) see(fact, target, id, [key], place);
  }
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID_PATTERN.test(value);
}
