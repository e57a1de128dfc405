/** Long lists cut to what fits a page. What is cut off stays a link away. */
import { linkPiece, type Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";

/** How much of a list a page shows. */
export interface Cut {
  /** A list of at most so many is shown whole: to leave out one or two would save nobody anything. */
  readonly whole: number;
  /** How many a page shows of a longer one. */
  readonly shown: number;
}

/** The first items of a list, or all of one that is short. */
export function cutTo<Item>(items: readonly Item[], { whole, shown }: Cut): readonly Item[] {
  return items.length <= whole ? items : items.slice(0, shown);
}

/** A list that is given oldest first, newest first and cut. */
export function newestOf<Item>(oldestFirst: readonly Item[], cut: Cut): readonly Item[] {
  return cutTo([...oldestFirst].reverse(), cut);
}

/** How many older ones are left out, as a link to the list of facts that has them; empty if none are. */
export function olderOnes(
  { t }: Scope,
  all: readonly unknown[],
  shown: readonly unknown[],
  factsHref: string,
): readonly Piece[] {
  const count = all.length - shown.length;
  return count === 0 ? [] : [linkPiece(t("cut.older", { count }), factsHref)];
}
