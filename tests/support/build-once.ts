/** Builds the sheets that the site's tests read, once for the whole run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { standpoint } from "./command.ts";
import { PROJECT_FOLDER, WEND } from "./sheet.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the built first sheet. */
    readonly sheetSite: string;
    /** The folder of the built fictional sheet. */
    readonly wendSite: string;
    /** The folder of the fictional sheet in Ukrainian. */
    readonly ukrainianSite: string;
    /** The folder of the fictional sheet in Arabic. */
    readonly arabicSite: string;
  }
}

/** Builds the sheets into a temporary folder that is removed when the run ends. */
export default function buildOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-sites-"));
  const build = (name: string, content: string): string => {
    const output = join(folder, name);
    const run = standpoint(folder, ["build", "--content", content, "--output", output]);
    if (run.status !== 0) throw new Error(`${name} does not build:\n${run.stderr}`);
    return output;
  };
  project.provide("sheetSite", build("sheet", join(PROJECT_FOLDER, "content")));
  project.provide("wendSite", build("wend", WEND));
  project.provide("ukrainianSite", build("uk", join(PROJECT_FOLDER, "tests/golden/uk/content")));
  project.provide("arabicSite", build("ar", join(PROJECT_FOLDER, "tests/golden/ar/content")));
  return () => rmSync(folder, { recursive: true, force: true });
}
