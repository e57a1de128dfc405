/** A key of the program itself: its code, its templates, its packages and the Node release it runs on. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../content/dates.ts";
import { hashOf } from "../render/fingerprints.ts";

/** What pages depend on beside the content. `dist` is there in a published package, `src` in a checkout. */
const FOLDERS = ["src", "dist", "templates"];

/** They name the packages with their versions; the second is there in a checkout. */
const PACKAGES = ["package.json", "package-lock.json"];

/** Pages of one content under one key have the same bytes. Reads some hundred small files. */
export function codeKey(packageFolder: string): string {
  const packages = PACKAGES.filter((path) => existsSync(join(packageFolder, path)));
  const files = FOLDERS.flatMap((folder) => filesBelow(packageFolder, folder));
  const lines = [...packages, ...files].map(
    (path) => `${hashOf(readFileSync(join(packageFolder, path)))} ${path}\n`,
  );
  // Beside Node's own release the versions of what it is made of: ICU orders and formats text.
  return hashOf(`${JSON.stringify(process.versions)}\n${lines.join("")}`);
}

/** Reading folders one by one is three times as fast as `recursive`. */
function filesBelow(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .flatMap((entry) => {
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? path : [];
      })
      .sort(compareText);
  } catch {
    return [];
  }
}
