/** The list of days on which the sheet changed. */
import type { Day } from "../../content/dates.ts";
import type { SheetDays } from "../../model/sheet-days.ts";
import { type DateView, dayView } from "../dates.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";

/** A page of the list of days. */
export interface DaysView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly days: readonly {
    readonly date: DateView;
    readonly href: string;
    readonly facts: string;
    readonly changes: string;
  }[];
  readonly pager: PagerView | null;
}

const SHOWN_ON_A_PAGE = 120;

/** The pages of the list of days, newest first; none for a sheet without days. */
export function dayPages({ days }: SheetDays): readonly ListPage<Day>[] {
  return days.length === 0 ? [] : listPages(PATHS.days, [...days].reverse(), SHOWN_ON_A_PAGE);
}

/** Makes the view of a page of the list of days. */
export function daysView(scope: Scope, page: ListPage<Day>): DaysView {
  const { t, href, context } = scope;
  return {
    frame: frameOf(scope, { title: t("days.title"), description: t("days.description") }),
    title: t("days.title"),
    note: t("days.note", { count: context.days.days.length }),
    days: page.items.map((day) => {
      const { facts, changedCells } = context.days.summaryOf(day);
      return {
        date: dayView(scope, day),
        href: href(PATHS.day(day)),
        facts: t("count.facts-known", { count: facts }),
        changes: t("count.changed-positions", { count: changedCells }),
      };
    }),
    pager: pagerView(scope, PATHS.days, page),
  };
}
