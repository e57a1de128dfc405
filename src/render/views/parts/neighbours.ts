/** The page before and the page after, in the order of the list they stand in. */
import type { Scope } from "../../scope.ts";

/** A neighbouring page; `href` is empty where there is none. */
export interface Neighbour {
  readonly label: string;
  readonly href: string;
  /** Tag of the label's language where that is not the sheet's; else empty. */
  readonly language: string;
}

/** Both neighbours. */
export interface NeighboursView {
  readonly label: string;
  readonly previous: Neighbour;
  readonly next: Neighbour;
}

const NOBODY: Neighbour = { label: "", href: "", language: "" };

/** The neighbours of a record in its list. */
export function neighboursView(
  { t }: Pick<Scope, "t">,
  ids: readonly string[],
  id: string,
  neighbour: (id: string) => Omit<Neighbour, "language"> & { readonly language?: string },
): NeighboursView {
  const place = ids.indexOf(id);
  const before = place > 0 ? ids[place - 1] : undefined;
  const after = place < 0 ? undefined : ids[place + 1];
  return {
    label: t("neighbours.label"),
    previous: before === undefined ? NOBODY : { ...NOBODY, ...neighbour(before) },
    next: after === undefined ? NOBODY : { ...NOBODY, ...neighbour(after) },
  };
}
