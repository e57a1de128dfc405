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
import type { WatchedSource } from "./reads.ts";
import { type Scope, scopeOf } from "./scope.ts";
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
import type { ListPage } from "./views/parts/pager.ts";
import { searchView } from "./views/search.ts";
import { sourceFactPages, sourceView } from "./views/source.ts";
import { sourcePages, sourcesView } from "./views/sources.ts";
import { timelinePages, timelineView } from "./views/timeline.ts";
import { withdrawnView } from "./views/withdrawn.ts";

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
  const page = (
    name: PageTypeName,
    path: OutputPath,
    inputs: () => readonly unknown[],
    view: (scope: Scope) => object,
  ): PageSpec => ({
    path,
    inputs,
    render: () =>
      context.templates.render(name, view(scopeOf(seen.dossier, seen.context, seen.numbers, path))),
  });
  const listed = <Part extends { readonly path: OutputPath }>(
    name: PageTypeName,
    partsOf: () => readonly Part[],
    view: (scope: Scope, part: Part) => object,
  ): PageFamily =>
    listing(() =>
      partsOf().map((part) =>
        page(
          name,
          part.path,
          () => [part],
          (scope) => view(scope, part),
        ),
      ),
    );
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
    actors: listing(() =>
      actorPages(dossier).map((part) =>
        page(
          "actors",
          part.path,
          () => [placeOf(part), part.items.map(({ actor }) => actor.id)],
          (scope) =>
            actorsView(scope, {
              ...part,
              items: part.items.map(({ actor }) => entryOf(scope.dossier.actors, actor.id)),
            }),
        ),
      ),
    ),
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
    issues: listing(() =>
      issuePages(dossier).map((part) =>
        page(
          "issues",
          part.path,
          () => [placeOf(part), part.items.map(({ issue }) => issue.id)],
          (scope) =>
            issuesView(scope, {
              ...part,
              items: part.items.map(({ issue }) => entryOf(scope.dossier.issues, issue.id)),
            }),
        ),
      ),
    ),
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
    withdrawn: entries(
      () => dossier.withdrawn,
      (id, fact) => [
        page(
          "withdrawn",
          PATHS.fact(id),
          () => [fact()],
          (scope) => withdrawnView(scope, fact()),
        ),
      ],
    ),
    moved: entries(
      () => dossier.formerIds,
      (id, fact) => [
        page(
          "moved",
          PATHS.fact(id),
          () => [fact()],
          (scope) => movedView(scope, fact()),
        ),
      ],
    ),
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
    page: entries(
      () => dossier.pages,
      (id, free) => [
        page(
          "page",
          PATHS.page(id),
          () => [free()],
          (scope) => pageView(scope, free()),
        ),
      ],
    ),
    "not-found": single(() => page("not-found", PATHS.notFound, NOTHING, notFoundView)),
  };
  return PAGE_TYPE_NAMES.map((name) => renderedType(name, families[name]));
}

/** For pages that read all they need by themselves. */
const NOTHING = (): readonly unknown[] => [];

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

function renderedType(name: PageTypeName, family: PageFamily): RenderedPageType {
  return {
    name,
    get pages() {
      return family.all();
    },
    at: (path) => {
      const place = PLACES[name].exec(path);
      return place ? pageAt(family, path, place[1] ?? "") : undefined;
    },
  };
}

/** What of a list's page is not its items. */
function placeOf({ path, number, total, start }: ListPage<unknown>): readonly unknown[] {
  return [path, number, total, start];
}
