/** Two actors side by side, issue by issue. Symmetric: to swap them swaps the columns and nothing else. */
import { compareText } from "../../content/dates.ts";
import type { Fact } from "../../content/records.ts";
import type { Comparison } from "../../model/agreement.ts";
import { comparableOf, comparisonOn, type Ground, groundOf } from "../../model/comparison.ts";
import type { Cell, Exchange } from "../../model/dossier.ts";
import { inForceIn } from "../../model/standings.ts";
import { comparedActors, comparisonPath } from "../comparison-pairs.ts";
import { type DateView, dayView } from "../dates.ts";
import { PATHS } from "../links.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { type Cut, cutTo } from "./parts/cut.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type IssueLink, issueLink, type NameView, nameText, nameView } from "./parts/names.ts";
import { type CellView, cellView } from "./parts/standings.ts";

/** Two of one thing: the first actor's and the other's. */
export type Pair<Item> = readonly [Item, Item];

/** Two actors side by side. */
export interface ComparisonView {
  readonly frame: Frame;
  readonly title: string;
  readonly names: Pair<NameView>;
  readonly asOf: DateView;
  /** One entry for each result, those that hold nothing included. */
  readonly summary: readonly {
    readonly result: Comparison;
    readonly title: string;
    readonly count: string;
    /** Its issues, those that cannot be compared by how many of the two have spoken. */
    readonly parts: readonly { readonly label: string; readonly issues: readonly IssueLink[] }[];
  }[];
  readonly groups: readonly ComparisonGroup[];
  /** Issues on which no position of either was found. */
  readonly unheard: readonly IssueLink[];
  readonly exchanges: readonly ExchangeView[];
  readonly exchangesNote: string;
  readonly exchangesHref: string;
  /** Each of the two beside others. */
  readonly others: Pair<OtherComparisons>;
  readonly allComparisons: string;
}

/** The issues of one result, or of those that cannot be compared the ones on which only one has spoken. */
export interface ComparisonGroup {
  readonly id: Section;
  readonly result: Comparison;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ComparedIssue[];
  /** Issues that the page has no room for, with links to their own pages, which have all actors side by side. */
  readonly others: readonly IssueLink[];
}

/** One issue with what each of the two has stated. */
export interface ComparedIssue {
  readonly id: string;
  readonly issue: IssueLink;
  readonly question: string;
  /** Why the result is what it is, in words. */
  readonly reason: string;
  readonly cells: Pair<CellView>;
}

/** An actor and the pages that set it beside another. */
export interface OtherComparisons {
  readonly title: string;
  readonly links: readonly IssueLink[];
}

type Section = Comparison | "one-stated" | "neither-stated";

const SECTIONS: readonly (readonly [Section, Comparison, WordKey, WordKey])[] = [
  ["agree", "agree", "agreement.agree", "comparison.agree-note"],
  ["differ", "differ", "agreement.differ", "comparison.differ-note"],
  ["incomparable", "incomparable", "agreement.open", "comparison.open-note"],
  ["one-stated", "incomparable", "comparison.one", "comparison.one-note"],
];

const PARTS: readonly (readonly [Section, WordKey | null])[] = [
  ["agree", null],
  ["differ", null],
  ["incomparable", "comparison.both-spoke"],
  ["one-stated", "comparison.one-part"],
  ["neither-stated", "comparison.neither-part"],
];

const RESULTS: readonly Comparison[] = ["agree", "differ", "incomparable"];

const RESULT_WORDS: Readonly<Record<Comparison, WordKey>> = {
  agree: "agreement.agree",
  differ: "agreement.differ",
  incomparable: "agreement.open",
};

const GROUND_WORDS: Readonly<Record<Ground, WordKey>> = {
  "both-support": "ground.both-support",
  "both-oppose": "ground.both-oppose",
  "support-oppose": "ground.support-oppose",
  "support-conditional": "ground.support-conditional",
  "conditional-oppose": "ground.conditional-oppose",
  "both-conditional": "ground.both-conditional",
  conflict: "ground.conflict",
  open: "ground.open",
  "one-stated": "ground.one-stated",
  "neither-stated": "ground.neither-stated",
};

/** Of the demands and offers from one to the other the newest; the ledger has all. */
const EXCHANGES: Cut = { whole: 16, shown: 12 };

/** Of the issues of one group the first, in the sheet's order, in full. */
const ISSUES: Cut = { whole: 12, shown: 8 };

/** Makes the view of a page that sets two actors side by side. */
export function comparisonView(given: Scope, a: string, b: string): ComparisonView {
  const { dossier, t, href } = given;
  const compared = comparedCells(given, a, b);
  const exchanges = exchangesBetween(given, a, b);
  const shownExchanges = cutTo(exchanges, EXCHANGES);
  const inFull = new Set(
    SECTIONS.flatMap(([section]) =>
      cutTo(
        compared.filter(({ ground }) => sectionOf(ground) === section),
        ISSUES,
      ),
    ),
  );
  const shown = factsShown(
    compared.filter((one) => inFull.has(one)),
    shownExchanges,
  );
  const scope = withNotes(given, shown);
  const ofResult = (result: Comparison): readonly Compared[] =>
    compared.filter(({ ground }) => comparisonOn(ground) === result);
  const names = { one: nameText(scope, a), other: nameText(scope, b) };
  return {
    frame: frameOf(scope, {
      title: t("comparison.title", names),
      description: t("comparison.description", names),
      parents: [{ label: t("comparisons.title"), path: PATHS.comparisons }],
      facts: shown,
    }),
    title: t("comparison.title", names),
    names: [nameView(scope, a), nameView(scope, b)],
    asOf: dayView(scope, dossier.asOf),
    summary: RESULTS.map((result) => ({
      result,
      title: resultText(scope, result),
      count: countText(scope, ofResult(result).length),
      parts: PARTS.flatMap(([section, label]) => {
        const found = ofResult(result).filter(({ ground }) => sectionOf(ground) === section);
        return found.length === 0
          ? []
          : [
              {
                label: label === null ? "" : t(label),
                issues: found.map((one) => jump(scope, one, inFull.has(one))),
              },
            ];
      }),
    })),
    groups: SECTIONS.map(([id, result, title, note]) => ({
      id,
      result,
      title: t(title),
      note: t(note),
      ...rowsOf(
        scope,
        compared.filter(({ ground }) => sectionOf(ground) === id),
        inFull,
      ),
    })).filter(({ rows }) => rows.length > 0),
    unheard: compared
      .filter(({ ground }) => ground === "neither-stated")
      .map(({ cells }) => issueLink(scope, cells[0].issue)),
    exchanges: shownExchanges.map((exchange) => exchangeView(scope, exchange)),
    exchangesNote:
      exchanges.length === 0
        ? t("comparison.no-exchanges")
        : shownExchanges.length < exchanges.length
          ? t("home.exchanges-newest", { shown: shownExchanges.length, all: exchanges.length })
          : t("comparison.exchanges-note", { count: exchanges.length }),
    exchangesHref: href(PATHS.demands),
    others: [otherComparisons(scope, a, b), otherComparisons(scope, b, a)],
    allComparisons: href(PATHS.comparisons),
  };
}

/** The word for a result. */
export function resultText({ t }: Pick<Scope, "t">, result: Comparison): string {
  return t(RESULT_WORDS[result]);
}

/** The sentence for what a comparison rests on. */
export function groundText({ t }: Pick<Scope, "t">, ground: Ground): string {
  return t(GROUND_WORDS[ground]);
}

/** A number of issues in words. */
export function countText({ t }: Pick<Scope, "t">, count: number): string {
  return t("count.issues-words", { count });
}

/** The section of the page in which an issue stands. */
function sectionOf(ground: Ground): Section {
  return ground === "one-stated" || ground === "neither-stated" ? ground : comparisonOn(ground);
}

/** The issues of a group: those that are shown in full, and links to the others. */
function rowsOf(
  scope: Scope,
  group: readonly Compared[],
  inFull: ReadonlySet<Compared>,
): Pick<ComparisonGroup, "rows" | "others"> {
  return {
    rows: group.filter((one) => inFull.has(one)).map((one) => comparedIssue(scope, one)),
    others: group
      .filter((one) => !inFull.has(one))
      .map(({ cells }) => issueLink(scope, cells[0].issue)),
  };
}

/** An issue's title with a link to where the page has it, or to its own page. */
function jump(
  scope: Scope,
  { cells: [{ issue }], ground }: Compared,
  isInFull: boolean,
): IssueLink {
  if (!isInFull && ground !== "neither-stated") return issueLink(scope, issue);
  const anchor = ground === "neither-stated" ? "neither-stated" : rowId(issue);
  return { title: issueLink(scope, issue).title, href: `#${anchor}` };
}

interface Compared {
  readonly ground: Ground;
  readonly cells: Pair<Cell>;
}

/** The facts that the page shows, in an order that does not depend on who is named first. */
function factsShown(
  compared: readonly Compared[],
  exchanges: readonly Exchange[],
): readonly Fact[] {
  return [
    ...compared.flatMap(({ cells }) =>
      cells.flatMap(inForceIn).sort((one, other) => compareText(one.id, other.id)),
    ),
    ...exchanges.map(({ request }) => request),
  ];
}

/** The cells of both, issue by issue, with what the comparison of each rests on. */
function comparedCells({ dossier }: Scope, a: string, b: string): readonly Compared[] {
  const others = dossier.actors.get(b)?.cells ?? [];
  return (dossier.actors.get(a)?.cells ?? []).flatMap((cell, place) => {
    const other = others[place];
    if (!other) return [];
    const ground = groundOf(comparableOf(cell.standing), comparableOf(other.standing));
    return [{ ground, cells: [cell, other] as const }];
  });
}

function comparedIssue(scope: Scope, { ground, cells: [cell, other] }: Compared): ComparedIssue {
  return {
    id: rowId(cell.issue),
    issue: issueLink(scope, cell.issue),
    question: scope.dossier.named.issues.get(cell.issue)?.question ?? "",
    reason: groundText(scope, ground),
    cells: [cellView(scope, cell), cellView(scope, other)],
  };
}

function rowId(issue: string): string {
  return `on-${issue}`;
}

/** Demands and offers from one of the two to the other, newest first, each with that other's answers alone. */
function exchangesBetween({ dossier }: Scope, a: string, b: string): readonly Exchange[] {
  const madeTo = (by: string, to: string): readonly Exchange[] => {
    const entry = dossier.actors.get(by);
    return [...(entry?.demandsMade ?? []), ...(entry?.offersMade ?? [])].flatMap((exchange) => {
      const replies = exchange.replies.filter(({ addressee }) => addressee === to);
      return replies.length === 0 ? [] : [{ ...exchange, replies }];
    });
  };
  const between = new Map(
    [...madeTo(a, b), ...madeTo(b, a)].map((exchange) => [exchange.request.id, exchange]),
  );
  // Each names both.
  const facts = dossier.actors.get(a)?.facts ?? [];
  return facts.flatMap(({ id }) => between.get(id) ?? []);
}

function otherComparisons(scope: Scope, actor: string, besides: string): OtherComparisons {
  const { dossier, t, href } = scope;
  const ids = comparedActors(dossier);
  return {
    title: t("comparison.others", { name: nameText(scope, actor) }),
    links: ids
      .filter((id) => id !== actor && id !== besides)
      .flatMap((id) => {
        const path = comparisonPath(dossier, actor, id, ids);
        return path === "" ? [] : [{ title: nameText(scope, id), href: href(path) }];
      }),
  };
}
