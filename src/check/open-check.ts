/** Checks of a sheet that is being edited: only what a change can have touched is looked at again. */
import type { Content } from "../content/assemble.ts";
import { hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import { type Allowing, withoutAllowed } from "./allowances.ts";
import { type CheckedContent, SHEET_CHECKS } from "./check.ts";
import { type Change, type Checked, changeBetween } from "./content-change.ts";
import {
  type CheckContext,
  checkContext,
  type MakeLookup,
  type ReadSnapshot,
  type SheetCheck,
} from "./context.ts";
import { beginCheck, type CheckMemory, checkMemory } from "./memory.ts";
import { watchedContext } from "./watched-context.ts";

/** The checks of one sheet. */
export interface OpenCheck {
  /**
   * Checks content. Says what `checkContent` says of it; a fact that has not changed is the same object again.
   * @param content of which unchanged records are the objects of last time
   */
  readonly check: (content: Content, snapshot: ReadSnapshot) => CheckedContent;
}

/** Opens checks, none of which has been made. @param memory what sources answered to passages */
export function openCheck(memory: CheckMemory = checkMemory()): OpenCheck {
  const findings = new Findings();
  const together = new Map<SheetCheck, readonly Problem[]>();
  let last: Content | null = null;
  return {
    check: (content, snapshot) => {
      // What sources answered is kept from then on: an edit adds little to it.
      if (last === null) beginCheck(memory);
      const lookup = last === null ? undefined : lookUpByHalving;
      const context = checkContext(content, snapshot, memory, lookup);
      const change = changeBetween(last, content);
      last = content;
      findings.update(context, change);
      for (const check of SHEET_CHECKS)
        if (isTouched(check, together.get(check), change)) together.set(check, check.find(context));
      const found = [...content.problems, ...findings.problems(), ...[...together.values()].flat()];
      const { site } = content.records;
      const allowed = withoutAllowed(context, found, findings.allowing(), () => false);
      const problems = sortProblems(allowed);
      if (site === null || hasErrors(found)) return { records: null, problems };
      const facts = findings.settled(content.records.facts);
      return { records: { ...content.records, facts, site }, problems };
    },
  };
}

/** What is known of single records. */
class Findings {
  /** By path of file. */
  readonly #checked = new Map<string, Checked>();
  /** Of records with a problem. */
  readonly #problems = new Map<RecordBase, readonly Problem[]>();
  readonly #allowing = new Map<RecordBase, Allowing>();
  /** Facts whose quote has found its source, by what their file says. */
  readonly #settled = new Map<RecordBase, Fact>();
  /** Paths of files by the keys of what checks of their records have asked, now or earlier: no earlier record is kept. */
  readonly #readers = new Map<string, Set<string>>();

  /** Looks at records that changed, and at those whose checks asked what is answered otherwise now. */
  update(context: CheckContext, { come, gone, keys }: Change): void {
    for (const { record } of gone) this.#forget(record);
    for (const each of come) this.#checked.set(each.record.path, each);
    const stale = new Set(come.map(({ record }) => record.path));
    for (const key of keys)
      for (const path of this.#readers.get(key) ?? []) {
        if (this.#checked.has(path)) stale.add(path);
        else this.#readers.get(key)?.delete(path);
      }
    let current = "";
    const watched = watchedContext(context, (key) => this.#readersOf(key).add(current));
    for (const path of stale) {
      current = path;
      const each = this.#checked.get(path);
      if (each) this.#look(watched, each);
    }
  }

  problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  allowing(): readonly Allowing[] {
    return [...this.#allowing.values()];
  }

  /** The facts, each quote with the source in which it stands. */
  settled(facts: readonly Fact[]): readonly Fact[] {
    if (this.#settled.size === 0) return facts;
    return facts.map((fact) => this.#settled.get(fact) ?? fact);
  }

  #look(context: CheckContext, { record, look, allowing, settle }: Checked): void {
    const problems = look(context);
    if (problems.length > 0) this.#problems.set(record, problems);
    else this.#problems.delete(record);
    if (allowing && allowing.allow.length > 0) this.#allowing.set(record, allowing);
    const fact = settle?.(context);
    if (fact && fact !== record) this.#settled.set(record, fact);
    else this.#settled.delete(record);
  }

  #readersOf(key: string): Set<string> {
    const readers = this.#readers.get(key) ?? new Set();
    this.#readers.set(key, readers);
    return readers;
  }

  #forget(record: RecordBase): void {
    this.#checked.delete(record.path);
    this.#problems.delete(record);
    this.#allowing.delete(record);
    this.#settled.delete(record);
  }
}

/** Whether a check of all records may find something else than it did. */
function isTouched(
  check: SheetCheck,
  found: readonly Problem[] | undefined,
  { come, gone, beside }: Change,
): boolean {
  // What it found says where in files that may have changed.
  if (found === undefined || found.length > 0) return true;
  if (check.asks.some((asked) => beside.includes(asked))) return true;
  const [was, is] = [readingsOf(check, gone), readingsOf(check, come)];
  return was.size !== is.size || [...is].some(([path, reading]) => was.get(path) !== reading);
}

/** What a check reads of records, by path of file; nothing of those that are as good as absent. */
function readingsOf(check: SheetCheck, records: readonly Checked[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap(({ home, record, readBy }) => {
      const reading = JSON.stringify(readBy(check) ?? null);
      return reading === "null" || reading === "[]" ? [] : [[record.path, home + reading] as const];
    }),
  );
}

/** For the few questions of a small change, a map of all records would cost more than it saves. */
const lookUpByHalving: MakeLookup = (records) => {
  const get = (id: string): (typeof records)[number] | undefined => {
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((records[middle]?.id ?? "") <= id) low = middle + 1;
      else high = middle;
    }
    const found = records[low - 1];
    return found?.id === id ? found : undefined;
  };
  return { get, has: (id) => get(id) !== undefined };
};
