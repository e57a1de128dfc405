/** Long lists in pages. */
import { type OutputPath, pagePath } from "../../links.ts";
import type { Scope } from "../../scope.ts";

/** One page of a list. */
export interface ListPage<Item> {
  readonly path: OutputPath;
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly total: number;
  readonly items: readonly Item[];
  /** Place of the first item in the whole list, from 0. */
  readonly start: number;
}

/** The way from page to page; `null` for a list of one page. */
export interface PagerView {
  readonly label: string;
  readonly status: string;
  readonly previous: string;
  readonly next: string;
  readonly pages: readonly {
    readonly number: number;
    readonly label: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
}

/** Cuts a list into pages; an empty list has one empty page. */
export function listPages<Item>(
  list: OutputPath,
  items: readonly Item[],
  size: number,
): readonly ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, place) => ({
    path: pagePath(list, place + 1),
    number: place + 1,
    total,
    items: items.slice(place * size, (place + 1) * size),
    start: place * size,
  }));
}

/** The pager of a list's page: the first, the last and the nearest pages. */
export function pagerView<Item>(
  { t, href }: Scope,
  list: OutputPath,
  { number, total }: ListPage<Item>,
): PagerView | null {
  if (total === 1) return null;
  const link = (to: number): string => (to < 1 || to > total ? "" : href(pagePath(list, to)));
  const shown = Array.from({ length: total }, (_, place) => place + 1).filter(
    (page) => page === 1 || page === total || Math.abs(page - number) <= 2,
  );
  return {
    label: t("pager.label"),
    status: t("pager.status", { number, total }),
    previous: link(number - 1),
    next: link(number + 1),
    pages: shown.map((page) => ({
      number: page,
      label: t("pager.page", { number: page }),
      href: link(page),
      isCurrent: page === number,
    })),
  };
}
