/** The timeline: everything that happened or was said, by date. */
import type { Dossier, TimelineEntry } from "../../model/dossier.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";
import { type TimelineGroup, timelineGroup } from "./parts/unfolding.ts";

/** A page of the timeline. */
export interface TimelineView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly TimelineGroup[];
  /** Where the sheet stands as of each day; empty if nowhere. */
  readonly daysHref: string;
  readonly pager: PagerView | null;
}

const SHOWN_ON_A_PAGE = 120;

/** The pages of the timeline, oldest first: cut by number of facts, each with its dates. */
export function timelinePages({ timeline }: Dossier): readonly ListPage<TimelineEntry>[] {
  const dated = timeline.flatMap(({ date, facts }) =>
    facts.map((fact) => ({ date, facts: [fact] })),
  );
  return listPages(PATHS.timeline, dated, SHOWN_ON_A_PAGE).map((page) => ({
    ...page,
    items: joined(page.items),
  }));
}

/** Makes the view of a page of the timeline. */
export function timelineView(scope: Scope, page: ListPage<TimelineEntry>): TimelineView {
  const { t } = scope;
  return {
    frame: frameOf(scope, { title: t("timeline.title"), description: t("timeline.description") }),
    title: t("timeline.title"),
    note: t("timeline.note", { facts: scope.numbers.facts }),
    groups: page.items.map((entry) => timelineGroup(scope, entry)),
    daysHref: scope.context.hasDays ? scope.href(PATHS.days) : "",
    pager: pagerView(scope, PATHS.timeline, page),
  };
}

/** Neighbouring entries of one date as one. */
function joined(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const groups: { date: TimelineEntry["date"]; facts: TimelineEntry["facts"][number][] }[] = [];
  for (const { date, facts } of entries) {
    const last = groups.at(-1);
    if (last?.date === date) last.facts.push(...facts);
    else groups.push({ date, facts: [...facts] });
  }
  return groups;
}
