/** Compiles `src/` for the package, and tells which sources the browser's scripts are made from. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const LOCALES = "src/render/locale";

/**
 * Compiles the command line into a folder: one file for each part that a command loads when it needs
 * it. Packages stay packages. The interface's words lie beside the code, which reads them from there.
 * @returns the files of `src/` that the scripts of `templates/` import, relative to the checkout.
 */
export async function compile(checkout: string, folder: string): Promise<readonly string[]> {
  await build({
    absWorkingDir: checkout,
    entryPoints: { main: "src/cli/main.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.20",
    packages: "external",
    charset: "utf8",
    chunkNames: "[name]-[hash]",
    legalComments: "none",
    logLevel: "silent",
  });
  for (const name of readdirSync(join(checkout, LOCALES)))
    if (name.endsWith(".json")) cpSync(join(checkout, LOCALES, name), join(folder, name));
  return scriptSources(checkout);
}

/** Files of `src/` that end up in the pages' scripts, found by bundling these: types leave nothing behind. */
export async function scriptSources(checkout: string): Promise<readonly string[]> {
  const scripts = join(checkout, "templates/assets/js");
  const { metafile } = await build({
    absWorkingDir: checkout,
    entryPoints: readdirSync(scripts, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(scripts, name)),
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
