/** Builds a sheet into its output folder: only what changed since the last build is read, checked, rendered and written. */

import type { AdminSite } from "../admin/site-files.ts";
import { checkMemory, storeMemory } from "../check/memory.ts";
import { emptyMemory } from "../content/memory.ts";
import type { Problem } from "../content/problem.ts";
import type { NotedRecords } from "../render/bodies.ts";
import {
  type BuildMemory,
  beginMemory,
  loadMemory,
  type MemoryWriter,
  memoryFile,
  memoryKey,
} from "./build-memory.ts";
import { changedBodies } from "./changed-bodies.ts";
import { codeKey } from "./code-key.ts";
import { compileSheet, type SheetMemory } from "./compile.ts";
import { heapKeeper } from "./heap.ts";
import { takeLock } from "./lock.ts";
import type { BuildOptions } from "./options.ts";
import { putPages, putPagesOfBodies } from "./page-memory.ts";
import { type KeptTools, type RenderedSite, renderSite, renderTools } from "./render-site.ts";
import { buildSearchIndex, putSearchIndex, type SearchMemory } from "./search-index.ts";
import { putFiles, putFilesOfBodies } from "./site-files.ts";
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
  const before = new Map(memory.content.files);
  const sheet = compileSheet(options, memory);
  tell(sheet.problems);
  const { dossier, bodies } = sheet;
  if (!dossier) return null;

  const { content, checks } = memory;
  const changed =
    admin || !last || last.files.admin ? null : changedBodies(before, content.files, sheet.records);
  const paths = treePaths(options.outputFolder);
  const release = await takeLock(paths.lock);
  let saving: MemoryWriter | null = null;
  try {
    const kept = { content, checks: storeMemory(checks, last?.checks) };
    saving = beginMemory(file, key, kept, last?.stored ?? null);
    const tools = renderTools(dossier, options.packageFolder, last?.tools ?? null);
    const site = renderSite(dossier, options, sheet.days, {
      tools,
      earlier: last?.pages ?? null,
      checks,
      bodies,
      ...(last && changed ? { proofs: last.proofs } : {}),
    });
    const { published, ...written } = writeSite(site, paths, {
      withSearch: options.search,
      last,
      admin,
      bodies,
      changed,
    });
    saving.finish({
      tools: keptTools(tools, last?.tools ?? null),
      proofs: site.proofs,
      site: published.site,
      ...written,
    });
    return {
      pages: written.pages.paths.length,
      facts: dossier.named.facts.size,
      changed: published.changed.length,
    };
  } catch (error) {
    saving?.discard();
    throw error;
  } finally {
    release();
  }
}

function sheetMemory(last: BuildMemory | null): SheetMemory {
  return { content: last?.content ?? emptyMemory(), checks: checkMemory(last?.checks) };
}

function keptTools({ key, built }: KeptTools, last: KeptTools | null): KeptTools {
  return last?.key === key && last.built === built ? last : { key, built };
}

interface WritingOptions {
  readonly withSearch: boolean;
  readonly last: BuildMemory | null;
  readonly admin: AdminSite | null;
  readonly bodies: Pick<NotedRecords, "listen">;
  /** Paths of files whose bodies changed, where nothing else did. */
  readonly changed: readonly string[] | null;
}

function writeSite(
  site: RenderedSite,
  paths: TreePaths,
  options: WritingOptions,
): Pick<BuildMemory, "pages" | "files" | "search"> & { readonly published: PublishedSite } {
  const { withSearch, last } = options;
  recoverSite(paths);
  const tree = openTree(paths, last?.site ?? null);
  try {
    const put = putChanged(site, tree, options) ?? putAll(site, tree, options);
    const search = withSearch ? putSearch(site, last?.search ?? null, tree) : null;
    return { ...put, search, published: tree.publish() };
  } catch (error) {
    tree.discard();
    throw error;
  }
}

type Put = Pick<BuildMemory, "pages" | "files">;

/** Puts pages and files where nothing but bodies changed; `null` if it is not known what to put. */
function putChanged(
  site: RenderedSite,
  tree: SiteTree,
  { last, changed }: WritingOptions,
): Put | null {
  const pages = last && changed && putPagesOfBodies(changed, site, last.pages, tree);
  if (!pages) return null;
  return { pages, files: putFilesOfBodies(site, last.files, last.site.files.keys(), tree) };
}

function putAll(site: RenderedSite, tree: SiteTree, options: WritingOptions): Put {
  const { last, admin, bodies } = options;
  const all = site.pageTypes.flatMap((type) => type.pages);
  const pages = putPages(all, site, last?.pages ?? null, tree);
  return { pages, files: putFiles(site, admin, bodies, tree) };
}

/** Puts the search index into the tree: what is new in it, if the rest stands as it was written. */
function putSearch(
  { searchRecords }: RenderedSite,
  before: SearchMemory | null,
  tree: SiteTree,
): SearchMemory {
  const keepHeap = heapKeeper();
  keepHeap();
  const records = searchRecords();
  const next = before ? buildSearchIndex(records, before) : null;
  const put = ({ path, bytes }: SiteFile): void => {
    tree.put(path, bytes);
    keepHeap();
  };
  if (!next?.kept.every(tree.isIntact)) {
    const { first, memory } = putSearchIndex(records, put);
    put(first);
    return memory;
  }
  for (const path of next.kept) tree.keep(path);
  for (const file of next.files) put(file);
  return next.memory;
}
