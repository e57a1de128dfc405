/** What every check across files works on. */

import type { Content } from "../content/assemble.ts";
import type { ContentIds } from "../content/file-names.ts";
import type { SheetImage } from "../content/images.ts";
import { type LocatedText, type Problem, problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Actor, Fact, Issue, Page, RecordBase, Site, Source } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import { type Voices, voicesOf } from "../model/voices.ts";
import { type Fingerprints, readFingerprints } from "./fingerprints.ts";
import type { CheckMemory } from "./memory.ts";

/** Collections whose records have ids. */
export type IdHome = keyof ContentIds;

/** Finds records by id. */
export type Lookup<Item> = Pick<ReadonlyMap<string, Item>, "get" | "has">;

/** The content with lookups that several checks share. */
export interface CheckContext {
  readonly content: Content;
  readonly actorsById: Lookup<Actor>;
  readonly factsById: Lookup<Fact>;
  /** Facts that were taken back. */
  readonly withdrawnById: Lookup<Fact>;
  readonly sourcesById: Lookup<Source>;
  readonly site: Site | null;
  /** That bodies may show. */
  readonly images: readonly SheetImage[];
  /** Whether a file's name gives an id, whether or not the file parsed. */
  readonly hasId: (target: IdHome, id: string) => boolean;
  /** All such ids. */
  readonly idsOf: (target: IdHome) => readonly string[];
  readonly voices: Voices;
  readonly fingerprints: Fingerprints;
  /** The full text of a source on the editor's machine, or `null`. */
  readonly snapshot: ReadSnapshot;
  /** Makes a problem at a key of a record. */
  readonly at: (
    code: ProblemCode,
    record: RecordBase,
    path: KeyPath,
    message: string,
    hint?: string,
  ) => Problem;
  readonly place: (record: RecordBase, path: KeyPath) => LocatedText;
}

/** Looks at everything that parsed, and says what is wrong with it. */
export type Check = (context: CheckContext) => readonly Problem[];

/** The records that are checked one by one, by where they belong. */
export interface CheckedRecords {
  readonly site: Site;
  readonly actors: Actor;
  readonly issues: Issue;
  readonly sources: Source;
  /** Those that stand. */
  readonly facts: Fact;
  readonly withdrawn: Fact;
  readonly pages: Page;
}

/**
 * What is wrong with one record beside others. It looks at the others through the context alone, so that
 * it is known when it has to look again.
 */
export type RecordCheck<Checked> = (context: CheckContext, record: Checked) => readonly Problem[];

/** A check of records one by one. */
export type RecordChecks = {
  readonly [Home in keyof CheckedRecords]?: RecordCheck<CheckedRecords[Home]>;
};

/** What is wrong with records all of which have to be looked at together. */
export interface SheetCheck {
  readonly find: Check;
  /**
   * Of each record, all that it asks; `null` or an empty list for one that is as good as absent. While that
   * stays of all records, so does what it finds.
   */
  readonly reads: {
    readonly [Home in keyof CheckedRecords]?: (record: CheckedRecords[Home]) => unknown;
  };
  /** What it asks beside that: ids that exist, who speaks for whom, facts that did not parse. */
  readonly asks: readonly ("ids" | "voices" | "unparsed")[];
}

/** Nothing wrong: one list for the thousands of records of which that is true. */
export const NO_PROBLEMS: readonly Problem[] = [];

/** Runs checks of records one by one on all of them. */
export function checkRecords(checks: readonly RecordChecks[], context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const { site, ...records } = context.content.records;
  const check = <Home extends keyof CheckedRecords>(
    home: Home,
    list: readonly CheckedRecords[Home][],
  ): void => {
    const checksOfHome = checks.flatMap((each) => each[home] ?? []);
    for (const record of list)
      for (const each of checksOfHome)
        for (const found of each(context, record)) problems.push(found);
  };
  check("site", site === null ? [] : [site]);
  check("actors", records.actors);
  check("issues", records.issues);
  check("sources", records.sources);
  check("facts", records.facts);
  check("withdrawn", records.withdrawn);
  check("pages", records.pages);
  return problems;
}

/** Reads the full text of a source where the editor's machine has it, else `null`. */
export type ReadSnapshot = (source: string) => string | null;

/** Makes a lookup of records in order of id. Where several have one id, the last is found. */
export type MakeLookup = <Item extends RecordBase>(records: readonly Item[]) => Lookup<Item>;

const lookUpInMap: MakeLookup = (records) =>
  new Map(records.map((record) => [record.id, record] as const));

/**
 * Prepares the context once for all checks.
 * @param memory what earlier checks found out
 * @param lookup for a context of which little is asked
 */
export function checkContext(
  content: Content,
  snapshot: ReadSnapshot,
  memory?: CheckMemory,
  lookup: MakeLookup = lookUpInMap,
): CheckContext {
  return {
    content,
    actorsById: lookup(content.records.actors),
    factsById: lookup(content.records.facts),
    withdrawnById: lookup(content.records.withdrawn),
    sourcesById: lookup(content.records.sources),
    site: content.records.site,
    images: content.records.images,
    hasId: (target, id) => content.ids[target].has(id),
    idsOf: (target) => [...content.ids[target]].sort(),
    voices: voicesOf(content.records.actors),
    fingerprints: readFingerprints(content.records.sources, memory),
    snapshot,
    at: (code, record, path, message, hint) =>
      problem(code, content.locate(record, path), message, hint),
    place: content.locate,
  };
}
