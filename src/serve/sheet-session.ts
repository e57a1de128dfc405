/** A sheet kept in memory while it is edited: each change is read, checked and derived, and pages are rendered when they are asked for. */

import { compileSheet, emptySheetMemory } from "../build/compile.ts";
import type { BuildOptions } from "../build/options.ts";
import {
  type RenderedSite,
  type RenderTools,
  renderSite,
  renderTools,
} from "../build/render-site.ts";
import { type OpenSearch, openSearch } from "../build/search-index.ts";
import type { Problem } from "../content/problem.ts";

/** The sheet as it is served. */
export interface SheetSession {
  /** Reads what changed. `templates` says that templates changed too. */
  readonly refresh: (templates?: boolean) => void;
  /** What is wrong with the content as it now is. */
  readonly problems: () => readonly Problem[];
  /** Whether an error stands in the way of the content as it now is: what is served is older. */
  readonly isBroken: () => boolean;
  /** A file of the last good site; `null` if it has none of that path, or if there never was a good site. */
  readonly file: (path: string) => Uint8Array | string | null;
  /** Whether there has been a good site. */
  readonly hasSite: () => boolean;
  /** How many pages it has. */
  readonly pages: () => number;
}

/** Opens a session and reads the sheet for the first time. */
export function openSession(options: BuildOptions): SheetSession {
  const memory = emptySheetMemory();
  let tools: RenderTools | null = null;
  let problems: readonly Problem[] = [];
  let broken = false;
  let site: ServedSite | null = null;
  let rendered: RenderedSite | null = null;
  // Made when a page first searches, and then again only where records changed.
  const search = openSearch(() => rendered?.searchRecords() ?? []);

  const refresh = (templates = false): void => {
    if (templates) tools = null;
    const sheet = compileSheet(options, memory);
    problems = sheet.problems;
    broken = sheet.dossier === null;
    if (!sheet.dossier) return;
    tools = renderTools(sheet.dossier, options.packageFolder, tools);
    rendered = renderSite(sheet.dossier, { ...options, search: true }, sheet.days, {
      tools,
      checks: memory.checks,
    });
    search.changed();
    site = servedSite(rendered, search);
  };
  refresh();
  return {
    refresh,
    problems: () => problems,
    isBroken: () => broken,
    file: (path) => site?.file(path) ?? null,
    hasSite: () => site !== null,
    pages: () => site?.pages ?? 0,
  };
}

interface ServedSite {
  readonly pages: number;
  readonly file: (path: string) => Uint8Array | string | null;
}

function servedSite(site: RenderedSite, search: OpenSearch): ServedSite {
  const pages = new Map(
    site.pageTypes.flatMap((type) => type.pages.map((page) => [page.path, page])),
  );
  let files: ReadonlyMap<string, Uint8Array | string> | null = null;
  return {
    pages: pages.size,
    file: (path) => {
      const page = pages.get(path);
      if (page) return page.render();
      const found = search.file(path);
      if (found) return found.bytes;
      files ??= new Map(site.files().map((file) => [file.path, file.bytes]));
      return files.get(path) ?? null;
    },
  };
}
