// Runs the command line of a checkout. The TypeScript sources are compiled once for each state they
// are in, which takes a few tenths of a second; after that a command starts faster than in the
// published package. Where nothing can be written, they are compiled in memory at each start.
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
import { createRequire } from "node:module";
import { join } from "node:path";
import { runScript } from "./run-script.js";

/** States that are kept: another program may still run from an older one. */
const KEPT = 6;

/** What the program is made from. */
const FOLDERS = ["src", "tools", "templates"];

/** They change when packages do. */
const PACKAGES = ["package.json", "package-lock.json", "node_modules/.package-lock.json"];

/**
 * Packages that most commands use. They are compiled into the program: to find and read their three
 * hundred files takes longer than to run them. The others are loaded when a command asks for them.
 */
const TAKEN_IN = [
  "@babel/code-frame",
  "commander",
  "fastest-levenshtein",
  "image-size",
  "intl-messageformat",
  "js-yaml",
  "markdown-it",
  "markdown-it-footnote",
  "picocolors",
  "temporal-polyfill",
  "yaml",
  "zod",
];

/**
 * Loads `src/cli/main.ts`.
 * @param {string} checkout absolute path of the checkout
 * @returns {Promise<{ main: (arguments_: readonly string[], binFolder: string) => Promise<void> }>}
 */
export async function loadSource(checkout) {
  const folder = await compiledFolder(checkout);
  if (folder) return runScript(join(folder, "main.cjs"), commandOf(process.argv));
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { interopDefault: false }).import("../src/cli/main.ts");
}

/** Each command runs other parts of the program. */
function commandOf([, , command = ""]) {
  return /^[a-z]{1,20}$/.test(command) ? command : "options";
}

async function compiledFolder(checkout) {
  const cache = join(checkout, "node_modules/.cache/standpoint");
  const folder = join(cache, stateOf(checkout));
  try {
    if (!existsSync(folder)) {
      mkdirSync(cache, { recursive: true });
      const draft = mkdtempSync(join(cache, ".draft-"));
      await compileScript(checkout, draft);
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

/** Compiles the command line and the packages it takes in into one script, `main.cjs`. */
async function compileScript(checkout, folder) {
  const { build } = await import("esbuild");
  await build({
    ...COMPILING,
    absWorkingDir: checkout,
    outfile: join(folder, "main.cjs"),
    format: "cjs",
    supported: { "dynamic-import": false },
    // All that `import.meta` is asked for. The script is not where the sources are.
    define: { "import.meta.url": "ownAddress" },
    banner: { js: 'const ownAddress = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [packagesOf(join(checkout, "src"))],
  });
  copyWords(checkout, folder);
  const { makeAhead } = createRequire(import.meta.url)(join(folder, "main.cjs"));
  try {
    await makeAhead(checkout, folder);
  } catch (error) {
    // A template or style sheet with a mistake: the command that needs it makes it itself, and tells.
    if (error.code) throw error;
  }
}

/** Leaves packages where they are that sources name and that are not to be taken in. */
function packagesOf(sources) {
  const isTakenIn = (path) => TAKEN_IN.some((name) => path === name || path.startsWith(`${name}/`));
  return {
    name: "packages",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^[^.]/ }, ({ path, importer }) =>
        importer.startsWith(sources) && !isTakenIn(path) ? { path, external: true } : null,
      ),
  };
}

/**
 * Compiles the command line into a folder: one module for each part that a command loads when it
 * needs it. Packages stay packages.
 * @param {string} checkout absolute path of the checkout
 * @param {string} folder absolute path of a folder that exists
 */
export async function compileModules(checkout, folder) {
  const { build } = await import("esbuild");
  await build({
    ...COMPILING,
    absWorkingDir: checkout,
    outdir: folder,
    splitting: true,
    format: "esm",
    packages: "external",
    charset: "utf8",
    chunkNames: "[name]-[hash]",
  });
  copyWords(checkout, folder);
}

const COMPILING = {
  entryPoints: { main: "src/cli/main.ts" },
  bundle: true,
  platform: "node",
  target: "node20.20",
  legalComments: "none",
  logLevel: "error",
};

/** The program reads the interface's words from beside itself. */
function copyWords(checkout, folder) {
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

/** The state of all that is compiled or made ahead, by name, size and time of change. */
function stateOf(checkout) {
  const hash = createHash("sha256").update(process.versions.modules);
  const packages = PACKAGES.map((name) => `${checkout}/${name}`).filter((path) => existsSync(path));
  const files = FOLDERS.flatMap((name) => filesBelow(`${checkout}/${name}`));
  for (const path of [...packages, ...files]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** In the same order on every machine. Reading folders one by one is faster than `recursive`. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : path;
    });
}

/** Removes states that nobody has used for longest, and what was left by a process that did not finish. */
function forgetOldest(cache) {
  const folders = readdirSync(cache)
    .map((name) => ({ path: join(cache, name), isDraft: name.startsWith(".draft-") }))
    .map((folder) => ({ ...folder, used: usedAt(folder.path) }))
    .sort((a, b) => b.used - a.used);
  const states = folders.filter(({ isDraft }) => !isDraft);
  // Of another process that may be at it still: it takes seconds.
  const drafts = folders.filter(({ isDraft, used }) => isDraft && used < Date.now() - AN_HOUR);
  for (const { path } of [...states.slice(KEPT), ...drafts])
    rmSync(path, { recursive: true, force: true });
}

const AN_HOUR = 3_600_000;

/** Another process may have moved or removed it in the meantime. */
function usedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}
