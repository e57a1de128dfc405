/** Why two positions on one issue are the same, differ or cannot be compared. Pure; browsers run it too. */
import type { Stance } from "../content/records.ts";
import type { Comparison } from "./agreement.ts";
import type { Standing } from "./dossier.ts";

/** What of a standing counts in a comparison. */
export type Comparable = Stance | "conflict" | "none";

/** What a comparison rests on. Each is symmetric: none says which of the two stated which. */
export const GROUNDS = [
  "both-support",
  "both-oppose",
  "support-oppose",
  "support-conditional",
  "conditional-oppose",
  "both-conditional",
  "conflict",
  "open",
  "one-stated",
  "neither-stated",
] as const;

/** What a comparison rests on. */
export type Ground = (typeof GROUNDS)[number];

const RESULTS: Readonly<Record<Ground, Comparison>> = {
  "both-support": "agree",
  "both-oppose": "agree",
  "support-oppose": "differ",
  "support-conditional": "differ",
  "conditional-oppose": "differ",
  "both-conditional": "incomparable",
  conflict: "incomparable",
  open: "incomparable",
  "one-stated": "incomparable",
  "neither-stated": "incomparable",
};

/** What of a standing counts in a comparison. */
export function comparableOf(standing: Standing): Comparable {
  if (standing.state !== "stated") return standing.state;
  return standing.inForce[0]?.stance ?? "none";
}

/** What the comparison of two rests on. Symmetric. */
export function groundOf(a: Comparable, b: Comparable): Ground {
  const either = (...values: readonly Comparable[]): boolean =>
    values.includes(a) || values.includes(b);
  if (a === "none" && b === "none") return "neither-stated";
  if (either("none")) return "one-stated";
  if (either("conflict")) return "conflict";
  if (either("undecided", "unclear")) return "open";
  if (a === b)
    return a === "supports" ? "both-support" : a === "opposes" ? "both-oppose" : "both-conditional";
  if (!either("conditional")) return "support-oppose";
  return either("supports") ? "support-conditional" : "conditional-oppose";
}

/** What a ground makes of the two. */
export function comparisonOn(ground: Ground): Comparison {
  return RESULTS[ground];
}
