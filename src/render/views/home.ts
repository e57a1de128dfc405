/** The home page: the question, where each side stands, demands and answers, words, how it unfolded. */
import type { Exchange } from "../../model/dossier.ts";
import { type DateView, dayView } from "../dates.ts";
import { PATHS } from "../links.ts";
import type { Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { comparisonPages } from "./comparisons.ts";
import { type ContentsEntry, contentsOf } from "./parts/contents.ts";
import type { Cut } from "./parts/cut.ts";
import { type DayChoice, dayChoice } from "./parts/day-choice.ts";
import { daysShowMatrix } from "./parts/day-matrix.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
import { type FilterBar, matrixFilters } from "./parts/filters.ts";
import { firstCut, isWhole } from "./parts/first-cut.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type LegendEntry, stanceLegend } from "./parts/marks.ts";
import { type MatrixView, matrixView } from "./parts/matrix.ts";
import { firstNames, type IssueLink, issueLink } from "./parts/names.ts";
import { type QuoteView, quoteView } from "./parts/quotes.ts";
import { newestMoves, type TimelineGroup, timelineGroup } from "./parts/unfolding.ts";
import { partyQuotes } from "./parts/voices.ts";

/** The home page. */
export interface HomeView {
  readonly frame: Frame;
  readonly question: string;
  readonly summary: string;
  readonly body: string;
  readonly asOf: DateView;
  readonly counts: string;
  readonly contents: readonly ContentsEntry[];
  readonly matrix: MatrixView;
  /** Says what is chosen where the matrix is too large to be shown whole. */
  readonly matrixNote: string;
  /** The ways to what the matrix does not show: all issues, all actors, the other days. */
  readonly matrixWays: readonly { readonly label: string; readonly href: string }[];
  readonly matrixFilters: FilterBar | null;
  readonly legend: readonly LegendEntry[];
  readonly dayChoice: DayChoice | null;
  /** Where any two actors stand side by side; empty if there are not two to compare. */
  readonly comparisonsHref: string;
  readonly silent: readonly Piece[];
  readonly exchanges: readonly ExchangeView[];
  readonly exchangesNote: string;
  readonly demandsHref: string;
  readonly quotes: readonly { readonly quote: QuoteView; readonly issue: IssueLink }[];
  readonly timeline: readonly TimelineGroup[];
  readonly timelineHref: string;
}

const EXCHANGES_SHOWN = 8;
const QUOTES_PER_PARTY = 2;
const MOVES_SHOWN = 24;
/** Of those without a position the first; all are in the list of actors. */
const SILENT: Cut = { whole: 40, shown: 12 };

/** Makes the view of the home page. */
export function homeView(given: Scope): HomeView {
  const { dossier, t, href } = given;
  const { totals } = dossier;
  const { site } = dossier;
  const requests = newestRequests(given);
  const scope = withNotes(given, [
    ...requests.map(({ request }) => request),
    ...partyQuotes(dossier, QUOTES_PER_PARTY),
  ]);
  const quotes = quotesOf(scope);
  const timeline = newestMoves(dossier.timeline, MOVES_SHOWN).map((entry) =>
    timelineGroup(scope, entry),
  );
  const all = totals.demands + totals.offers;
  const isLarge = !isWhole(dossier.matrix);
  const matrix = matrixView(scope, isLarge ? firstCut(dossier.matrix) : dossier.matrix);
  const { days } = scope.context.days;
  const choice = isLarge || !daysShowMatrix(dossier, days) ? null : dayChoice(scope);
  return {
    frame: frameOf(scope, { title: "", description: site.summary, file: site }),
    question: site.question,
    summary: site.summary,
    body: site.body === "" ? "" : scope.context.markdown(site.body, 2, href),
    asOf: dayView(scope, dossier.asOf),
    counts: t("home.counts", { facts: totals.facts, sources: totals.sources }),
    contents: contentsOf([
      {
        id: "positions",
        label: t("home.matrix"),
        count: t("count.issues", { count: totals.issues }),
        isThere: totals.facts > 0,
      },
      {
        id: "demands",
        label: t("home.exchanges"),
        count: t("home.exchanges-count", { requests: all, answered: totals.answered }),
        isThere: requests.length > 0,
      },
      {
        id: "words",
        label: t("home.quotes"),
        count: t("count.quotes", { count: totals.quotes }),
        isThere: quotes.length > 0,
      },
      {
        id: "timeline",
        label: t("home.timeline"),
        count: t("count.facts", { count: totals.facts }),
        isThere: timeline.length > 0,
      },
    ]),
    matrix,
    matrixNote: isLarge
      ? t("home.matrix-cut", {
          issues: totals.issues,
          actors: totals.speaking,
          columns: matrix.columns.length,
          rows: matrix.rows.length,
        })
      : t("home.matrix-note"),
    matrixWays: [
      ...(isLarge
        ? [
            { label: t("comparisons.to-issues"), href: href(PATHS.issues) },
            { label: t("comparisons.to-actors"), href: href(PATHS.actors) },
          ]
        : []),
      ...(choice === null && days.length > 1
        ? [{ label: t("days.invite"), href: href(PATHS.days) }]
        : []),
    ],
    matrixFilters: isLarge ? null : matrixFilters(scope, matrix),
    legend: stanceLegend(scope),
    dayChoice: choice,
    comparisonsHref: comparisonPages(dossier).length > 0 ? href(PATHS.comparisons) : "",
    silent: firstNames(scope, dossier.matrix.silent, SILENT, () => href(PATHS.actors)),
    exchanges: requests.map((exchange) => exchangeView(scope, exchange)),
    exchangesNote:
      requests.length < all
        ? t("home.exchanges-newest", { shown: requests.length, all })
        : t("home.exchanges-note"),
    demandsHref: href(PATHS.demands),
    quotes,
    timeline,
    timelineHref: href(PATHS.timeline),
  };
}

/** The parties' newest quotes. */
function quotesOf(scope: Scope): HomeView["quotes"] {
  return partyQuotes(scope.dossier, QUOTES_PER_PARTY).flatMap((fact) => {
    const quote = quoteView(scope, fact);
    if (!quote || fact.issue === null) return [];
    return [{ quote, issue: issueLink(scope, fact.issue) }];
  });
}

/** The newest demands and offers; those whose date is only bounded come after all others. */
function newestRequests({ dossier }: Scope): readonly Exchange[] {
  const all = [...dossier.demands, ...dossier.offers];
  const dated = [...dossier.named.facts.keys()];
  const place = new Map(dated.map((id, at) => [id, at]));
  const isBounded = ({ request }: Exchange): number => Number(request.date.precision === "before");
  return all
    .sort(
      (a, b) =>
        isBounded(a) - isBounded(b) ||
        (place.get(b.request.id) ?? 0) - (place.get(a.request.id) ?? 0),
    )
    .slice(0, EXCHANGES_SHOWN);
}
