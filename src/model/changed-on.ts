/** What became known on one day: the facts, and the cells of the matrix that they changed. */
import type { Day } from "../content/dates.ts";
import type { Fact, Records } from "../content/records.ts";
import { buildDossier } from "./build-dossier.ts";
import type { Cell, Dossier, Standing } from "./dossier.ts";
import { knownBy } from "./known.ts";

/** A cell of the matrix before and after a day. */
export interface ChangedCell {
  readonly actor: string;
  readonly issue: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** The sheet as it stood at the end of a day, and what that day changed. */
export interface DayOfSheet {
  readonly day: Day;
  readonly dossier: Dossier;
  /** Facts that became known that day, oldest first. */
  readonly facts: readonly Fact[];
  /** Cells that differ from the day before, in the order of the matrix. */
  readonly changedCells: readonly ChangedCell[];
}

/**
 * The sheet as it stood at the end of a day.
 * @param previous the day of the sheet before it, or `null` for the first.
 */
export function dayOfSheet(records: Records, day: Day, previous: Day | null): DayOfSheet {
  const dossier = buildDossier(records, day);
  const before = previous === null ? null : buildDossier(records, previous);
  const sources = new Map(records.sources.map((source) => [source.id, source]));
  const facts = [...dossier.facts.values()].map(({ fact }) => fact);
  return {
    day,
    dossier,
    facts: facts.filter((fact) => knownBy(fact, sources) === day),
    changedCells: dossier.matrix.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => changedCell(cell, before)),
    ),
  };
}

function changedCell({ actor, issue, standing }: Cell, before: Dossier | null): ChangedCell[] {
  const cells = before?.actors.get(actor)?.cells ?? [];
  const earlier = cells.find((cell) => cell.issue === issue)?.standing ?? { state: "none" };
  if (inForce(earlier) === inForce(standing)) return [];
  return [{ actor, issue, before: earlier, after: standing }];
}

function inForce(standing: Standing): string {
  return standing.state === "none" ? "" : standing.inForce.map(({ id }) => id).join(" ");
}
