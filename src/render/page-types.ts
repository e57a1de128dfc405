/** Every page of a sheet, by type: where it lies and how it is rendered. A page's view is made when it is rendered. */
import type { Dossier } from "../model/dossier.ts";
import { once } from "../model/lazy.ts";
import { comparisonPairs } from "./comparison-pairs.ts";
import type { RenderContext } from "./context.ts";
import { factListPages } from "./fact-lists.ts";
import { type OutputPath, PATHS } from "./links.ts";
import { numbersByDay, numbersOf } from "./numbers.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { actorPositionPages, actorView } from "./views/actor.ts";
import { actorPages, actorsView } from "./views/actors.ts";
import { comparisonView } from "./views/comparison.ts";
import { comparisonPages, comparisonsView } from "./views/comparisons.ts";
import { correctionsView } from "./views/corrections.ts";
import { dayView } from "./views/day.ts";
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

/** One page. */
export interface PageSpec {
  /** Where it lies in the site, such as `actors/russia/index.html`. */
  readonly path: OutputPath;
  /** Its HTML, made now. */
  readonly render: () => string;
}

/** All pages of one type. */
export interface RenderedPageType {
  readonly name: PageTypeName;
  readonly pages: readonly PageSpec[];
}

/** Lists every page of the sheet by type, in a fixed order. */
export function pageTypes(dossier: Dossier, context: RenderContext): readonly RenderedPageType[] {
  const numbers = numbersOf(dossier.named.facts.values(), context);
  const byDay = once(() => numbersByDay(context));
  const factIds = [...dossier.named.facts.keys()];
  const page = (
    name: PageTypeName,
    path: OutputPath,
    view: (scope: Scope) => object,
  ): PageSpec => ({
    path,
    render: () => context.templates.render(name, view(scopeOf(dossier, context, numbers, path))),
  });

  const pages: Readonly<Record<PageTypeName, readonly PageSpec[]>> = {
    home: [page("home", PATHS.home, homeView)],
    actors: actorPages(dossier).map((part) =>
      page("actors", part.path, (scope) => actorsView(scope, part)),
    ),
    actor: [...dossier.actors.values()].flatMap((entry) =>
      actorPositionPages(entry).map((part) =>
        page("actor", part.path, (scope) => actorView(scope, entry, part)),
      ),
    ),
    issues: issuePages(dossier).map((part) =>
      page("issues", part.path, (scope) => issuesView(scope, part)),
    ),
    issue: [...dossier.issues.values()].flatMap((entry) =>
      issuePositionPages(entry).map((part) =>
        page("issue", part.path, (scope) => issueView(scope, entry, part)),
      ),
    ),
    demands: demandPages(dossier).map((part) =>
      page("demands", part.path, (scope) => demandsView(scope, part)),
    ),
    timeline: timelinePages(dossier).map((part) =>
      page("timeline", part.path, (scope) => timelineView(scope, part)),
    ),
    // Before the list of days, which counts what the days' own pages have derived.
    day: context.days.days.map((day) => {
      const path = PATHS.day(day);
      return {
        path,
        render: () => {
          const found = context.days.dayOf(day);
          const scope = scopeOf(found.dossier, context, byDay().get(day) ?? numbers, path);
          return context.templates.render("day", dayView(scope, found, context.days.days));
        },
      };
    }),
    days: dayPages(context.days).map((part) =>
      page("days", part.path, (scope) => daysView(scope, part)),
    ),
    comparison: comparisonPairs(dossier).map(([a, b]) =>
      page("comparison", PATHS.comparison(a, b), (scope) => comparisonView(scope, a, b)),
    ),
    comparisons: comparisonPages(dossier).map((path) => page("comparisons", path, comparisonsView)),
    "fact-list": factListPages(dossier, context.words).map(({ list, part, options }) =>
      page("fact-list", part.path, (scope) => factListView(scope, list, part, options)),
    ),
    fact: [...dossier.facts.values()].map((entry, place) =>
      page("fact", PATHS.fact(entry.fact.id), (scope) =>
        factView(scope, entry, factIds.slice(Math.max(0, place - 1), place + 2)),
      ),
    ),
    withdrawn: [...dossier.withdrawn.values()].map((fact) =>
      page("withdrawn", PATHS.fact(fact.id), (scope) => withdrawnView(scope, fact)),
    ),
    moved: [...dossier.formerIds].map(([id, fact]) =>
      page("moved", PATHS.fact(id), (scope) => movedView(scope, fact)),
    ),
    sources: sourcePages({ dossier }).map((part) =>
      page("sources", part.path, (scope) => sourcesView(scope, part)),
    ),
    source: [...dossier.sources.values()].flatMap((entry) =>
      sourceFactPages(entry).map((part) =>
        page("source", part.path, (scope) => sourceView(scope, entry, part)),
      ),
    ),
    corrections: [page("corrections", PATHS.corrections, correctionsView)],
    glossary: [page("glossary", PATHS.glossary, glossaryView)],
    search: [page("search", PATHS.search, searchView)],
    page: [...dossier.pages.values()].map((free) =>
      page("page", PATHS.page(free.id), (scope) => pageView(scope, free)),
    ),
    "not-found": [page("not-found", PATHS.notFound, notFoundView)],
  };
  return PAGE_TYPE_NAMES.map((name) => ({ name, pages: pages[name] }));
}
