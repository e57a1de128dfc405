/** What every check across files works on. */

import type { Content } from "../content/assemble.ts";
import { type LocatedText, type Problem, problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";
import type { Fact, RecordBase, Source } from "../content/records.ts";
import type { KeyPath } from "../content/yaml-block.ts";
import { type Voices, voicesOf } from "../model/voices.ts";
import { type Fingerprints, readFingerprints } from "./fingerprints.ts";
import type { CheckMemory } from "./memory.ts";

/** The content with lookups that several checks share. */
export interface CheckContext {
  readonly content: Content;
  readonly factsById: ReadonlyMap<string, Fact>;
  /** Facts that were taken back. */
  readonly withdrawnById: ReadonlyMap<string, Fact>;
  readonly sourcesById: ReadonlyMap<string, Source>;
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

/** A check across files: from everything that parsed to what is wrong with it. */
export type Check = (context: CheckContext) => readonly Problem[];

/** Reads the full text of a source where the editor's machine has it, else `null`. */
export type ReadSnapshot = (source: string) => string | null;

/**
 * Prepares the context once for all checks.
 * @param memory what earlier checks found out
 */
export function checkContext(
  content: Content,
  snapshot: ReadSnapshot,
  memory?: CheckMemory,
): CheckContext {
  return {
    content,
    factsById: new Map(content.records.facts.map((fact) => [fact.id, fact])),
    withdrawnById: new Map(content.records.withdrawn.map((fact) => [fact.id, fact])),
    sourcesById: new Map(content.records.sources.map((source) => [source.id, source])),
    voices: voicesOf(content.records.actors),
    fingerprints: readFingerprints(content.records.sources, memory),
    snapshot,
    at: (code, record, path, message, hint) =>
      problem(code, content.locate(record, path), message, hint),
    place: content.locate,
  };
}
