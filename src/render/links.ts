/**
 * Where pages lie and how they link to each other. Every internal link is relative to the page it
 * stands on and ends in a file's name, so that one build works at a domain's root, under any
 * sub-path and from `file://`.
 */

import type { SheetImage } from "../content/images.ts";

/** A path in the site: forward slashes, no leading one, ending in a file's name. */
export type OutputPath = string;

/** Gives the address of a path in the site as a page writes it. */
export type Linker = (target: OutputPath, fragment?: string) => string;

/** The path of each page. */
export const PATHS = {
  home: "index.html",
  actors: "actors/index.html",
  actor: (id: string): OutputPath => `actors/${id}/index.html`,
  actorFacts: (id: string): OutputPath => `actors/${id}/facts/index.html`,
  issues: "issues/index.html",
  issue: (id: string): OutputPath => `issues/${id}/index.html`,
  issueFacts: (id: string): OutputPath => `issues/${id}/facts/index.html`,
  demands: "demands/index.html",
  timeline: "timeline/index.html",
  days: "as-of/index.html",
  day: (day: string): OutputPath => `as-of/${day}/index.html`,
  comparisons: "compare/index.html",
  comparedPositions: "compare/positions.json",
  comparedPositionsOf: (id: string): OutputPath => `compare/positions-${id}.json`,
  comparison: (a: string, b: string): OutputPath => `compare/${a}/${b}/index.html`,
  facts: "facts/index.html",
  fact: (id: string): OutputPath => `facts/${id}/index.html`,
  sources: "sources/index.html",
  source: (id: string): OutputPath => `sources/${id}/index.html`,
  corrections: "corrections/index.html",
  correctionFeed: "corrections/feed.xml",
  glossary: "glossary/index.html",
  search: "search/index.html",
  searchIndex: "search/index.json",
  image: ({ id, digest, kind }: SheetImage): OutputPath => `images/${id}-${digest}.${kind}`,
  page: (id: string): OutputPath => `${id}/index.html`,
  notFound: "404.html",
  manifest: "site.webmanifest",
  siteMap: "sitemap.xml",
  siteMapPart: (number: number): OutputPath => `sitemap-${number}.xml`,
  robots: "robots.txt",
} as const;

/** The path of a list's further pages: the first is the list itself, the others lie below it. */
export function pagePath(list: OutputPath, number: number): OutputPath {
  if (number === 1) return list;
  return `${list.slice(0, list.lastIndexOf("/") + 1)}page/${number}/index.html`;
}

/** Links from one page to any path, relative to that page: up to the site's root and down again. */
export function relativeLinks(from: OutputPath): Linker {
  return linksBelow("../".repeat(from.split("/").length - 1));
}

/**
 * Links for a page that a host may serve at any address (404): they start at the site's root,
 * which is the path of the site's own address, or `/` where the site states none.
 */
export function rootedLinks(siteAddress: string): Linker {
  const path = siteAddress === "" ? "/" : new URL(siteAddress).pathname;
  return linksBelow(path.endsWith("/") ? path : `${path}/`);
}

function linksBelow(root: string): Linker {
  return (target, fragment = "") =>
    fragment === "" ? root + target : `${root}${target}#${fragment}`;
}

/** What a page says of a link: nothing for its own site; another's page must not reach back to this one. */
export function relationOf(href: string): string {
  return /^https?:/i.test(href) ? "noopener" : "";
}

/** The public address of a page, without `index.html`; empty where the site states no address. */
export function publicAddress(siteAddress: string, path: OutputPath): string {
  if (siteAddress === "") return "";
  const base = siteAddress.endsWith("/") ? siteAddress : `${siteAddress}/`;
  return base + path.replace(/(^|\/)index\.html$/, "$1");
}
