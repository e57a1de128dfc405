/** Files for programs that read sites: the manifest, and where search engines begin. */
import type { Dossier } from "../model/dossier.ts";
import { lastChange } from "../model/last-change.ts";
import type { AssetFile } from "./assets.ts";
import type { Assets } from "./context.ts";
import { type OutputPath, PATHS, publicAddress } from "./links.ts";
import { directionOf } from "./locale/direction.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";
import { listPages } from "./views/parts/pager.ts";
import { escapeXml, XML_DECLARATION } from "./xml.ts";

/** The manifest with which a browser can keep the site at hand. Its addresses are relative to it. */
export function manifestFile({ site }: Dossier, { icon, largeIcon }: Assets): AssetFile {
  const manifest = {
    name: site.title,
    description: site.summary,
    lang: site.language,
    dir: directionOf(site.language),
    start_url: PATHS.home,
    scope: "./",
    display: "minimal-ui",
    background_color: PAPER_COLOURS.light,
    theme_color: PAPER_COLOURS.light,
    icons: [
      { src: icon, type: "image/svg+xml", sizes: "any" },
      { src: largeIcon, type: "image/png", sizes: "512x512" },
    ],
  };
  return { path: PATHS.manifest, bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) };
}

/**
 * The map of the site and the file that points to it. A site that states no address has neither:
 * both may only hold whole addresses. Nor has one with drafts, which is not for the public. Of more
 * addresses than a map may hold there are several maps, and the file is the index of them.
 */
export function crawlerFiles(
  dossier: Dossier,
  pages: readonly OutputPath[],
  drafts: boolean,
): readonly AssetFile[] {
  const { url } = dossier.site;
  if (url === "" || drafts) return [];
  const changed = changesByPath(dossier);
  const entries = pages.filter(isListed).map((path) => {
    const day = changed.get(path);
    const changedOn = day === undefined ? "" : `<lastmod>${day}</lastmod>`;
    return `<url><loc>${escapeXml(publicAddress(url, path))}</loc>${changedOn}</url>\n`;
  });
  const robots = `User-agent: *\nAllow: /\nSitemap: ${publicAddress(url, PATHS.siteMap)}\n`;
  return [...siteMaps(url, entries), { path: PATHS.robots, bytes: Buffer.from(robots) }];
}

/** So many addresses may stand in one map (sitemaps.org, protocol 0.9). */
const MOST_IN_A_MAP = 50_000;

function siteMaps(url: string, entries: readonly string[]): readonly AssetFile[] {
  const parts = listPages(PATHS.siteMap, entries, MOST_IN_A_MAP);
  const [only, ...more] = parts.map(({ number, items }) => ({
    path: PATHS.siteMapPart(number),
    bytes: siteMapXml("urlset", items),
  }));
  if (!only) return [];
  if (more.length === 0) return [{ ...only, path: PATHS.siteMap }];
  const addresses = [only, ...more].map(
    ({ path }) => `<sitemap><loc>${escapeXml(publicAddress(url, path))}</loc></sitemap>\n`,
  );
  return [{ path: PATHS.siteMap, bytes: siteMapXml("sitemapindex", addresses) }, only, ...more];
}

function siteMapXml(element: "urlset" | "sitemapindex", entries: readonly string[]): Buffer {
  return Buffer.from(
    `${XML_DECLARATION}<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("")}</${element}>
`,
  );
}

/** Pages that are worth finding: not the further pages of lists, search, or what stands in for a missing page. */
function isListed(path: OutputPath): boolean {
  return path !== PATHS.notFound && path !== PATHS.search && !/\/page\/\d+\//.test(path);
}

/** The day on which what a page shows last changed, for pages of one fact, actor, issue or source. */
function changesByPath(dossier: Dossier): ReadonlyMap<OutputPath, string> {
  const days: [OutputPath, string][] = [];
  const add = (path: OutputPath, facts: Parameters<typeof lastChange>[0]): void => {
    const date = lastChange(facts);
    if (date?.precision === "day") days.push([path, date.last]);
  };
  for (const { fact } of dossier.facts.values()) add(PATHS.fact(fact.id), [fact]);
  for (const { actor, facts } of dossier.actors.values()) add(PATHS.actor(actor.id), facts);
  for (const { issue, facts } of dossier.issues.values()) add(PATHS.issue(issue.id), facts);
  for (const { source, facts } of dossier.sources.values()) add(PATHS.source(source.id), facts);
  return new Map(days);
}
