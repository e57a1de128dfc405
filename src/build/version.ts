/** The version of this package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * Reads the version from package.json. Not imported as a module: the loader would give Eleventy,
 * which imports the same file, an object that holds itself.
 */
export function readVersion(packageFolder: string): string {
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
