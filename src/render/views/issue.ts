/** One issue: all actors side by side on one proposition, its demands and its history. */
import type { Cell, IssueDossier } from "../../model/dossier.ts";
import { inForceIn, isStated } from "../../model/standings.ts";
import { PATHS, pagePath } from "../links.ts";
import { linkPiece, type Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { type StanceGroup, stanceGroups } from "./issues.ts";
import { type Cut, newestOf, olderOnes } from "./parts/cut.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
import { type SourcedLine, sourcedLine } from "./parts/fact-lines.ts";
import { type FilterBar, positionFilters } from "./parts/filters.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { firstNames } from "./parts/names.ts";
import { type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";
import { POSITIONS_ON_A_PAGE, type PositionView, positionViews } from "./parts/positions.ts";

/** One issue. Its further pages have positions and nothing else. */
export interface IssueView {
  readonly frame: Frame;
  readonly title: string;
  readonly place: string;
  readonly question: string;
  readonly body: string;
  readonly stances: readonly StanceGroup[];
  readonly positions: readonly PositionView[];
  readonly positionsNote: string;
  readonly pager: PagerView | null;
  readonly positionFilters: FilterBar | null;
  readonly unheard: readonly Piece[];
  readonly exchanges: readonly ExchangeView[];
  readonly exchangesNote: string;
  /** Where the older ones are; empty if the page has all. */
  readonly olderExchanges: readonly Piece[];
  readonly facts: readonly SourcedLine[];
  readonly factsNote: string;
  readonly allFacts: readonly Piece[];
  readonly neighbours: NeighboursView;
}

/** Of demands and offers the newest, of all else that was said and done too: all are in the list of facts. */
const EXCHANGES: Cut = { whole: 16, shown: 12 };
const OTHER_FACTS: Cut = { whole: 24, shown: 12 };

/** Of those by stance the first; the others are among the positions. */
const STANCES = { actors: 40, ofStance: { whole: 10, shown: 8 } };

/** Of those without a position the first; the others are in the list of actors. */
const UNHEARD: Cut = { whole: 40, shown: 12 };

/** The pages of an issue: its positions in the sheet's order of actors. */
export function issuePositionPages({ issue, cells }: IssueDossier): readonly ListPage<Cell>[] {
  return listPages(PATHS.issue(issue.id), cells.filter(isStated), POSITIONS_ON_A_PAGE);
}

/** Makes the view of a page of an issue. */
export function issueView(given: Scope, entry: IssueDossier, page: ListPage<Cell>): IssueView {
  const { issue, cells } = entry;
  const isFirst = page.number === 1;
  const all = entry.facts.filter(
    ({ kind }) => kind !== "position" && kind !== "demand" && kind !== "offer",
  );
  const facts = isFirst ? [...newestOf(all, OTHER_FACTS)].reverse() : [];
  const exchanges = isFirst ? newestOf(entry.exchanges, EXCHANGES) : [];
  const scope = withNotes(given, [
    ...page.items.flatMap(inForceIn),
    ...exchanges.map(({ request }) => request),
    ...facts,
  ]);
  const { dossier, t, context, href } = scope;
  const ids = [...dossier.named.issues.keys()];
  const positions = positionViews(scope, page.items);
  const unheard = cells.filter((cell) => !isStated(cell)).map(({ actor }) => actor);
  const factsHref = href(PATHS.issueFacts(issue.id));
  return {
    frame: frameOf(scope, {
      title: issue.title,
      description: issue.question,
      parents: [{ label: t("nav.issues"), path: PATHS.issues }],
      file: issue,
      facts: entry.facts,
      isIndexed: isFirst,
    }),
    title: issue.title,
    place: t("issue.place", { number: ids.indexOf(issue.id) + 1, all: ids.length }),
    question: issue.question,
    body: issue.body === "" || !isFirst ? "" : context.markdown(issue.body, 2, href),
    stances: stanceGroups(scope, cells, {
      ...STANCES,
      othersHref: (actor) => href(pageOf(entry, actor), "positions"),
    }).filter(({ mark }) => mark.tone !== "none"),
    positions,
    positionsNote: positionsNote(scope, entry, page),
    pager: pagerView(scope, PATHS.issue(issue.id), page),
    positionFilters: positionFilters(
      scope,
      positions.map(({ cell }) => cell),
      page.total > 1,
    ),
    unheard: firstNames(scope, unheard, UNHEARD, () => href(PATHS.actors)),
    exchanges: exchanges.map((exchange) => exchangeView(scope, exchange)),
    exchangesNote:
      exchanges.length < entry.exchanges.length
        ? t("home.exchanges-newest", { shown: exchanges.length, all: entry.exchanges.length })
        : t("issue.exchanges-note"),
    olderExchanges: isFirst ? olderOnes(scope, entry.exchanges, exchanges, factsHref) : [],
    facts: facts.map((fact) => sourcedLine(scope, fact)),
    factsNote: t("issue.facts-note", { count: all.length, shown: facts.length }),
    allFacts: [linkPiece(t("issue.all-facts", { count: entry.facts.length }), factsHref)],
    neighbours: neighboursView(scope, ids, issue.id, (id) => ({
      label: dossier.named.issues.get(id)?.title ?? id,
      href: href(PATHS.issue(id)),
    })),
  };
}

function positionsNote(
  { t }: Scope,
  { cells }: IssueDossier,
  { start, items, total }: ListPage<Cell>,
): string {
  if (total === 1) return t("issue.positions-note");
  return t("issue.positions-paged", {
    from: start + 1,
    to: start + items.length,
    count: cells.filter(isStated).length,
  });
}

/** The page on which an actor's position is. */
function pageOf({ issue, cells }: IssueDossier, actor: string): string {
  const place = cells.filter(isStated).findIndex((cell) => cell.actor === actor);
  return pagePath(PATHS.issue(issue.id), Math.floor(Math.max(0, place) / POSITIONS_ON_A_PAGE) + 1);
}
