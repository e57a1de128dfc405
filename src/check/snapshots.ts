/** Full texts of sources on the editor's machine, in an ignored folder beside the content. */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ReadSnapshot } from "./context.ts";

/** The folder of full texts. Never in the repository, never in the site. */
const SNAPSHOT_FOLDER = ".snapshots";

/**
 * The folder of a sheet's full texts: `.snapshots/` beside `content/`. Beside a content folder of another
 * name it is a folder of that name in `.snapshots/`, so that two sheets side by side do not share texts.
 */
export function snapshotFolder(contentFolder: string): string {
  const name = basename(contentFolder);
  return join(snapshotRoot(contentFolder), name === "content" ? "" : name);
}

/** The `.snapshots/` folder itself, which must be kept out of every repository. */
export function snapshotRoot(contentFolder: string): string {
  return join(dirname(contentFolder), SNAPSHOT_FOLDER);
}

/** The file of a source's full text. */
export function snapshotFile(contentFolder: string, source: string): string {
  return join(snapshotFolder(contentFolder), `${source}.txt`);
}

/** Reads the full texts of a sheet; a text that is not there is `null`. */
export function readSnapshotBeside(contentFolder: string): ReadSnapshot {
  return (source) => {
    try {
      return readFileSync(snapshotFile(contentFolder, source), "utf8");
    } catch {
      return null;
    }
  };
}
