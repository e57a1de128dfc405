/** The site's style sheet, scripts, fonts and flags, made in memory. Names carry a hash of what they hold. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Bundle, bundledScript, bundledStyles } from "./bundles.ts";
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

/** Gathers the style sheets with their fonts, the scripts, the icon and the flags. */
export function buildAssets({ templatesFolder, flags, runningHead }: AssetOptions): BuiltAssets {
  const site = bundledStyles(templatesFolder, "site");
  const styles = styleSheet("site", site);
  const print = bundledStyles(templatesFolder, "print");
  const printStyles = styleSheet("print", print, runningHeadStyle(runningHead));
  const siteScript = script(templatesFolder, "site");
  const themeScript = script(templatesFolder, "theme");
  const searchScript = script(templatesFolder, "search");
  const icon = hashed("icon", ".svg", readFileSync(join(templatesFolder, "assets/icon.svg")));
  const touchIcon = pixels(templatesFolder, 180);
  const largeIcon = pixels(templatesFolder, 512);
  const flagFiles = [...new Set(flags)].sort().flatMap((code) => {
    const bytes = flagBytes(code);
    return bytes ? [{ code, file: hashed(`flag-${code.toLowerCase()}`, ".svg", bytes) }] : [];
  });
  return {
    assets: {
      stylesheet: styles.path,
      printStylesheet: printStyles.path,
      script: siteScript.path,
      themeScript: themeScript.path,
      searchScript: searchScript.path,
      icon: icon.path,
      touchIcon: touchIcon.path,
      largeIcon: largeIcon.path,
      flags: new Map(flagFiles.map(({ code, file }) => [code, file.path])),
    },
    files: [
      styles,
      printStyles,
      siteScript,
      themeScript,
      searchScript,
      ...[...site.fonts].map(([name, bytes]) => ({ path: `${FOLDER}/${name}`, bytes })),
      icon,
      touchIcon,
      largeIcon,
      ...flagFiles.map(({ file }) => file),
    ],
  };
}

/** A style sheet and what stands at its end. */
function styleSheet(name: string, { text }: Bundle, further = ""): AssetFile {
  return hashed(name, ".css", Buffer.from(text + further));
}

function script(templatesFolder: string, name: string): AssetFile {
  return hashed(name, ".js", Buffer.from(bundledScript(templatesFolder, name).text));
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
