/** Full texts of sources on the editor's machine, in the ignored folder `.snapshots/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadSnapshot } from "./context.ts";

/** The folder of full texts, in the working folder. Never in the repository, never in the site. */
export const SNAPSHOT_FOLDER = ".snapshots";

/** The file of a source's full text. */
export function snapshotFile(workingFolder: string, source: string): string {
  return join(workingFolder, SNAPSHOT_FOLDER, `${source}.txt`);
}

/** Reads full texts from a working folder; a text that is not there is `null`. */
export function readSnapshotFrom(workingFolder: string): ReadSnapshot {
  return (source) => {
    try {
      return readFileSync(snapshotFile(workingFolder, source), "utf8");
    } catch {
      return null;
    }
  };
}
