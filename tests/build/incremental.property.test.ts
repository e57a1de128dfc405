/**
 * A build that remembers makes the very bytes a clean build makes, whatever was edited, and whatever
 * happened to its output in between. `INCREMENTAL_RUNS` asks for more sequences of builds, and
 * `INCREMENTAL_SEED` for others.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { corpusOf, writeCorpus } from "../../bench/corpus.ts";
import { buildSite } from "../../src/build/build-site.ts";
import { buildOptions } from "../../src/build/options.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { PROJECT_FOLDER, temporaryFolder, WEND } from "../support/sheet.ts";
import { contentsOf } from "../support/site-files.ts";
import { DISTURBANCES } from "./disturbances.ts";
import { EDIT_KINDS, editSheet, type SheetEdit } from "./sheet-edits.ts";

interface Step {
  readonly edits: readonly SheetEdit[];
  readonly disturbance: { readonly name: string; readonly pick: number };
  readonly options: {
    readonly drafts: boolean;
    readonly asOf: string | null;
    readonly search: boolean;
  };
}

const edit: fc.Arbitrary<SheetEdit> = fc.record({
  // Where nothing but bodies changed, builds go a way of their own.
  kind: fc.oneof(
    { weight: 1, arbitrary: fc.constant("body" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...EDIT_KINDS) },
  ),
  pick: fc.nat(1000),
  value: fc.nat(9),
});

const step: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  disturbance: fc.record({
    name: fc.oneof(
      { weight: 2, arbitrary: fc.constant("nothing") },
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(DISTURBANCES)) },
    ),
    pick: fc.nat(100_000),
  }),
  options: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ drafts: false, asOf: null, search: true }) },
    {
      weight: 1,
      arbitrary: fc.record({
        drafts: fc.boolean(),
        asOf: fc.constantFrom(null, "2001-03-02", "2011-05-01"),
        search: fc.boolean(),
      }),
    },
  ),
});

test("builds in a row, with edits and mishaps between them, each make the bytes of a clean build", async () => {
  const corpus = temporaryFolder();
  writeCorpus(corpus, corpusOf(25));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(WEND, corpus),
      fc.array(step, { minLength: 3, maxLength: 6 }),
      buildsInARow,
    ),
    propertyRuns("INCREMENTAL", 6),
  );
}, 3_600_000);

async function buildsInARow(sheet: string, steps: readonly Step[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-row-"));
  const content = join(folder, "content");
  try {
    cpSync(sheet, content, { recursive: true });
    await build(folder, { drafts: false, asOf: null, search: true });
    for (const { edits, disturbance, options } of steps) {
      const sound = join(folder, "sound");
      cpSync(content, sound, { recursive: true });
      for (const each of edits) editSheet(content, each);
      DISTURBANCES[disturbance.name]?.(buildOptions(PROJECT_FOLDER, folder), disturbance.pick);
      const isSound = await build(folder, options);
      if (!isSound) {
        // Back to the last sheet without errors, of other files with the same bytes.
        rmSync(content, { recursive: true });
        cpSync(sound, content, { recursive: true });
        if (!(await build(folder, options))) continue;
      }
      rmSync(sound, { recursive: true });
      const clean = join(folder, "clean");
      cpSync(content, join(clean, "content"), { recursive: true });
      await build(clean, options);
      expect(contentsOf(join(folder, "_site"))).toEqual(contentsOf(join(clean, "_site")));
      rmSync(clean, { recursive: true });
      const beside = readdirSync(folder).filter((name) => name.startsWith("._site"));
      expect(beside.filter((name) => name !== "._site.spare")).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds `content/` into `_site/`; false if an error in the content stops it. */
async function build(folder: string, options: Step["options"]): Promise<boolean> {
  return (await buildSite(buildOptions(PROJECT_FOLDER, folder, options), () => undefined)) !== null;
}
