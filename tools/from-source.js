// Runs the command line of a checkout. The TypeScript sources are compiled once for each state they
// are in, which takes a tenth of a second; after that a command starts as fast as in the published
// package. Where nothing can be written, they are compiled in memory at each start.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";

/** States that are kept: another program may still run from an older one. */
const KEPT = 6;

/**
 * Loads `src/cli/main.ts`.
 * @param {string} checkout absolute path of the checkout
 * @returns {Promise<{ main: (arguments_: readonly string[], binFolder: string) => Promise<void> }>}
 */
export async function loadSource(checkout) {
  const folder = await compiledFolder(checkout);
  if (folder) return import(join(folder, "main.js"));
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { interopDefault: false }).import("../src/cli/main.ts");
}

async function compiledFolder(checkout) {
  const cache = join(checkout, "node_modules/.cache/standpoint");
  const folder = join(cache, stateOf(checkout));
  try {
    if (!existsSync(folder)) {
      mkdirSync(cache, { recursive: true });
      const draft = mkdtempSync(join(cache, ".draft-"));
      await compileSource(checkout, draft);
      put(draft, folder);
      forgetOldest(cache);
    }
    utimesSync(folder, Date.now() / 1000, Date.now() / 1000);
    return folder;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code)) return null;
    throw error;
  }
}

/**
 * Compiles the command line into a folder: one file for each part that a command loads when it needs
 * it. Packages stay packages. The interface's words lie beside the code, which reads them from there.
 * @param {string} checkout absolute path of the checkout
 * @param {string} folder absolute path of a folder that exists
 */
export async function compileSource(checkout, folder) {
  const { build } = await import("esbuild");
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
    logLevel: "error",
  });
  const words = join(checkout, "src/render/locale");
  for (const name of readdirSync(words))
    if (name.endsWith(".json")) copyFileSync(join(words, name), join(folder, name));
}

/** Another process may have put the same there in the meantime. */
function put(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The state of the sources, by name, size and time of change. */
function stateOf(checkout) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const entry of readdirSync(join(checkout, "src"), { recursive: true }).sort()) {
    const { size, mtimeMs } = statSync(join(checkout, "src", entry));
    hash.update(`${entry} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

function forgetOldest(cache) {
  const folders = readdirSync(cache)
    .map((name) => join(cache, name))
    .map((path) => ({ path, used: statSync(path).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of folders.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
