/** Builds a compiled sheet with Eleventy, called as a library. */

import Eleventy from "@11ty/eleventy";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { CompiledSheet } from "./compile.ts";
import { configure } from "./eleventy.ts";
import type { BuildOptions } from "./options.ts";

/** Builds the site and puts it in its place; returns how many pages it has. */
export async function buildSite(
  options: BuildOptions,
  compiled: CompiledSheet,
): Promise<{ readonly pages: number }> {
  let pages = 0;
  const eleventy = new Eleventy(undefined, undefined, {
    source: "script",
    runMode: "build",
    configPath: "",
    quietMode: true,
    config: (config: UserConfig) =>
      configure(config, {
        options,
        mode: "build",
        compiled,
        onBuilt: (built) => {
          pages = built.pages;
        },
      }),
  });
  eleventy.logger.overrideLogger(false);
  await eleventy.init();
  await eleventy.write();
  return { pages };
}
