/** What became known on one day: the facts, and the cells of the matrix that they changed. */
import type { Day } from "../content/dates.ts";
import type { Fact, Records } from "../content/records.ts";
import { buildDossier } from "./build-dossier.ts";
import type { Dossier, Standing } from "./dossier.ts";

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
  /** Facts that the sheet did not hold on the day before it, oldest first. */
  readonly facts: readonly Fact[];
  /** Cells that differ from the day before, by issue and then by actor, in the sheet's order. */
  readonly changedCells: readonly ChangedCell[];
}

/**
 * The sheet as it stood at the end of a day.
 * @param previous the day of the sheet before it, or `null` for the first.
 */
export function dayOfSheet(records: Records, day: Day, previous: Day | null): DayOfSheet {
  const before = previous === null ? null : buildDossier(records, previous);
  return changedOn(buildDossier(records, day), before);
}

/** A day's dossier with what sets it apart from that of the day of the sheet before it. */
export function changedOn(dossier: Dossier, before: Dossier | null): DayOfSheet {
  const facts = [...dossier.facts.values()].map(({ fact }) => fact);
  return {
    day: dossier.asOf,
    dossier,
    facts: facts.filter(({ id }) => !before?.facts.has(id)),
    changedCells: changedCells(dossier, before),
  };
}

/** An actor may have left the matrix: what it stated for a time has ended. */
function changedCells(dossier: Dossier, before: Dossier | null): ChangedCell[] {
  const columns = new Set([...dossier.matrix.actors, ...(before?.matrix.actors ?? [])]);
  const actors = [...dossier.actors.keys()].filter((id) => columns.has(id));
  return dossier.matrix.rows.flatMap(({ issue }, row) =>
    actors.flatMap((actor) => {
      const earlier = standingIn(before, actor, row);
      const standing = standingIn(dossier, actor, row);
      if (inForce(earlier) === inForce(standing)) return [];
      return [{ actor, issue, before: earlier, after: standing }];
    }),
  );
}

function standingIn(dossier: Dossier | null, actor: string, row: number): Standing {
  return dossier?.actors.get(actor)?.cells[row]?.standing ?? { state: "none" };
}

function inForce(standing: Standing): string {
  return standing.state === "none" ? "" : standing.inForce.map(({ id }) => id).join(" ");
}
