/** Chance that a seed determines. */
export interface Chance {
  /** A number from 0 to 1, never 1. */
  number(): number;
  /** A whole number from 0 to one less than the limit. */
  below(limit: number): number;
  /** One of a list. @throws RangeError when the list is empty */
  of<Item>(list: readonly Item[]): Item;
  /** Whether something that happens this often happens now. */
  happens(share: number): boolean;
}

/** Chance from a seed: mulberry32, by Tommy Ettinger (public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(number() * limit);
  return {
    number,
    below,
    of: (list) => itemAt(list, below(list.length)),
    happens: (share) => number() < share,
  };
}

/** The item at a place. @throws RangeError when there is none */
export function itemAt<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`There is no item ${place}`);
  return item;
}
