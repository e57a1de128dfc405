/** Writes the files of a site that are no pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of the site: its path with forward slashes, relative to the site's root, and its bytes. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Writes files below a folder, making the folders they need. */
export function writeFiles(folder: string, files: readonly SiteFile[]): void {
  for (const { path, bytes } of files) {
    const absolute = join(folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, bytes);
  }
}
