/** The list of issues. */

import { STANCES } from "../../content/schema/vocabulary.ts";
import type { Cell, Dossier, IssueDossier } from "../../model/dossier.ts";
import { PATHS } from "../links.ts";
import type { Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import type { Cut } from "./parts/cut.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type Mark, stanceMark } from "./parts/marks.ts";
import { firstNames, type IssueLink, issueLink } from "./parts/names.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";

/** The list of issues with who stands where. */
export interface IssuesView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly issues: readonly {
    readonly issue: IssueLink;
    readonly question: string;
    readonly stances: readonly StanceGroup[];
    readonly counts: readonly string[];
  }[];
  /** The number of the first issue on the page, from 1. */
  readonly start: number;
  readonly pager: PagerView | null;
}

/** The actors of one stance. */
export interface StanceGroup {
  readonly mark: Mark;
  /** How many they are, where not all of them are named; else empty. */
  readonly count: string;
  readonly actors: readonly Piece[];
}

/** How many names a list of stances has room for. */
export interface StanceNames {
  /** With at most so many actors in all, everyone is named. */
  readonly actors: number;
  /** With more, so many of each stance. */
  readonly ofStance: Cut;
  /** Where the others are, the first of whom is given. */
  readonly othersHref: (actor: string) => string;
}

const SHOWN_ON_A_PAGE = 40;

/** The pages of the list of issues, in the sheet's order. */
export function issuePages({ issues }: Dossier): readonly ListPage<IssueDossier>[] {
  return listPages(PATHS.issues, [...issues.values()], SHOWN_ON_A_PAGE);
}

/** Makes the view of a page of the list of issues. */
export function issuesView(scope: Scope, page: ListPage<IssueDossier>): IssuesView {
  const { t, href } = scope;
  return {
    frame: frameOf(scope, {
      title: t("issues.title"),
      description: t("issues.description"),
      isIndexed: page.number === 1,
    }),
    title: t("issues.title"),
    note: t("issues.note"),
    issues: page.items.map(({ issue, cells, exchanges, facts }) => ({
      issue: issueLink(scope, issue.id),
      question: issue.question,
      stances: stanceGroups(scope, cells, {
        actors: 20,
        ofStance: { whole: 5, shown: 3 },
        othersHref: () => href(PATHS.issue(issue.id), "positions"),
      }),
      counts: [
        ...(exchanges.length > 0 ? [t("count.requests", { count: exchanges.length })] : []),
        t("count.facts", { count: facts.length }),
      ],
    })),
    start: page.start + 1,
    pager: pagerView(scope, PATHS.issues, page),
  };
}

/** The actors by stance, in the order of the scale; those of whom nothing was found come last. */
export function stanceGroups(
  scope: Scope,
  cells: readonly Cell[],
  { actors, ofStance, othersHref }: StanceNames,
): readonly StanceGroup[] {
  const isShort = cells.length > actors;
  const cut = isShort ? ofStance : { whole: cells.length, shown: cells.length };
  const stanceOf = ({ standing }: Cell): (typeof SCALE)[number] =>
    standing.state === "stated" ? (standing.inForce[0]?.stance ?? "none") : standing.state;
  return SCALE.flatMap((stance) => {
    const ids = cells.filter((cell) => stanceOf(cell) === stance).map(({ actor }) => actor);
    if (ids.length === 0) return [];
    return [
      {
        mark: stanceMark(scope, stance),
        count: isShort ? String(ids.length) : "",
        actors: firstNames(scope, ids, cut, othersHref),
      },
    ];
  });
}

const SCALE = [...STANCES, "conflict", "none"] as const;
