/**
 * The style sheets and scripts of `templates/assets`, each in one piece. esbuild makes them, which takes a
 * third of a second; so they are made ahead when the program is compiled, and lie beside it. One
 * whose sources are not as they were then is made anew.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { once } from "../model/lazy.ts";
import { aheadFile } from "./ahead-file.ts";
import { hashOf } from "./fingerprints.ts";

/** What a style sheet or a script became. */
export interface Bundle {
  readonly text: string;
  /** Files that a style sheet names, by their names. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** Bundles by the file that each begins with, such as `css/site.css`. */
type BundlesAhead = Readonly<Record<string, BundleAhead>>;

interface BundleAhead {
  readonly text: string;
  /** In Base64. */
  readonly fonts: Readonly<Record<string, string>>;
  /** Hashes of what it was made from by path from the templates; packages change with the program. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The file that holds what {@link bundlesAhead} gives. */
export const BUNDLES_AHEAD = aheadFile<BundlesAhead>(
  "bundles.json",
  z.record(
    z.string(),
    z.object({
      text: z.string(),
      fonts: z.record(z.string(), z.string()),
      inputs: z.record(z.string(), z.string()),
    }),
  ),
);

const ENTRIES = [
  ...["site", "print", "live"].map((name) => `css/${name}.css`),
  ...["site", "theme", "search", "live"].map((name) => `js/${name}.ts`),
];

/** A style sheet of `assets/css` with all that it imports. */
export function bundledStyles(templatesFolder: string, name: string): Bundle {
  return bundled(templatesFolder, `css/${name}.css`);
}

/** A script of `assets/js` and all that it imports. A classic script: modules do not load from disk. */
export function bundledScript(templatesFolder: string, name: string): Bundle {
  return bundled(templatesFolder, `js/${name}.ts`);
}

/** Bundles all, as {@link BUNDLES_AHEAD} holds them. */
export function bundlesAhead(templatesFolder: string): BundlesAhead {
  return Object.fromEntries(
    ENTRIES.map((entry) => {
      const { text, fonts, sources } = bundle(templatesFolder, entry);
      return [
        entry,
        {
          text,
          fonts: Object.fromEntries(
            [...fonts].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]),
          ),
          inputs: Object.fromEntries(
            sources
              .filter((path) => !path.includes("node_modules"))
              .map((path) => [path, hashAt(templatesFolder, path)]),
          ),
        },
      ];
    }),
  );
}

function bundled(templatesFolder: string, entry: string): Bundle {
  const ahead = madeAhead()[entry];
  const isCurrent =
    ahead !== undefined &&
    Object.entries(ahead.inputs).every(([path, hash]) => hashAt(templatesFolder, path) === hash);
  if (!isCurrent) return bundle(templatesFolder, entry);
  const fonts = Object.entries(ahead.fonts).map(
    ([path, bytes]) => [path, Buffer.from(bytes, "base64")] as const,
  );
  return { text: ahead.text, fonts: new Map(fonts) };
}

const madeAhead = once((): BundlesAhead => BUNDLES_AHEAD.read() ?? {});

/** The hash of a source; empty if it is gone. */
function hashAt(templatesFolder: string, path: string): string {
  try {
    return hashOf(readFileSync(join(templatesFolder, path)));
  } catch {
    return "";
  }
}

/** A bundle as esbuild makes it now, and the paths of its sources from the templates. */
function bundle(
  templatesFolder: string,
  entry: string,
): Bundle & { readonly sources: readonly string[] } {
  // Loaded when it is needed, which is seldom.
  const { buildSync }: typeof import("esbuild") = createRequire(import.meta.url)("esbuild");
  const path = join(templatesFolder, "assets", entry);
  const folder = dirname(path);
  const { outputFiles, metafile } = buildSync({
    entryPoints: [path],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    ...(entry.endsWith(".ts") ? SCRIPT : { ...STYLES, outdir: folder }),
  });
  const isFont = (file: string): boolean => file.endsWith(".woff2");
  const text = outputFiles.find((file) => !isFont(file.path))?.text;
  if (text === undefined) throw new Error(`No bundle came from ${path}`);
  const fonts = outputFiles
    .filter((file) => isFont(file.path))
    .map((file) => [basename(file.path), file.contents] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sources = Object.keys(metafile.inputs).map((input) =>
    relative(templatesFolder, resolve(folder, input)).replaceAll(sep, "/"),
  );
  return { text, fonts: new Map(fonts), sources };
}

const STYLES = { loader: { ".woff2": "file" }, assetNames: "[name]-[hash]" } as const;

const SCRIPT = {
  format: "iife",
  platform: "browser",
  target: "es2020",
  // Not what a tsconfig.json around the package says: the bytes would depend on it.
  tsconfigRaw: { compilerOptions: { strict: true } },
} as const;
