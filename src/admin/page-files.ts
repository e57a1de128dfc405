/** The files of the admin page: Sveltia CMS bundled for this site alone, its fonts, and the page itself. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { policyText } from "../render/security-headers.ts";

/** The package and the version that this page was tried with. */
export const CMS_PACKAGE = { name: "@sveltia/cms", version: "0.221.1" } as const;

/** Said where the package is not installed. */
export const CMS_MISSING = `The admin page needs a package that is not installed. Run: npm install --save-dev --save-exact ${CMS_PACKAGE.name}@${CMS_PACKAGE.version}`;

/** Thrown where the package is not installed: the call is at fault. */
export class MissingCmsError extends Error {
  override readonly name = "MissingCmsError";
  constructor() {
    super(CMS_MISSING);
  }
}

/** A file of the page, relative to `admin/`. */
export interface AdminFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the files of the page; the settings are not among them.
 * @param hosts further hosts that the page may reach.
 * @throws MissingCmsError if Sveltia CMS is found neither from the package's folder nor from the working folder.
 */
export async function adminPageFiles(
  packageFolder: string,
  workingFolder: string,
  hosts: readonly string[],
): Promise<readonly AdminFile[]> {
  const entry = entryOfCms([workingFolder, packageFolder]);
  if (entry === null) throw new MissingCmsError();
  const scripts = await bundleCms(entry, join(packageFolder, "templates"));
  return [
    { path: "index.html", bytes: Buffer.from(pageHtml(adminPolicy(hosts))) },
    ...scripts,
    ...fontsIn(join(dirname(entry), "assets")),
  ];
}

/**
 * What a browser lets this page do: Sveltia CMS puts styles into the page, shows images that it holds in memory
 * and previews in frames of its own. Pages of the sheet allow none of that.
 */
export function adminPolicy(hosts: readonly string[]): string {
  return policyText({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", "blob:", "data:", ...hosts],
    "frame-src": ["'self'", "blob:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
}

function pageHtml(policy: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Admin</title>
<script type="module" src="admin.js"></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
}

function entryOfCms(folders: readonly string[]): string | null {
  for (const folder of folders) {
    try {
      const entry = createRequire(join(folder, "package.json")).resolve(CMS_PACKAGE.name);
      if (existsSync(entry)) return entry;
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}

/** Parts of Sveltia CMS that this page has no use for: colours for programming languages, maps, drawings. */
const LEFT_OUT = /^(?:@shikijs\/langs\/.*|svgo(?:\/.*)?|terra-draw(?:-leaflet-adapter)?)$/;

/** What Markdown and front matter are shown in. */
const KEPT = ["@shikijs/langs/markdown", "@shikijs/langs/yaml"];

const OTHER_HOSTS_FONTS = /url\(https:\/\/cdn\.jsdelivr\.net\/[^)]+\)/g;

const leaveOut: Plugin = {
  name: "leave-out",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) =>
      KEPT.includes(path) ? null : { path: "nothing", namespace: "left-out" },
    );
    // Fonts lie beside the page. Sveltia CMS names those of a font service too, as a last resort.
    onLoad({ filter: /sveltia.cms.npm.index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(OTHER_HOSTS_FONTS, "local('sans-serif')"),
    }));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "module.exports = { default: [] };",
    }));
  },
};

async function bundleCms(entry: string, templatesFolder: string): Promise<readonly AdminFile[]> {
  const script = join(templatesFolder, "assets/admin/page.ts");
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import CMS from ${JSON.stringify(entry)};\nimport { startAdmin } from ${JSON.stringify(script)};\nstartAdmin(CMS);\n`,
      resolveDir: templatesFolder,
    },
    absWorkingDir: dirname(entry),
    plugins: [leaveOut],
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: join(dirname(entry), "admin"),
    entryNames: "admin",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    format: "esm",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { strict: true } },
    charset: "utf8",
    legalComments: "eof",
    logLevel: "silent",
    loader: { ".woff2": "file", ".wasm": "file", ".png": "file" },
  });
  const inputs = Object.keys(metafile.inputs).map((path) => resolve(dirname(entry), path));
  return [
    ...outputFiles.map(({ path, contents }) => ({ path: basename(path), bytes: contents })),
    licencesOf(inputs),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The licence of each package of which something is in the script, word for word. */
function licencesOf(inputs: readonly string[]): AdminFile {
  const folders = inputs.flatMap(
    (path) =>
      /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll("\\", "/"))?.[0] ?? [],
  );
  const parts = [...new Set(folders)].sort().flatMap((folder) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) return [];
    const terms = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return [`${name}\n${"=".repeat(name.length)}\n\n${terms}\n`];
  });
  return { path: "licences.txt", bytes: Buffer.from(parts.join("\n\n")) };
}

/** The fonts, and the licences that ask to be handed on with them. */
function fontsIn(folder: string): readonly AdminFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".woff2") || name.endsWith(".LICENSE.txt"))
    .sort()
    .map((name) => ({ path: `assets/${name}`, bytes: readFileSync(join(folder, name)) }));
}
