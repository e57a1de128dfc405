/** The sheet as it stood at the end of one day, and what that day changed. Nothing later is in it. */
import type { Day } from "../../content/dates.ts";
import type { Matrix } from "../../model/dossier.ts";
import type { ChangedCell, DayOfSheet } from "../../model/sheet-days.ts";
import { isStated } from "../../model/standings.ts";
import { type DateView, dayView as dateOfDay } from "../dates.ts";
import { PATHS } from "../links.ts";
import { linkPiece, type Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { type ContentsEntry, contentsOf } from "./parts/contents.ts";
import { type DayMatrixView, dayMatrixView, daysShowMatrix } from "./parts/day-matrix.ts";
import { type FactLine, factLine } from "./parts/fact-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { issueLink, linkedNames, listPieces } from "./parts/names.ts";
import { type Neighbour, type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type CellView, type ShortStatement, shortCellView } from "./parts/standings.ts";

/** One day. */
export interface DayPageView {
  readonly frame: Frame;
  readonly title: string;
  readonly date: DateView;
  readonly counts: string;
  readonly allDays: string;
  readonly neighbours: NeighboursView;
  readonly contents: readonly ContentsEntry[];
  /** `null` on a sheet of so many days and cells that each day shows only what it changed. */
  readonly positions: DayPositions | null;
  readonly changes: readonly ChangedCellView[];
  readonly changesNote: string;
  /** Says so where positions that did not change are left out; else empty. */
  readonly leftOut: string;
  readonly facts: readonly FactLine[];
  readonly factsNote: string;
}

/** All positions as they stood. */
export interface DayPositions {
  readonly matrix: DayMatrixView;
  readonly note: string;
  /** Actors already named of whom no position was found yet. */
  readonly silent: readonly Piece[];
  /** Issues already spoken of on which nobody's position was found yet. */
  readonly unheard: readonly Piece[];
}

/** A cell before and after. */
export interface ChangedCellView {
  readonly before: CellView<ShortStatement>;
  readonly after: CellView<ShortStatement>;
}

const FACTS_SHOWN = 150;

/** What a day's page is made from, beside names: it changes if and only if one of these does. */
export function dayInputs(found: DayOfSheet, days: readonly Day[]): readonly unknown[] {
  const { day, dossier, facts, changedCells } = found;
  const { actors, issues } = dossier.named;
  const whole = daysShowMatrix(dossier, days)
    ? [
        found.matrix(),
        [...actors.keys()].filter(found.hasActor),
        [...issues.keys()].filter(found.hasIssue),
      ]
    : [];
  return [day, daysAround(days, day), facts, changedCells, whole];
}

/**
 * Makes the view of a day's page. All it is made from is the sheet of that day.
 * @param days all days of the sheet. Of those after this one, the next is linked to and no other named.
 */
export function dayView(scope: Scope, found: DayOfSheet, days: readonly Day[]): DayPageView {
  const { day, dossier, facts, changedCells } = found;
  const { t, href, numbers } = scope;
  const date = dateOfDay(scope, day);
  const around = daysAround(days, day);
  const [previous] = around[0] === day ? [] : around;
  const shown = facts.slice(-FACTS_SHOWN);
  const positions = daysShowMatrix(dossier, days) ? positionsOfDay(scope, found) : null;
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
    neighbours: neighboursView(scope, around, day, (other) => neighbour(scope, other)),
    contents: contentsOf([
      {
        id: "positions",
        label: t("day.matrix"),
        count: t("count.issues", { count: positions?.matrix.rows.length ?? 0 }),
        isThere: positions !== null,
      },
      {
        id: "changes",
        label: t("day.changes"),
        count: t("count.positions", { count: changedCells.length }),
        isThere: changedCells.length > 0,
      },
      {
        id: "facts",
        label: t("day.facts"),
        count: t("count.facts", { count: facts.length }),
        isThere: facts.length > 0,
      },
    ]),
    positions,
    changes: changedCells.map((cell) => changedCellView(scope, cell)),
    changesNote:
      previous === undefined
        ? t("day.changes-first")
        : t("day.changes-note", { date: dateOfDay(scope, previous).text }),
    leftOut: positions ? "" : t("day.matrix-note-changed"),
    facts: shown.map((fact) => factLine(scope, fact)),
    factsNote:
      shown.length < facts.length
        ? t("day.facts-newest", { count: facts.length, shown: shown.length })
        : t("day.facts-note", { count: facts.length }),
  };
}

/** A day, after the one before it and before the next. */
function daysAround(days: readonly Day[], day: Day): readonly Day[] {
  const known = places.get(days) ?? new Map(days.map((one, place) => [one, place]));
  places.set(days, known);
  const place = known.get(day) ?? 0;
  return days.slice(Math.max(0, place - 1), place + 2);
}

const places = new WeakMap<readonly Day[], ReadonlyMap<Day, number>>();

/** The matrix of the day, and who and what was spoken of without a position. */
function positionsOfDay(scope: Scope, found: DayOfSheet): DayPositions {
  const matrix = found.matrix();
  const isHeard = ({ cells }: Matrix["rows"][number]): boolean => cells.some(isStated);
  const stated = matrix.rows.filter(isHeard);
  return {
    matrix: dayMatrixView(scope, { ...matrix, rows: stated }, found.changedCells),
    note: scope.t("day.matrix-note"),
    silent: linkedNames(scope, matrix.silent.filter(found.hasActor)),
    unheard: listPieces(
      scope,
      matrix.rows
        .filter((row) => !isHeard(row))
        .filter(({ issue }) => found.hasIssue(issue))
        .map(({ issue }) => issueLink(scope, issue))
        .map((link) => linkPiece(link.title, link.href)),
    ),
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
    before: shortCellView(scope, { actor, issue, standing: before }),
    after: shortCellView(scope, { actor, issue, standing: after }),
  };
}
