/** Compiles `src/` for the package, and tells which sources the browser's scripts are made from. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { makeAhead } from "../src/build/made-ahead.ts";
import { compileModules } from "./from-source.js";

/**
 * Compiles the command line into a folder, and makes ahead what it needs.
 * @returns the files of `src/` that the scripts of `templates/` import, relative to the checkout.
 */
export async function compile(checkout: string, folder: string): Promise<readonly string[]> {
  await compileModules(checkout, folder);
  makeAhead(checkout, folder);
  return scriptSources(checkout);
}

/** Files of `src/` that end up in the pages' scripts, found by bundling these: types leave nothing behind. */
export async function scriptSources(checkout: string): Promise<readonly string[]> {
  const scripts = join(checkout, "templates/assets/js");
  const admin = join(checkout, "templates/assets/admin/page.ts");
  const { metafile } = await build({
    absWorkingDir: checkout,
    entryPoints: [
      ...readdirSync(scripts, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => join(scripts, name)),
      admin,
    ],
    outdir: checkout,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs)
    .filter((path) => path.startsWith("src/"))
    .sort();
}
