/** Configuration for Eleventy's own command line, called in a checkout. */
import type UserConfig from "@11ty/eleventy/UserConfig";
import { configure } from "./eleventy.ts";
import { buildOptions } from "./options.ts";

/** Configures a build with all options at their defaults; `--serve` and `--watch` serve. */
export function configureCheckout(eleventy: UserConfig, packageFolder: string): void {
  const serving = process.env.ELEVENTY_RUN_MODE !== "build";
  configure(eleventy, {
    options: buildOptions(packageFolder, process.cwd()),
    mode: serving ? "serve" : "build",
    onBuilt: ({ pages, folder }) => process.stdout.write(`Built ${pages} pages in ${folder}\n`),
  });
}
