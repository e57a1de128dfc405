/** Counts a built site's pages by kind, by where they lie. */
import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The kinds of page that are counted, in the order of the results. */
export const PAGE_KINDS = [
  "fact",
  "actor",
  "issue",
  "source",
  "day",
  "comparison",
  "list",
  "other",
] as const;

/** A kind of page. */
export type PageKind = (typeof PAGE_KINDS)[number];

/** A built site in numbers. */
export interface SiteSize {
  readonly pages: Readonly<Record<PageKind, number>>;
  readonly pagesInAll: number;
  readonly files: number;
  readonly bytes: number;
}

const FOLDERS: Readonly<Record<string, PageKind>> = {
  facts: "fact",
  actors: "actor",
  issues: "issue",
  sources: "source",
  "as-of": "day",
};

/** The kind of the page at a path below the site, such as `facts/x/index.html`. */
export function pageKind(path: string): PageKind {
  const [folder = "", ...rest] = path.split("/");
  const kind = FOLDERS[folder];
  const isPart = rest.includes("page");
  if (kind && rest.length === 2 && !isPart) return kind;
  if (folder === "compare" && rest.length === 3) return "comparison";
  const isList = kind !== undefined || ["demands", "timeline", "compare"].includes(folder);
  return isList || path === "index.html" ? "list" : "other";
}

/** Counts pages, files and bytes. Redirects that Hugo writes for the first page of a list are no pages. */
export function siteSize(folder: string): SiteSize {
  const pages: Record<PageKind, number> = {
    fact: 0,
    actor: 0,
    issue: 0,
    source: 0,
    day: 0,
    comparison: 0,
    list: 0,
    other: 0,
  };
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(folder, absolute).split(sep).join("/");
    files += 1;
    bytes += statSync(absolute).size;
    if (path.endsWith(".html") && !path.endsWith("page/1/index.html")) pages[pageKind(path)] += 1;
  }
  const pagesInAll = Object.values(pages).reduce((total, count) => total + count, 0);
  return { pages, pagesInAll, files, bytes };
}
