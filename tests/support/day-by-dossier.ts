/** Days of a sheet derived the slow way, from whole dossiers: what the walk is compared with. */
import type { Day } from "../../src/content/dates.ts";
import type { Fact, Records } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import type { Dossier, Standing } from "../../src/model/dossier.ts";
import type { ChangedCell } from "../../src/model/sheet-days.ts";

/** What one day changed, derived from the whole dossiers of two days. */
export interface Changes {
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
export function dayOfSheet(records: Records, day: Day, previous: Day | null): Changes {
  const before = previous === null ? null : buildDossier(records, previous);
  return changedOn(buildDossier(records, day), before);
}

/** A day's dossier with what sets it apart from that of the day of the sheet before it. */
export function changedOn(dossier: Dossier, before: Dossier | null): Changes {
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
