/** Looks whether a built site is what was asked for, before anything is timed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "../corpus/content-file.ts";
import { expectationsOf, shows } from "./expectations.ts";
import { type SiteSize, siteSize } from "./page-kinds.ts";

/** What a site's output lacks. */
export interface Comparison {
  readonly size: SiteSize;
  /** A line for each thing missing; none for a site that may be measured. */
  readonly lacks: readonly string[];
}

/** A folder of the sheet and the kind of page that each of its files must have. */
const ONE_PAGE_A_FILE = {
  facts: "fact",
  actors: "actor",
  issues: "issue",
  sources: "source",
} as const;

/** Compares a built site with the sheet it was made from. */
export function compareWithSheet(output: string, files: readonly ContentFile[]): Comparison {
  const size = siteSize(output);
  const counts = Object.entries(ONE_PAGE_A_FILE).flatMap(([folder, kind]) => {
    const wanted = files.filter(({ path }) => path.startsWith(`${folder}/`)).length;
    const found = size.pages[kind];
    return wanted === found ? [] : [`${found} pages of kind ${kind} for ${wanted} files`];
  });
  const days = size.pages.day > 0 ? [] : ["no page of a day"];
  const lists = [
    "index.html",
    "actors",
    "issues",
    "sources",
    "facts",
    "demands",
    "timeline",
    "as-of",
  ]
    .map((list) => (list === "index.html" ? list : `${list}/index.html`))
    .filter((list) => !existsSync(join(output, list)))
    .map((list) => `no ${list}`);
  const texts = expectationsOf(files).flatMap(({ page, texts }) => {
    if (!existsSync(join(output, page))) return [`no ${page}`];
    const html = readFileSync(join(output, page), "utf8");
    return texts.filter((words) => !shows(html, words)).map((words) => `${page} lacks “${words}”`);
  });
  return { size, lacks: [...counts, ...days, ...lists, ...texts] };
}
