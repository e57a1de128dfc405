/** The nearest valid word to a misspelt one. */
import { closest, distance } from "fastest-levenshtein";

/**
 * The nearest of the candidates, if it is near enough to be meant: at most a third of the word's
 * letters differ (at least one, at most four), or the word is a candidate's beginning.
 * @returns the candidate, or empty.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return "";
  const folded = word.toLowerCase().normalize("NFC");
  const best = closest(folded, [...candidates]);
  const allowed = Math.min(4, Math.max(1, Math.ceil(folded.length / 3)));
  if (distance(folded, best) <= allowed) return best;
  const extensions = candidates.filter((candidate) => candidate.startsWith(folded));
  return folded.length >= 3 && extensions.length === 1 ? (extensions[0] ?? "") : "";
}

/** A hint that names the nearest candidate, or lists a few of them. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const guess = nearest(word, candidates);
  if (guess) return `Did you mean "${guess}"?`;
  if (candidates.length === 0) return "";
  const shown = candidates.slice(0, 12).join(", ");
  return candidates.length > 12 ? `Known are ${shown}, …` : `Known are ${shown}.`;
}
