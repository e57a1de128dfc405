/** Builds a sheet into its output folder: only what changed since the last build is read, checked, rendered and written. */

import type { AdminSite } from "../admin/site-files.ts";
import { checkMemory, storeMemory } from "../check/memory.ts";
import { emptyMemory } from "../content/memory.ts";
import type { Problem } from "../content/problem.ts";
import { HEADERS_PATH } from "../render/host-files.ts";
import { type BuildMemory, loadMemory, memoryFile, memoryKey, saveMemory } from "./build-memory.ts";
import { codeKey } from "./code-key.ts";
import { compileSheet, type SheetMemory } from "./compile.ts";
import { takeLock } from "./lock.ts";
import type { BuildOptions } from "./options.ts";
import { putPages } from "./page-memory.ts";
import { type RenderedSite, renderSite, renderTools } from "./render-site.ts";
import { buildSearchIndex, type SearchMemory } from "./search-index.ts";
import {
  openTree,
  type PublishedSite,
  recoverSite,
  type SiteTree,
  type TreePaths,
  treePaths,
} from "./site-tree.ts";

import type { SiteFile } from "./write-files.ts";

/** What was built. */
export interface BuiltSite {
  readonly pages: number;
  readonly facts: number;
  /** Files that were written or removed. */
  readonly changed: number;
}

/**
 * Builds the site and puts it in its place.
 * @param tell is given every problem of the content before anything is written.
 * @param admin the admin page, if it was asked for.
 * @returns `null` if an error in the content stops the build.
 * @throws ForeignOutputError if the output folder holds something else.
 * @throws BusyOutputError if another build does not let go of it.
 */
export async function buildSite(
  options: BuildOptions,
  tell: (problems: readonly Problem[]) => void,
  admin: AdminSite | null = null,
): Promise<BuiltSite | null> {
  const key = memoryKey(options, codeKey(options.packageFolder));
  const file = memoryFile(options);
  const last = loadMemory(file, key);
  const memory = sheetMemory(last);
  const sheet = compileSheet(options, memory);
  tell(sheet.problems);
  const { dossier } = sheet;
  if (!dossier) return null;

  const paths = treePaths(options.outputFolder);
  const release = await takeLock(paths.lock);
  try {
    const tools = renderTools(dossier, options.packageFolder, last?.tools ?? null);
    const site = renderSite(dossier, options, sheet.days, {
      tools,
      earlier: last?.pages ?? null,
      checks: memory.checks,
      bodies: sheet.bodies,
    });
    const { pages, search, published } = writeSite(site, paths, {
      withSearch: options.search,
      last,
      admin,
    });
    const { content, checks } = memory;
    saveMemory(file, {
      key,
      content,
      checks: storeMemory(checks),
      tools: { key: tools.key, built: tools.built },
      pages,
      search,
      site: published.site,
    });
    return {
      pages: pages.paths.length,
      facts: dossier.named.facts.size,
      changed: published.changed.length,
    };
  } finally {
    release();
  }
}

function sheetMemory(last: BuildMemory | null): SheetMemory {
  return { content: last?.content ?? emptyMemory(), checks: checkMemory(last?.checks) };
}

function writeSite(
  site: RenderedSite,
  paths: TreePaths,
  {
    withSearch,
    last,
    admin,
  }: {
    readonly withSearch: boolean;
    readonly last: BuildMemory | null;
    readonly admin: AdminSite | null;
  },
): Pick<BuildMemory, "pages" | "search"> & { readonly published: PublishedSite } {
  recoverSite(paths);
  const tree = openTree(paths, last?.site ?? null);
  try {
    const pages = putPages(
      site.pageTypes.flatMap((type) => type.pages),
      site,
      last?.pages ?? null,
      tree,
    );
    for (const { path, bytes } of withAdmin(site.files(), admin)) tree.put(path, bytes);
    const search = withSearch ? putSearch(site, last?.search ?? null, tree) : null;
    return { pages, search, published: tree.publish() };
  } catch (error) {
    tree.discard();
    throw error;
  }
}

/** The site's files with the admin page, whose headers stand below the site's own. */
function withAdmin(files: readonly SiteFile[], admin: AdminSite | null): readonly SiteFile[] {
  if (!admin) return files;
  const own = files.map(({ path, bytes }) =>
    path === HEADERS_PATH
      ? { path, bytes: `${Buffer.from(bytes)}${admin.headers}` }
      : { path, bytes },
  );
  return [...own, ...admin.files];
}

/** Puts the search index into the tree: what is new in it, if the rest stands as it was written. */
function putSearch(
  { searchRecords }: RenderedSite,
  before: SearchMemory | null,
  tree: SiteTree,
): SearchMemory {
  const records = searchRecords();
  const next = before ? buildSearchIndex(records, before) : null;
  const index = next?.kept.every(tree.isIntact) ? next : buildSearchIndex(records);
  for (const path of index.kept) tree.keep(path);
  for (const { path, bytes } of index.files) tree.put(path, bytes);
  return index.memory;
}
