/** The sheet as it stood at the end of one day, and what that day changed. Nothing later is in it. */
import type { Day } from "../../content/dates.ts";
import type { ChangedCell, DayOfSheet } from "../../model/changed-on.ts";
import type { RenderContext } from "../context.ts";
import { type DateView, dayView as dateOfDay } from "../dates.ts";
import { type OutputPath, PATHS } from "../links.ts";
import { linkPiece, type Piece } from "../locale/piece.ts";
import { numbersOf } from "../numbers.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { type DayMatrixView, dayMatrixView } from "./parts/day-matrix.ts";
import { type FactLine, factLine } from "./parts/fact-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { issueLink, linkedNames, listPieces } from "./parts/names.ts";
import { type Neighbour, type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type CellView, cellView } from "./parts/standings.ts";

/** One day. */
export interface DayPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly date: DateView;
  readonly counts: string;
  readonly allDays: string;
  readonly neighbours: NeighboursView;
  readonly contents: readonly {
    readonly label: string;
    readonly href: string;
    readonly count: string;
  }[];
  readonly matrix: DayMatrixView;
  readonly matrixNote: string;
  /** Actors already named of whom no position was found yet. */
  readonly silent: readonly Piece[];
  /** Issues already spoken of on which nobody's position was found yet. */
  readonly unheard: readonly Piece[];
  readonly changes: readonly ChangedCellView[];
  readonly changesNote: string;
  readonly facts: readonly FactLine[];
  readonly factsNote: string;
}

/** A cell before and after. */
export interface ChangedCellView {
  readonly before: CellView;
  readonly after: CellView;
}

const FACTS_SHOWN = 150;

/**
 * Up to so many cells on all day pages together, each shows the whole matrix. Beyond, the pages of
 * one sheet would grow with days times cells: each then shows the issues that its day changed.
 */
const WHOLE_MATRIX_CELLS = 40_000;

/** The scope of a day's page: all it is made from is the sheet of that day. */
export function dayScope({ dossier }: DayOfSheet, context: RenderContext, path: OutputPath): Scope {
  return scopeOf(dossier, context, numbersOf(dossier, context), path);
}

/**
 * Makes the view of a day's page.
 * @param days all days of the sheet. Of those after this one, the next is linked to and no other named.
 */
export function dayView(
  scope: Scope,
  { day, dossier, facts, changedCells }: DayOfSheet,
  days: readonly Day[],
): DayPageView {
  const { t, href, numbers } = scope;
  const date = dateOfDay(scope, day);
  const previous = days[days.indexOf(day) - 1];
  const shown = facts.slice(-FACTS_SHOWN);
  const stated = dossier.matrix.rows.filter(({ cells }) =>
    cells.some(({ standing }) => standing.state !== "none"),
  );
  const isWhole = stated.length * dossier.matrix.actors.length * days.length <= WHOLE_MATRIX_CELLS;
  const changedIssues = new Set(changedCells.map(({ issue }) => issue));
  const rows = isWhole ? stated : stated.filter(({ issue }) => changedIssues.has(issue));
  const silent = dossier.matrix.silent.filter(
    (id) => (dossier.actors.get(id)?.facts.length ?? 0) > 0,
  );
  return {
    frame: frameOf(scope, {
      title: t("day.title", { date: date.text }),
      description: t("day.description", { date: date.text, title: dossier.site.title }),
      crumb: date.text,
      parents: [{ label: t("days.title"), path: PATHS.days }],
      // Corrections may be later than the day.
      facts: [],
    }),
    title: t("day.title", { date: date.text }),
    date,
    counts: t("day.counts", { facts: numbers.facts }),
    allDays: href(PATHS.days),
    neighbours: neighboursView(scope, days, day, (other) => neighbour(scope, other)),
    contents: [
      {
        label: t("day.matrix"),
        href: "#positions",
        count: t("count.issues", { count: stated.length }),
      },
      {
        label: t("day.changes"),
        href: changedCells.length > 0 ? "#changes" : "",
        count: t("count.positions", { count: changedCells.length }),
      },
      {
        label: t("day.facts"),
        href: facts.length > 0 ? "#facts" : "",
        count: t("count.facts", { count: facts.length }),
      },
    ].filter((entry) => entry.href !== ""),
    matrix: dayMatrixView(scope, rows, changedCells),
    matrixNote: t(isWhole ? "day.matrix-note" : "day.matrix-note-changed"),
    silent: linkedNames(scope, silent),
    unheard: listPieces(
      scope,
      dossier.matrix.rows
        .filter((row) => !stated.includes(row))
        .filter(({ issue }) => (dossier.issues.get(issue)?.facts.length ?? 0) > 0)
        .map(({ issue }) => issueLink(scope, issue))
        .map((link) => linkPiece(link.title, link.href)),
    ),
    changes: changedCells.map((cell) => changedCellView(scope, cell)),
    changesNote:
      previous === undefined
        ? t("day.changes-first")
        : t("day.changes-note", { date: dateOfDay(scope, previous).text }),
    facts: shown.map((fact) => factLine(scope, fact)),
    factsNote:
      shown.length < facts.length
        ? t("day.facts-newest", { count: facts.length, shown: shown.length })
        : t("day.facts-note", { count: facts.length }),
  };
}

function neighbour(scope: Scope, day: Day): Neighbour {
  return { label: dateOfDay(scope, day).text, href: scope.href(PATHS.day(day)), language: "" };
}

function changedCellView(
  scope: Scope,
  { actor, issue, before, after }: ChangedCell,
): ChangedCellView {
  return {
    before: cellView(scope, { actor, issue, standing: before }),
    after: cellView(scope, { actor, issue, standing: after }),
  };
}
