/** A sheet kept in memory while it is edited: each change is read, checked and derived, and pages are rendered when they are asked for. */

import { deriveSheet } from "../build/compile.ts";
import type { BuildOptions } from "../build/options.ts";
import { OpenProofs } from "../build/quote-proofs.ts";
import {
  type RenderedSite,
  type RenderTools,
  renderSite,
  renderTools,
} from "../build/render-site.ts";
import { type OpenSearch, openSearch } from "../build/search-index.ts";
import { checkMemory } from "../check/memory.ts";
import { openCheck } from "../check/open-check.ts";
import { readSnapshotBeside } from "../check/snapshots.ts";
import { openContent } from "../content/open-content.ts";
import type { Problem } from "../content/problem.ts";
import { openDossier } from "../model/open-dossier.ts";
import { findPage } from "../render/page-types.ts";

/** The sheet as it is served. */
export interface SheetSession {
  /**
   * Reads what changed in the content.
   * @param changed absolute paths of all files that came, changed or went; `null`, or left out, if that is not known.
   */
  readonly refresh: (changed?: ReadonlySet<string> | null) => void;
  /** Reads everything again that pages are made with. */
  readonly refreshTemplates: () => void;
  /** What is wrong with the content as it now is. */
  readonly problems: () => readonly Problem[];
  /** Whether an error stands in the way of the content as it now is: what is served is older. */
  readonly isBroken: () => boolean;
  /** A file of the last good site; `null` if it has none of that path, or if there never was a good site. */
  readonly file: (path: string) => Uint8Array | string | null;
  /** Whether there has been a good site. */
  readonly hasSite: () => boolean;
  /** Where the pages of the last good site lie. Lists them all, which no edit has to wait for. */
  readonly paths: () => readonly string[];
}

/** Opens a session and reads the sheet for the first time. */
export function openSession(options: BuildOptions): SheetSession {
  const content = openContent(options.contentFolder, options.workingFolder);
  const checks = checkMemory();
  const check = openCheck(checks);
  const sheet = openDossier();
  const proofs = new OpenProofs(checks);
  let tools: RenderTools | null = null;
  let problems: readonly Problem[] = [];
  let broken = false;
  let site: ServedSite | null = null;
  let rendered: RenderedSite | null = null;
  // Made when a page first searches, and then again only where records changed.
  const search = openSearch(() => rendered?.searchRecords() ?? []);

  const refresh: SheetSession["refresh"] = (changed = null) => {
    const snapshot = readSnapshotBeside(options.contentFolder);
    const checked = check.check(content.read(changed), snapshot);
    problems = checked.problems;
    broken = checked.records === null;
    if (!checked.records) return;
    const { dossier, days } =
      options.asOf === null
        ? sheet.derive(checked.records, options.drafts)
        : deriveSheet(checked.records, options);
    tools = renderTools(dossier, options.packageFolder, tools);
    rendered = renderSite(dossier, { ...options, search: true }, days, {
      tools,
      proofs: proofs.of(dossier),
    });
    search.changed();
    site = servedSite(rendered, search);
  };
  refresh();
  return {
    refresh,
    refreshTemplates: () => {
      tools = null;
      refresh();
    },
    problems: () => problems,
    isBroken: () => broken,
    file: (path) => site?.file(path) ?? null,
    hasSite: () => site !== null,
    paths: () => site?.paths() ?? [],
  };
}

interface ServedSite {
  readonly paths: () => readonly string[];
  readonly file: (path: string) => Uint8Array | string | null;
}

/** So many rendered pages are kept: those that are open, and those that were looked at before. */
const MOST_KEPT = 50;

function servedSite(site: RenderedSite, search: OpenSearch): ServedSite {
  const kept = new Map<string, string>();
  return {
    paths: () => site.pageTypes.flatMap(({ pages }) => pages.map(({ path }) => path)),
    file: (path) => {
      const html = kept.get(path) ?? findPage(site.pageTypes, path)?.render();
      if (html === undefined) return (search.file(path) ?? site.file(path))?.bytes ?? null;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(path, html);
      return html;
    },
  };
}
