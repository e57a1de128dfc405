/** Holds the content against what the published site says: nothing published changes or goes in silence. */

import type { Content } from "../content/assemble.ts";
import { type Problem, problem, sortProblems } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Fact } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import { correctionMark, type Manifest, type PublishedFact, publishedFactOf } from "./manifest.ts";

/** How the content differs from what is published. */
export interface Difference {
  readonly problems: readonly Problem[];
  /** How many facts each word is true of. */
  readonly counts: {
    readonly published: number;
    readonly added: number;
    readonly corrected: number;
    readonly withdrawn: number;
  };
}

/** What the comparison needs beside the content. */
export interface CompareOptions {
  /** The content folder as messages name it. */
  readonly folder: string;
  /** Whether drafts are published. */
  readonly drafts: boolean;
}

/** Compares the content with the published site's manifest. */
export function compareWithPublished(
  content: Content,
  published: Manifest,
  options: CompareOptions,
): Difference {
  const { facts, withdrawn } = content.records;
  const all = [...facts, ...withdrawn];
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const byFormerId = new Map(all.flatMap((fact) => fact.formerly.map((id) => [id, fact])));
  const unread = new Set(content.unparsedFacts.map(({ id }) => id));
  const pairs = Object.entries(published.facts).map(([id, was]) => ({
    id,
    was,
    now: byId.get(id) ?? byFormerId.get(id),
  }));
  const isKnown = (id: string): boolean => byId.has(id) || byFormerId.has(id) || unread.has(id);
  const lostAddresses = Object.keys(published.former).filter((id) => !isKnown(id));

  const problems = [
    ...pairs.flatMap(({ id, was, now }) => {
      if (now) return changes(content, was, now, options);
      return unread.has(id) ? [] : [vanished(id, "has no file", options)];
    }),
    ...lostAddresses.map((id) => vanished(id, "leads to no fact any more", options)),
  ];
  const had = new Set(pairs.map(({ now }) => now));
  return {
    problems: sortProblems(problems),
    counts: {
      published: pairs.length,
      added: facts.filter((fact) => !had.has(fact) && (options.drafts || !fact.draft)).length,
      corrected: pairs.filter(({ was, now }) => now && hasNewCorrection(was, now)).length,
      withdrawn: pairs.filter(({ was, now }) => now?.withdrawn && !was.withdrawn).length,
    },
  };
}

/** The keys that may not change in silence, and where each stands. */
const GUARDED: readonly (readonly [key: "says" | "quote" | "date" | "by", path: KeyPath])[] = [
  ["says", ["says"]],
  ["quote", ["quote", "text"]],
  ["date", ["date"]],
  ["by", ["by"]],
];

function changes(
  content: Content,
  was: PublishedFact,
  fact: Fact,
  { drafts }: CompareOptions,
): Problem[] {
  const at = (code: ProblemCode, path: KeyPath, message: string, hint: string): Problem =>
    problem(code, content.locate(fact, path), message, hint);
  const now = publishedFactOf(fact);
  const removed = was.corrections.filter((each) => !now.corrections.includes(each));
  const problems = removed.map(() =>
    at(
      "removed-correction",
      ["corrections"],
      "a published correction has been changed or taken out",
      "Put it back as it was; what was wrong in it goes into a further entry.",
    ),
  );
  if (fact.draft && !drafts) {
    const message = "the fact is published, and a draft is left out";
    problems.push(at("vanished-fact", ["draft"], message, "Take draft out, or withdraw the fact."));
  }
  // A withdrawal says itself what happened, and a new correction what changed.
  if ((now.withdrawn && !was.withdrawn) || hasNewCorrection(was, fact)) return problems;
  const hint = "Add an entry to corrections: the day, what was wrong and what it is now.";
  if (was.withdrawn && !now.withdrawn) {
    const message = "the fact is published as withdrawn, and no correction says why it is back";
    problems.push(at("uncorrected-change", [], message, hint));
  }
  for (const [key, path] of GUARDED) {
    if (was[key] === now[key]) continue;
    const message =
      was[key] === ""
        ? `${path.join(".")} was added to a published fact without a correction`
        : `${path.join(".")} is published as "${was[key]}", and no correction says why it changed`;
    problems.push(at("uncorrected-change", path, message, hint));
  }
  return problems;
}

function hasNewCorrection(was: PublishedFact, { corrections }: Fact): boolean {
  return corrections.map(correctionMark).some((each) => !was.corrections.includes(each));
}

function vanished(id: string, what: string, { folder }: CompareOptions): Problem {
  const place = { path: `${folder}/facts/${id}.md`, line: 1, column: 1, length: 1, text: "" };
  return problem(
    "vanished-fact",
    place,
    `"${id}" is published and ${what}`,
    "Put it back with the key withdrawn; if its file has another name now, name this one there in formerly.",
  );
}
