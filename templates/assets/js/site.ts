/**
 * The script of every page. It only enhances: each part of a page that has something to gain names
 * its enhancement in `data-enhance`, and is complete without it. No word of any language stands
 * here; what is to be shown comes from the page's own attributes.
 */
import { enhanceAsOf } from "./as-of.ts";
import { enhanceCompare } from "./compare.ts";
import { enhanceCopy } from "./copy.ts";
import { enhanceList } from "./list.ts";
import { enhanceMatrix } from "./matrix.ts";
import { enhanceSearchKey } from "./search-key.ts";
import { enhanceTheme } from "./theme-switch.ts";

const ENHANCEMENTS: Readonly<Record<string, (root: HTMLElement) => void>> = {
  theme: enhanceTheme,
  "search-key": enhanceSearchKey,
  matrix: enhanceMatrix,
  list: enhanceList,
  copy: enhanceCopy,
  "as-of": enhanceAsOf,
  compare: enhanceCompare,
};

for (const root of document.querySelectorAll<HTMLElement>("[data-enhance]")) {
  try {
    ENHANCEMENTS[root.dataset.enhance ?? ""]?.(root);
    root.hidden = false;
  } catch (error) {
    // One enhancement that fails must not take the others with it.
    reportError(error);
  }
}
// Set in the head: what waited for its filters is shown.
delete document.documentElement.dataset.waiting;
