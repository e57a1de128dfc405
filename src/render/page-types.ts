/** Every page of a sheet, by type: where it lies and how it is rendered. A page's view is made when it is rendered. */
import type { Day } from "../content/dates.ts";
import type { Dossier } from "../model/dossier.ts";
import { once } from "../model/lazy.ts";
import { comparisonPairs } from "./comparison-pairs.ts";
import type { RenderContext } from "./context.ts";
import { factListPages } from "./fact-lists.ts";
import { type OutputPath, PATHS } from "./links.ts";
import { numbersByDay, numbersOf, type SheetNumbers } from "./numbers.ts";
import {
  entries,
  entryOf,
  listing,
  type PageFamily,
  type PageSpec,
  pageAt,
  single,
} from "./page-families.ts";
import { pageMakers } from "./page-makers.ts";
import { entryAt, PAGE_TYPE_NAMES, type PageTypeName } from "./page-places.ts";
import type { WatchedSource } from "./reads.ts";
import { scopeOf } from "./scope.ts";
import { actorPositionPages, actorView } from "./views/actor.ts";
import { actorPages, actorsView } from "./views/actors.ts";
import { comparisonView } from "./views/comparison.ts";
import { comparisonPages, comparisonsView } from "./views/comparisons.ts";
import { correctionPages, correctionsView } from "./views/corrections.ts";
import { dayInputs, dayView } from "./views/day.ts";
import { dayPages, daysView } from "./views/days.ts";
import { demandPages, demandsView } from "./views/demands.ts";
import { factView } from "./views/fact.ts";
import { factListView } from "./views/fact-list.ts";
import { glossaryView } from "./views/glossary.ts";
import { homeView } from "./views/home.ts";
import { issuePositionPages, issueView } from "./views/issue.ts";
import { issuePages, issuesView } from "./views/issues.ts";
import { movedView } from "./views/moved.ts";
import { notFoundView } from "./views/not-found.ts";
import { pageView } from "./views/page.ts";
import { searchView } from "./views/search.ts";
import { sourceFactPages, sourceView } from "./views/source.ts";
import { sourcePages, sourcesView } from "./views/sources.ts";
import { timelinePages, timelineView } from "./views/timeline.ts";
import { withdrawnView } from "./views/withdrawn.ts";

/** All pages of one type. */
export interface RenderedPageType {
  readonly name: PageTypeName;
  /** Listed when they are first asked for. */
  readonly pages: readonly PageSpec[];
  /** The page at a path; `undefined` if none of this type lies there. Lists no more than it has to. */
  readonly at: (path: OutputPath) => PageSpec | undefined;
}

/** The page of a site at a path; `undefined` if none lies there. */
export function findPage(
  types: readonly RenderedPageType[],
  path: OutputPath,
): PageSpec | undefined {
  for (const { at } of types) {
    const page = at(path);
    if (page) return page;
  }
  return undefined;
}

/**
 * Lists every page of the sheet by type, in a fixed order.
 * @param seen the sheet as rendering sees it, which may note what is read.
 */
export function pageTypes(
  dossier: Dossier,
  context: RenderContext,
  numbers: SheetNumbers = numbersOf(dossier.named.facts.values(), context),
  seen: WatchedSource = { dossier, context, numbers, ofDay: (day) => day },
): readonly RenderedPageType[] {
  const byDay = once(() => numbersByDay(context));
  const factIds = once(() => [...dossier.named.facts.keys()]);
  const { page, listed, listedEntries, eachEntry } = pageMakers(context.templates, seen);
  const dayPage = (day: Day): PageSpec => {
    const path = PATHS.day(day);
    const found = once(() => context.days.dayOf(day));
    const ofDay = (): SheetNumbers => byDay().get(day) ?? numbers;
    return {
      path,
      inputs: () => [ofDay(), ...dayInputs(found(), context.days.days)],
      render: () => {
        const scope = scopeOf(seen.ofDay(found().dossier), seen.context, ofDay(), path);
        return context.templates.render("day", dayView(scope, found(), context.days.days));
      },
    };
  };

  const families: Readonly<Record<PageTypeName, PageFamily>> = {
    home: single(() => page("home", PATHS.home, NOTHING, homeView)),
    actors: listedEntries("actors", {
      pages: () => actorPages(dossier),
      idOf: ({ actor }) => actor.id,
      entriesOf: ({ actors }) => actors,
      view: actorsView,
    }),
    actor: entries(
      () => dossier.actors,
      (id, entry) =>
        actorPositionPages(entry()).map((part) =>
          page(
            "actor",
            part.path,
            () => [part],
            (scope) => actorView(scope, entryOf(scope.dossier.actors, id), part),
          ),
        ),
    ),
    issues: listedEntries("issues", {
      pages: () => issuePages(dossier),
      idOf: ({ issue }) => issue.id,
      entriesOf: ({ issues }) => issues,
      view: issuesView,
    }),
    issue: entries(
      () => dossier.issues,
      (id, entry) =>
        issuePositionPages(entry()).map((part) =>
          page(
            "issue",
            part.path,
            () => [part],
            (scope) => issueView(scope, entryOf(scope.dossier.issues, id), part),
          ),
        ),
    ),
    demands: listed("demands", () => demandPages(dossier), demandsView),
    timeline: listed("timeline", () => timelinePages(dossier), timelineView),
    day: entries(
      once(() => new Map(context.days.days.map((day) => [day, day]))),
      (day) => [dayPage(day)],
    ),
    days: listed("days", () => dayPages(context.days), daysView),
    comparison: listing(() =>
      comparisonPairs(dossier).map(([a, b]) =>
        page("comparison", PATHS.comparison(a, b), NOTHING, (scope) => comparisonView(scope, a, b)),
      ),
    ),
    comparisons: listing(() =>
      comparisonPages(dossier).map((path) => page("comparisons", path, NOTHING, comparisonsView)),
    ),
    "fact-list": listing(() =>
      factListPages(dossier, context.words).map(({ list, part, options }) =>
        page(
          "fact-list",
          part.path,
          () => [list, part, options],
          (scope) => factListView(scope, list, part, options),
        ),
      ),
    ),
    fact: entries(
      () => dossier.facts,
      (id, entry, place) => {
        const around = factIds().slice(Math.max(0, place - 1), place + 2);
        return [
          page(
            "fact",
            PATHS.fact(id),
            () => [entry(), around],
            (scope) => factView(scope, entry(), around),
          ),
        ];
      },
    ),
    withdrawn: eachEntry("withdrawn", () => dossier.withdrawn, PATHS.fact, withdrawnView),
    moved: eachEntry("moved", () => dossier.formerIds, PATHS.fact, movedView),
    sources: listed("sources", () => sourcePages({ dossier }), sourcesView),
    source: entries(
      () => dossier.sources,
      (_id, entry) =>
        sourceFactPages(entry()).map((part) =>
          page(
            "source",
            part.path,
            () => [entry(), part],
            (scope) => sourceView(scope, entry(), part),
          ),
        ),
    ),
    corrections: listed("corrections", () => correctionPages(dossier), correctionsView),
    glossary: single(() => page("glossary", PATHS.glossary, NOTHING, glossaryView)),
    search: single(() => page("search", PATHS.search, NOTHING, searchView)),
    page: eachEntry("page", () => dossier.pages, PATHS.page, pageView),
    "not-found": single(() => page("not-found", PATHS.notFound, NOTHING, notFoundView)),
  };
  return PAGE_TYPE_NAMES.map((name) => renderedType(name, families[name]));
}

/** For pages that read all they need by themselves. */
const NOTHING = (): readonly unknown[] => [];

function renderedType(name: PageTypeName, family: PageFamily): RenderedPageType {
  return {
    name,
    get pages() {
      return family.all();
    },
    at: (path) => {
      const entry = entryAt(name, path);
      return entry === null ? undefined : pageAt(family, path, entry);
    },
  };
}
