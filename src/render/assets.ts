/** The site's style sheet, scripts, fonts and flags, made in memory. Names carry a hash of what they hold. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { buildSync } from "esbuild";
import type { Assets } from "./context.ts";
import type { OutputPath } from "./links.ts";
import { type RunningHead, runningHeadStyle } from "./running-head.ts";

/** A file of the site that is no page. */
export interface AssetFile {
  readonly path: OutputPath;
  readonly bytes: Uint8Array;
}

/** The files, and where pages find them. */
export interface BuiltAssets {
  readonly assets: Assets;
  readonly files: readonly AssetFile[];
}

/** What the assets are made from. */
export interface AssetOptions {
  /** The folder that holds the templates and, below it, `assets/`. */
  readonly templatesFolder: string;
  /** ISO 3166-1 codes of the flags in use; unknown ones are left out. */
  readonly flags: readonly string[];
  /** Stands at the head of printed pages. */
  readonly runningHead: RunningHead;
}

const FOLDER = "assets";

/** Bundles and minifies the style sheet and the scripts, and gathers its fonts, the icon and the flags. */
export function buildAssets({ templatesFolder, flags, runningHead }: AssetOptions): BuiltAssets {
  const styles = bundleStyles(templatesFolder, "site");
  const print = bundleStyles(templatesFolder, "print", runningHeadStyle(runningHead));
  const script = bundleScript(templatesFolder, "site");
  const themeScript = bundleScript(templatesFolder, "theme");
  const searchScript = bundleScript(templatesFolder, "search");
  const icon = hashed("icon", ".svg", readFileSync(join(templatesFolder, "assets/icon.svg")));
  const touchIcon = pixels(templatesFolder, 180);
  const largeIcon = pixels(templatesFolder, 512);
  const flagFiles = [...new Set(flags)].sort().flatMap((code) => {
    const bytes = flagBytes(code);
    return bytes ? [{ code, file: hashed(`flag-${code.toLowerCase()}`, ".svg", bytes) }] : [];
  });
  return {
    assets: {
      stylesheet: styles.stylesheet.path,
      printStylesheet: print.stylesheet.path,
      script: script.path,
      themeScript: themeScript.path,
      searchScript: searchScript.path,
      icon: icon.path,
      touchIcon: touchIcon.path,
      largeIcon: largeIcon.path,
      flags: new Map(flagFiles.map(({ code, file }) => [code, file.path])),
    },
    files: [
      styles.stylesheet,
      print.stylesheet,
      script,
      themeScript,
      searchScript,
      ...styles.fonts,
      icon,
      touchIcon,
      largeIcon,
      ...flagFiles.map(({ file }) => file),
    ],
  };
}

/** A style sheet of `assets/css` with all that it imports, and the fonts it names. */
export function bundleStyles(
  templatesFolder: string,
  name: string,
  further = "",
): { stylesheet: AssetFile; fonts: AssetFile[] } {
  const entry = join(templatesFolder, "assets/css", `${name}.css`);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    outdir: dirname(entry),
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    loader: { ".woff2": "file" },
    assetNames: "[name]-[hash]",
  });
  const fonts = outputFiles
    .filter(({ path }) => path.endsWith(".woff2"))
    .map(({ path, contents }) => ({ path: `${FOLDER}/${basename(path)}`, bytes: contents }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const styles = outputFiles.find(({ path }) => path.endsWith(".css"));
  if (!styles) throw new Error(`No style sheet came from ${entry}`);
  const bytes = Buffer.concat([styles.contents, Buffer.from(further)]);
  return { stylesheet: hashed(name, ".css", bytes), fonts };
}

/** A script of `assets/js` and all that it imports as one file. A classic script: modules do not load from disk. */
export function bundleScript(templatesFolder: string, name: string): AssetFile {
  const entry = join(templatesFolder, "assets/js", `${name}.ts`);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2020",
    // Not what a tsconfig.json around the package says: the bytes would depend on it.
    tsconfigRaw: { compilerOptions: { strict: true } },
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`No script came from ${entry}`);
  return hashed(name, ".js", bundle.contents);
}

/** The icon as an image of so many pixels a side. */
function pixels(templatesFolder: string, size: number): AssetFile {
  const bytes = readFileSync(join(templatesFolder, `assets/icon-${size}.png`));
  return hashed(`icon-${size}`, ".png", bytes);
}

function hashed(name: string, extension: string, bytes: Uint8Array): AssetFile {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return { path: `${FOLDER}/${name}-${hash}${extension}`, bytes };
}

/** The round flag of a country, or of the European Union under its reserved code. */
function flagBytes(code: string): Uint8Array | null {
  const name = code === "EU" ? "european_union" : code.toLowerCase();
  const folder = dirname(createRequire(import.meta.url).resolve("circle-flags/package.json"));
  try {
    return readFileSync(join(folder, "flags", `${name}.svg`));
  } catch {
    return null;
  }
}
