/** The types of page, and where in a site the pages of each can lie. */
import type { OutputPath } from "./links.ts";

/** The types of page. Each has a view in `views/` and a template in `templates/` of its name. */
export const PAGE_TYPE_NAMES = [
  "home",
  "actors",
  "actor",
  "issues",
  "issue",
  "demands",
  "timeline",
  "day",
  "days",
  "comparison",
  "comparisons",
  "fact-list",
  "fact",
  "withdrawn",
  "moved",
  "sources",
  "source",
  "corrections",
  "glossary",
  "search",
  "page",
  "not-found",
] as const;

/** The name of a type of page. */
export type PageTypeName = (typeof PAGE_TYPE_NAMES)[number];

/** Where the pages of a type can lie. The entry whose page it is, is in the parentheses. */
const PLACES: Readonly<Record<PageTypeName, RegExp>> = {
  home: /^index\.html$/,
  actors: /^actors\/(?:page\/\d+\/)?index\.html$/,
  actor: /^actors\/([^/]+)\/(?:page\/\d+\/)?index\.html$/,
  issues: /^issues\/(?:page\/\d+\/)?index\.html$/,
  issue: /^issues\/([^/]+)\/(?:page\/\d+\/)?index\.html$/,
  demands: /^demands\//,
  timeline: /^timeline\//,
  day: /^as-of\/([^/]+)\/index\.html$/,
  days: /^as-of\/(?:page\/\d+\/)?index\.html$/,
  comparison: /^compare\/[^/]+\/[^/]+\/index\.html$/,
  comparisons: /^compare\/index\.html$/,
  "fact-list": /^(?:facts|(?:actors|issues)\/[^/]+\/facts)\/(?:page\/\d+\/)?index\.html$/,
  fact: /^facts\/([^/]+)\/index\.html$/,
  withdrawn: /^facts\/([^/]+)\/index\.html$/,
  moved: /^facts\/([^/]+)\/index\.html$/,
  sources: /^sources\/(?:page\/\d+\/)?index\.html$/,
  source: /^sources\/([^/]+)\/(?:page\/\d+\/)?index\.html$/,
  corrections: /^corrections\//,
  glossary: /^glossary\//,
  search: /^search\//,
  page: /^([^/]+)\/index\.html$/,
  "not-found": /^404\.html$/,
};

/**
 * The id of the entry whose page of a type would lie at a path; empty for types without entries, and
 * `null` where no page of the type can lie.
 */
export function entryAt(name: PageTypeName, path: OutputPath): string | null {
  const place = PLACES[name].exec(path);
  return place === null ? null : (place[1] ?? "");
}
