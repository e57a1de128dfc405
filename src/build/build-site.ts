/** Builds a compiled sheet into its output folder: only what changed since the last build is rendered and written. */

import type { Dossier } from "../model/dossier.ts";
import type { SheetDays } from "../model/sheet-days.ts";
import { loadMemory, memoryFile, memoryKey, saveMemory } from "./build-memory.ts";
import { codeKey } from "./code-key.ts";
import { takeLock } from "./lock.ts";
import type { BuildOptions } from "./options.ts";
import { putPages } from "./page-memory.ts";
import { type RenderedSite, renderSite } from "./render-site.ts";
import { buildSearchIndex, type SearchMemory } from "./search-index.ts";
import { openTree, recoverSite, type SiteTree, treePaths } from "./site-tree.ts";

/** What was built. */
export interface BuiltSite {
  readonly pages: number;
  /** Files that were written or removed. */
  readonly changed: number;
}

/**
 * Builds the site and puts it in its place.
 * @throws ForeignOutputError if the output folder holds something else.
 * @throws BusyOutputError if another build does not let go of it.
 */
export async function buildSite(
  options: BuildOptions,
  dossier: Dossier,
  days: SheetDays,
): Promise<BuiltSite> {
  const paths = treePaths(options.outputFolder);
  const release = await takeLock(paths.lock);
  try {
    recoverSite(paths);
    const file = memoryFile(options);
    const key = memoryKey(options, codeKey(options.packageFolder));
    const memory = loadMemory(file, key);
    const site = renderSite(dossier, options, days, { earlier: memory?.pages ?? null });
    const tree = openTree(paths, memory?.site ?? null);
    try {
      const pages = putPages(
        site.pageTypes.flatMap((type) => type.pages),
        site,
        memory?.pages ?? null,
        tree,
      );
      for (const { path, bytes } of site.files()) tree.put(path, bytes);
      const search = options.search ? putSearch(site, memory?.search ?? null, tree) : null;
      const published = tree.publish();
      saveMemory(file, { key, site: published.site, pages, search });
      return { pages: pages.pages.size, changed: published.changed.length };
    } catch (error) {
      tree.discard();
      throw error;
    }
  } finally {
    release();
  }
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
