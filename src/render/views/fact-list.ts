/** A plain list of facts in pages: all of the sheet, of an actor or of an issue. */
import type { Fact } from "../../content/records.ts";
import type { OutputPath } from "../links.ts";
import type { Scope } from "../scope.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type SourcedLine, sourcedLine } from "./parts/fact-lines.ts";
import { type Frame, type FrameOptions, frameOf } from "./parts/frame.ts";
import { type ListPage, type PagerView, pagerView } from "./parts/pager.ts";

/** A page of a list of facts. */
export interface FactListView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly lines: readonly SourcedLine[];
  readonly pager: PagerView | null;
}

/** How many facts a page of a list shows. */
export const FACTS_ON_A_PAGE = 80;

/** Makes the view of a page of a list of facts. */
export function factListView(
  given: Scope,
  list: OutputPath,
  page: ListPage<Fact>,
  options: FrameOptions & { readonly note: string },
): FactListView {
  // Nobody prints a list of many pages to look up its sources; each fact's own page gives them in full.
  const scope = page.total === 1 ? withNotes(given, page.items) : given;
  return {
    frame: frameOf(scope, { ...options, isIndexed: page.number === 1 }),
    title: options.title,
    note: options.note,
    lines: page.items.map((fact) => sourcedLine(scope, fact)),
    pager: pagerView(scope, list, page),
  };
}
