/** Where two actors agree, differ, or cannot be compared. */
import type { Stance } from "../content/records.ts";
import type { Agreement, Cell, Standing } from "./dossier.ts";

/** What comparing two standings on one issue yields. */
export type Comparison = "agree" | "differ" | "incomparable";

/** Compares two actors issue by issue. The cells of both must be in the same order of issues. */
export function compareCells(own: readonly Cell[], others: readonly Cell[]): Agreement {
  const result = { agree: [] as string[], differ: [] as string[], incomparable: [] as string[] };
  const stances = clearStances(others);
  clearStances(own).forEach((stance, place) => {
    const other = stances[place];
    const issue = own[place]?.issue;
    if (other === undefined || issue === undefined) return;
    result[compareStances(stance, other)].push(issue);
  });
  return { actor: own[0]?.actor ?? "", other: others[0]?.actor ?? "", ...result };
}

/**
 * Compares two standings. Two that support, or two that oppose, agree; support (with conditions or
 * without) differs from opposition, and support with conditions from support without. Two sets of
 * conditions cannot be compared by a machine; nor can silence, an open or unclear stance, or a
 * conflict. Symmetric.
 */
export function compareStandings(a: Standing, b: Standing): Comparison {
  return compareStances(clearStance(a), clearStance(b));
}

function compareStances(first: Stance | null, second: Stance | null): Comparison {
  if (first === null || second === null) return "incomparable";
  if (first !== second) return "differ";
  return first === "conditional" ? "incomparable" : "agree";
}

/** An actor's cells are compared with those of every other: what each comes to is kept. */
const known = new WeakMap<readonly Cell[], readonly (Stance | null)[]>();

function clearStances(cells: readonly Cell[]): readonly (Stance | null)[] {
  const stances = known.get(cells) ?? cells.map(({ standing }) => clearStance(standing));
  known.set(cells, stances);
  return stances;
}

function clearStance(standing: Standing): Stance | null {
  if (standing.state !== "stated") return null;
  const stance = standing.inForce[0]?.stance;
  return stance === undefined || stance === "undecided" || stance === "unclear" ? null : stance;
}
