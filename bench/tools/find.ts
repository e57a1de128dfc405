import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.ts";
import { ASTRO_FOLDER, astro } from "./astro.ts";
import { eleventy, eleventyOverData } from "./eleventy.ts";
import { installedHugo, NEWEST_HUGO, newestHugo } from "./hugo.ts";
import { standpoint } from "./standpoint.ts";
import type { MissingTool, Tool, ToolName } from "./tool.ts";

/** The generators asked for, those that are not here named as missing. */
export function findTools(names: readonly ToolName[]): readonly (Tool | MissingTool)[] {
  const finders: Readonly<Record<ToolName, () => Tool | MissingTool>> = {
    standpoint,
    "hugo-newest": newestHugo,
    hugo: installedHugo,
    "eleventy-data": eleventyOverData,
    eleventy,
    astro,
  };
  return names.map((name) => finders[name]());
}

/** Fetches Astro and the newest Hugo into the cache folder. Tells what could not be had, and goes on. */
export function installPeers(): void {
  const attempt = (what: string, install: () => void): void => {
    try {
      install();
    } catch (error) {
      console.error(`${what} could not be installed: ${error}`);
    }
  };
  attempt("Astro", () => {
    mkdirSync(ASTRO_FOLDER, { recursive: true });
    cpSync(join(ROOT, "bench/peers/astro/package.json"), join(ASTRO_FOLDER, "package.json"));
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: ASTRO_FOLDER,
      stdio: "inherit",
    });
  });
  attempt("The newest Hugo", () => {
    execFileSync("sh", [join(ROOT, "bench/peers/newest-hugo.sh"), NEWEST_HUGO], {
      stdio: "inherit",
    });
  });
}
