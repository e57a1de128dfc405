/** Builds a compiled sheet into its output folder: only what changed since the last build is rendered and written. */

import type { Dossier } from "../model/dossier.ts";
import type { SheetDays } from "../model/sheet-days.ts";
import { loadMemory, memoryFile, memoryKey, saveMemory } from "./build-memory.ts";
import { codeKey } from "./code-key.ts";
import { takeLock } from "./lock.ts";
import type { BuildOptions } from "./options.ts";
import { putPages } from "./page-memory.ts";
import { renderSite } from "./render-site.ts";
import { buildSearchIndex } from "./search-index.ts";
import { openTree, recoverSite, treePaths } from "./site-tree.ts";

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
    const site = renderSite(dossier, options, days, memory?.pages);
    const search = options.search
      ? buildSearchIndex(site.searchRecords(), dossier.site.language)
      : Promise.resolve([]);
    // A page that fails to render ends the build first; a failed index is told below.
    search.catch(() => undefined);
    const tree = openTree(paths, memory?.site ?? null);
    try {
      const pages = putPages(
        site.pageTypes.flatMap((type) => type.pages),
        site,
        memory?.pages ?? null,
        tree,
      );
      for (const { path, bytes } of [...site.files, ...(await search)]) tree.put(path, bytes);
      const published = tree.publish();
      saveMemory(file, { key, site: published.site, pages });
      return { pages: pages.pages.size, changed: published.changed.length };
    } catch (error) {
      tree.discard();
      throw error;
    }
  } finally {
    release();
  }
}
