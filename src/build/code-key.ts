/** A key of the program itself: its code, its templates and the Node release it runs on. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../content/dates.ts";
import { hashOf } from "../render/fingerprints.ts";

/** What pages depend on beside the content. `dist` is there in a published package, `src` in a checkout. */
const FOLDERS = ["src", "dist", "templates"];

/** Pages of one content under one key have the same bytes. Reads some hundred small files. */
export function codeKey(packageFolder: string): string {
  const lines = FOLDERS.flatMap((folder) => filesBelow(packageFolder, folder)).map(
    (path) => `${hashOf(readFileSync(join(packageFolder, path)))} ${path}\n`,
  );
  return hashOf(`${process.version}\n${lines.join("")}`);
}

function filesBelow(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort(compareText);
  } catch {
    return [];
  }
}
