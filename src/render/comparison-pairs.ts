/** Which actors are compared with each other, and where. */
import type { Dossier } from "../model/dossier.ts";
import { type OutputPath, PATHS } from "./links.ts";

/** With more actors than this, a page for each pair would be too many: one page compares any two. */
export const MOST_PAIRED = 12;

/** Parties and backers that have a column in the matrix, in its order. */
export function comparedActors({ columns, named }: Dossier): readonly string[] {
  return columns.filter((id) => {
    const role = named.actors.get(id)?.role;
    return role === "party" || role === "backer";
  });
}

/** Every pair that has a page of its own: the one that comes first in the matrix is named first. */
export function comparisonPairs(dossier: Dossier): readonly (readonly [string, string])[] {
  const ids = comparedActors(dossier);
  if (ids.length > MOST_PAIRED) return [];
  return ids.flatMap((a, place) => ids.slice(place + 1).map((b) => [a, b] as const));
}

/**
 * The page of two actors, whichever is named first; empty if they have none.
 * @param ids those that are compared, from whoever asks for many.
 */
export function comparisonPath(
  dossier: Dossier,
  one: string,
  other: string,
  ids: readonly string[] = comparedActors(dossier),
): OutputPath | "" {
  const [first, second] = [ids.indexOf(one), ids.indexOf(other)];
  if (first < 0 || second < 0 || first === second || ids.length > MOST_PAIRED) return "";
  return first < second ? PATHS.comparison(one, other) : PATHS.comparison(other, one);
}
