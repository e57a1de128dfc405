/** The order of a sheet's facts while it is edited: an edit moves few. */
import { listDifference } from "../content/list-difference.ts";
import type { Fact } from "../content/records.ts";
import { behindPredecessors, compareDated, type DatedFact, datedFact } from "./order.ts";

/** Puts facts in the sheet's order, again and again. */
export class FactOrder {
  #facts: readonly Fact[] = [];
  #byDate: readonly DatedFact[] = [];
  #ordered: readonly Fact[] = [];
  readonly #ofId = new Map<string, DatedFact>();

  /** The facts as `chronological` gives them. No two may have one id. */
  of(facts: readonly Fact[]): readonly Fact[] {
    const { come, gone } = listDifference(this.#facts, facts);
    this.#facts = facts;
    if (come.length + gone.length === 0) return this.#ordered;
    const left = new Set(gone.map(({ id }) => this.#ofId.get(id)));
    for (const { id } of gone) this.#ofId.delete(id);
    const more = come.map(datedFact).sort(compareDated);
    for (const dated of more) this.#ofId.set(dated.id, dated);
    const kept = this.#byDate.filter((dated) => !left.has(dated));
    this.#byDate = merged(kept, more);
    this.#ordered = behindPredecessors(this.#byDate, this.#ofId);
    return this.#ordered;
  }
}

/** Two lists by date as one. Few come to many: each finds its place by halving. */
function merged(many: readonly DatedFact[], few: readonly DatedFact[]): readonly DatedFact[] {
  if (many.length === 0) return few;
  const parts: (readonly DatedFact[])[] = [];
  let start = 0;
  for (const dated of few) {
    const place = placeOf(dated, many, start);
    parts.push(many.slice(start, place), [dated]);
    start = place;
  }
  return [...parts.flat(), ...many.slice(start)];
}

function placeOf(dated: DatedFact, among: readonly DatedFact[], from: number): number {
  let low = from;
  let high = among.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = among[middle];
    if (other && compareDated(other, dated) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
