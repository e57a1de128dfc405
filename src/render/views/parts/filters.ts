/** Bars of filters above the matrix and the ledger. They need script; pages are complete without. */
import type { Exchange } from "../../../model/dossier.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { answerMark, type Mark, stanceLegend } from "./marks.ts";
import type { MatrixView } from "./matrix.ts";
import { nameText } from "./names.ts";
import type { CellView } from "./standings.ts";

/** A bar. */
export interface FilterBar {
  /** The enhancement, and what it works on. */
  readonly enhance: "matrix" | "list";
  readonly target: string;
  readonly controls: readonly FilterControl[];
  /** With `{shown}` and `{all}` for the script to fill in. */
  readonly status: string;
  /** What the status says before anything is chosen. */
  readonly shown: string;
}

/** One control. */
export interface FilterControl {
  readonly kind: "menu" | "select";
  /** Of the parameter in the page's address. */
  readonly name: string;
  readonly label: string;
  /** The first choice of a select: all, or the editors' order. */
  readonly first: string;
  readonly options: readonly FilterOption[];
}

/** One choice. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly mark: Mark | null;
}

/** Fewer lines than this are read faster than filtered. */
const FEWEST_ROWS = 4;
const FEWEST_EXCHANGES = 5;
const FEWEST_POSITIONS = 8;

/** The bar of a matrix; `null` for one that is seen at a glance. */
export function matrixFilters(scope: Scope, { columns, rows }: MatrixView): FilterBar | null {
  if (rows.length < FEWEST_ROWS) return null;
  const { t } = scope;
  const orders = [option("stated", t("filter.most-stated")), option("newest", t("filter.newest"))];
  return {
    enhance: "matrix",
    target: "matrix",
    controls: [
      menu(
        "actor",
        t("filter.actors"),
        columns.map(({ id, name }) => option(id, name.text)),
      ),
      menu(
        "issue",
        t("filter.issues"),
        rows.map(({ id, issue }) => option(id, issue.title)),
      ),
      menu(
        "stance",
        t("filter.stance"),
        stanceOptions(
          scope,
          rows.flatMap(({ cells }) => cells),
        ),
      ),
      select("sort", t("filter.sort-issues"), t("filter.editors-order"), orders),
      select("columns", t("filter.sort-actors"), t("filter.editors-order"), orders),
    ],
    ...counted(scope, "filter.issues-shown", rows.length),
  };
}

/** The bar of an issue's positions; `null` for a few. */
export function positionFilters(
  scope: Scope,
  cells: readonly Pick<CellView, "actor" | "actorId" | "stances">[],
  isPaged: boolean,
): FilterBar | null {
  if (cells.length < FEWEST_POSITIONS) return null;
  const { t } = scope;
  return {
    enhance: "list",
    target: "stated",
    controls: [
      select(
        "actor",
        t("filter.actors"),
        t("filter.all"),
        cells.map(({ actorId, actor }) => option(actorId, actor.text)),
      ),
      select("stance", t("filter.stance"), t("filter.all"), stanceOptions(scope, cells)),
    ],
    ...counted(scope, shownOf(isPaged), cells.length),
  };
}

/** The bar of a page of the ledger; `null` for a short one. */
export function ledgerFilters(
  scope: Scope,
  exchanges: readonly Exchange[],
  isPaged: boolean,
): FilterBar | null {
  if (exchanges.length < FEWEST_EXCHANGES) return null;
  const { dossier, t } = scope;
  const facets = exchanges.map((exchange) => exchangeFacets(exchange));
  const valuesOf = (name: keyof ExchangeFacets): ReadonlySet<string> =>
    new Set(facets.flatMap((facet) => facet[name]));
  const actors = (name: "from" | "to"): readonly FilterOption[] => {
    const found = valuesOf(name);
    return [...dossier.named.actors.keys()]
      .filter((id) => found.has(id))
      .map((id) => option(id, nameText(scope, id)));
  };
  const issues = valuesOf("issue");
  const states = valuesOf("answer");
  const deadlines = valuesOf("deadline");
  const all = t("filter.all");
  return {
    enhance: "list",
    target: "main",
    controls: [
      select("from", t("filter.from"), all, actors("from")),
      select("to", t("filter.to"), all, actors("to")),
      select(
        "issue",
        t("filter.issue"),
        all,
        [...dossier.issues.values()]
          .filter(({ issue }) => issues.has(issue.id))
          .map(({ issue }) => option(issue.id, issue.title)),
      ),
      select(
        "answer",
        t("filter.answer"),
        all,
        ANSWERS.filter((state) => states.has(state)).map((state) =>
          option(state, answerMark(scope, state).word),
        ),
      ),
      select(
        "deadline",
        t("filter.deadline"),
        all,
        DEADLINES.filter(([state]) => deadlines.has(state)).map(([state, key]) =>
          option(state, t(key)),
        ),
      ),
    ].filter(({ options }) => options.length > 1),
    ...counted(scope, shownOf(isPaged), exchanges.length),
  };
}

/** What the ledger can be filtered by. */
export interface ExchangeFacets {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly issue: readonly string[];
  readonly answer: readonly string[];
  readonly deadline: readonly DeadlineState[];
}

type DeadlineState = "passed" | "ahead" | "none";

const ANSWERS = ["accepted", "conditional", "countered", "rejected", "conflict", "none"] as const;

const DEADLINES: readonly (readonly [DeadlineState, WordKey])[] = [
  ["passed", "filter.deadline-passed"],
  ["ahead", "filter.deadline-ahead"],
  ["none", "filter.deadline-none"],
];

/** The values of a demand or an offer. */
export function exchangeFacets({
  request,
  replies,
  deadlinePassed,
  daysToDeadline,
}: Exchange): ExchangeFacets {
  return {
    from: [request.by],
    to: request.to,
    issue: [request.issue],
    answer: [...new Set(replies.map(({ state }) => state))],
    deadline: [deadlinePassed ? "passed" : daysToDeadline === null ? "none" : "ahead"],
  };
}

/** The stances that occur, in the order of the legend. */
function stanceOptions(
  scope: Scope,
  cells: readonly Pick<CellView, "actor" | "actorId" | "stances">[],
): readonly FilterOption[] {
  const found = new Set(cells.flatMap(({ stances }) => stances));
  return stanceLegend(scope)
    .filter(({ stance }) => found.has(stance))
    .map(({ stance, mark }) => ({ value: stance, label: mark.word, mark }));
}

/** Filters see one page of a list: where there are more, what is counted is said to be of this one. */
function shownOf(isPaged: boolean): "filter.requests-shown" | "filter.requests-shown-page" {
  return isPaged ? "filter.requests-shown-page" : "filter.requests-shown";
}

function counted(
  { t }: Scope,
  key: "filter.issues-shown" | ReturnType<typeof shownOf>,
  count: number,
): Pick<FilterBar, "status" | "shown"> {
  return {
    status: t(key, { shown: "{shown}", all: "{all}" }),
    shown: t(key, { shown: count, all: count }),
  };
}

function option(value: string, label: string): FilterOption {
  return { value, label, mark: null };
}

function menu(name: string, label: string, options: readonly FilterOption[]): FilterControl {
  return { kind: "menu", name, label, first: "", options };
}

function select(
  name: string,
  label: string,
  first: string,
  options: readonly FilterOption[],
): FilterControl {
  return { kind: "select", name, label, first, options };
}
