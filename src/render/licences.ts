/** The licences of what a site holds that others made: readers receive it, so its terms go with it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AssetFile } from "./assets.ts";

/** Packages of which files, or parts of files, are in every site, with the file of their terms. */
export const SHIPPED_PACKAGES: Readonly<Record<string, string>> = {
  "@fontsource-variable/source-serif-4": "LICENSE",
  "circle-flags": "LICENSE.md",
  "fastest-levenshtein": "LICENSE.md",
};

/** One text file with the licence of each package, word for word. */
export function licencesFile(): AssetFile {
  const require = createRequire(import.meta.url);
  const parts = Object.entries(SHIPPED_PACKAGES).map(([name, file]) => {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const terms = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${name}\n${"=".repeat(name.length)}\n\n${terms}\n`;
  });
  return { path: "assets/licences.txt", bytes: Buffer.from(parts.join("\n\n")) };
}
