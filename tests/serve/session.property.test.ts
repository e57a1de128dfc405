/**
 * A session that is told which files changed shows, after every edit, what a process shows that has just
 * been started: the same problems, and the same bytes of every page. `SESSION_RUNS` asks for more
 * sessions, and `SESSION_SEED` for others.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { corpusOf, writeCorpus } from "../../bench/corpus.ts";
import { type BuildOptions, buildOptions } from "../../src/build/options.ts";
import { openSession, type SheetSession } from "../../src/serve/sheet-session.ts";
import { EDIT_KINDS, editSheet, type SheetEdit } from "../build/sheet-edits.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { PROJECT_FOLDER, temporaryFolder, WEND } from "../support/sheet.ts";
import { contentsOf } from "../support/site-files.ts";
import { DISRUPTION_KINDS, type Disruption, disrupt } from "./disruptions.ts";

interface Step {
  readonly edits: readonly SheetEdit[];
  readonly disruptions: readonly Disruption[];
  /** Whether the session is told what changed, or only that something did. */
  readonly isTold: boolean;
  /** Whether all is as it was at the beginning before the edits are made. */
  readonly isMended: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(
    fc.record({ kind: fc.constantFrom(...EDIT_KINDS), pick: fc.nat(1000), value: fc.nat(9) }),
    { maxLength: 2 },
  ),
  disruptions: fc.array(
    fc.record({ kind: fc.constantFrom(...DISRUPTION_KINDS), pick: fc.nat(1000) }),
    { maxLength: 1 },
  ),
  isTold: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  isMended: fc.boolean(),
});

test("a session says and shows after every edit what a new one would", () => {
  const corpus = temporaryFolder();
  writeCorpus(corpus, corpusOf(25));
  fc.assert(
    fc.property(
      fc.constantFrom(WEND, corpus),
      fc.array(step, { minLength: 6, maxLength: 14 }),
      sessionOf,
    ),
    propertyRuns("SESSION", 4),
  );
}, 3_600_000);

function sessionOf(sheet: string, steps: readonly Step[]): void {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-session-"));
  const content = join(folder, "content");
  const options = buildOptions(PROJECT_FOLDER, folder);
  try {
    cpSync(sheet, content, { recursive: true });
    const session = openSession(options);
    let shown = pagesOf(session);
    for (const { edits, disruptions, isTold, isMended } of steps) {
      const before = contentsOf(content);
      if (isMended) {
        rmSync(content, { recursive: true });
        cpSync(sheet, content, { recursive: true });
      }
      for (const each of edits) editSheet(content, each);
      for (const each of disruptions) disrupt(content, each);
      session.refresh(isTold ? changedPaths(content, before) : null);
      shown = expectAsNew(session, options, shown);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares a session with a new one, and gives what is now shown: the last good site where the sheet is broken. */
function expectAsNew(
  session: SheetSession,
  options: BuildOptions,
  shown: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fresh = openSession(options);
  expect(session.problems()).toEqual(fresh.problems());
  expect(session.isBroken()).toBe(fresh.isBroken());
  const expected = fresh.hasSite() ? pagesOf(fresh) : shown;
  expect(pagesOf(session)).toEqual(expected);
  return expected;
}

function pagesOf(session: SheetSession): Readonly<Record<string, string>> {
  const files = ["published.json", "corrections/feed.xml", "sitemap.xml", "search/index.json"];
  return Object.fromEntries(
    [...session.paths(), ...files].map((path) => [path, String(session.file(path))]),
  );
}

/** As a watcher tells them: absolute paths of files that came, changed or went. */
function changedPaths(
  content: string,
  before: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const after = contentsOf(content);
  const paths = Object.keys({ ...before, ...after });
  return new Set(
    paths.filter((path) => before[path] !== after[path]).map((path) => join(content, path)),
  );
}
