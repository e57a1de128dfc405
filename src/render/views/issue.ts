/** One issue: all actors side by side on one proposition, its demands and its history. */
import type { IssueDossier } from "../../model/dossier.ts";
import { PATHS } from "../links.ts";
import { linkPiece, type Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { type StanceGroup, stanceGroups } from "./issues.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
import { type FactLine, factLine } from "./parts/fact-lines.ts";
import { type FilterBar, positionFilters } from "./parts/filters.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { linkedNames } from "./parts/names.ts";
import { type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type PositionView, positionView } from "./parts/positions.ts";

/** One issue. */
export interface IssueView {
  readonly frame: Frame;
  readonly title: string;
  readonly place: string;
  readonly question: string;
  readonly body: string;
  readonly stances: readonly StanceGroup[];
  readonly positions: readonly PositionView[];
  readonly positionFilters: FilterBar | null;
  readonly unheard: readonly Piece[];
  readonly exchanges: readonly ExchangeView[];
  readonly facts: readonly FactLine[];
  readonly factsNote: string;
  readonly allFacts: readonly Piece[];
  readonly neighbours: NeighboursView;
}

/** How many of the newest demands and offers an issue's page shows; all are among its facts. */
const EXCHANGES_SHOWN = 60;

/** How many of its facts an issue's page lists; the others are on a list of their own. */
export const ISSUE_FACTS_SHOWN = 40;

/** Makes the view of an issue's page. */
export function issueView(
  given: Scope,
  { issue, cells, exchanges, facts }: IssueDossier,
): IssueView {
  const scope = withNotes(given, [
    ...cells.flatMap(({ standing }) => (standing.state === "none" ? [] : standing.inForce)),
    ...[...exchanges].reverse().map(({ request }) => request),
    ...facts,
  ]);
  const { dossier, t, context, href } = scope;
  const ids = [...dossier.named.issues.keys()];
  const others = facts.filter(
    ({ kind }) => kind !== "position" && kind !== "demand" && kind !== "offer",
  );
  const positions = cells
    .filter(({ standing }) => standing.state !== "none")
    .map((cell) => positionView(scope, cell));
  const shown = others.slice(-ISSUE_FACTS_SHOWN);
  return {
    frame: frameOf(scope, {
      title: issue.title,
      description: issue.question,
      parents: [{ label: t("nav.issues"), path: PATHS.issues }],
      file: issue,
      facts,
    }),
    title: issue.title,
    place: t("issue.place", { number: ids.indexOf(issue.id) + 1, all: ids.length }),
    question: issue.question,
    body: issue.body === "" ? "" : context.markdown(issue.body, 2),
    stances: stanceGroups(scope, cells).filter(({ mark }) => mark.tone !== "none"),
    positions,
    positionFilters: positionFilters(
      scope,
      positions.map(({ cell }) => cell),
    ),
    unheard: linkedNames(
      scope,
      cells.filter(({ standing }) => standing.state === "none").map(({ actor }) => actor),
    ),
    exchanges: [...exchanges]
      .reverse()
      .slice(0, EXCHANGES_SHOWN)
      .map((exchange) => exchangeView(scope, exchange)),
    facts: shown.map((fact) => factLine(scope, fact)),
    factsNote: t("issue.facts-note", { count: others.length, shown: shown.length }),
    allFacts: [
      linkPiece(t("issue.all-facts", { count: facts.length }), href(PATHS.issueFacts(issue.id))),
    ],
    neighbours: neighboursView(scope, ids, issue.id, (id) => ({
      label: dossier.named.issues.get(id)?.title ?? id,
      href: href(PATHS.issue(id)),
    })),
  };
}
