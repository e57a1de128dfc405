/**
 * Numbers that stand for structures, made quickly: they tell what changed between two builds of one
 * memory. Two different structures have one number by an accident of one in 2^52. Nobody can bring
 * it about: every memory has a seed of its own, which is not told.
 */

/** Odd, so that multiplying loses nothing. */
const FACTOR_ONE = 0x9e3779b1;
const FACTOR_TWO = 0x85ebca6b;

/** Takes in a structure piece by piece. */
export interface Digester {
  /** Begins a structure. Gives what `end` needs to go on with the one that it is part of. */
  readonly begin: () => readonly [number, number];
  /** The number of the structure: whole, odd, of 53 bits. */
  readonly end: (outer: readonly [number, number]) => number;
  /** Takes in 32 bits. */
  readonly add: (bits: number) => void;
  /** Takes in a text and its length. */
  readonly addText: (text: string) => void;
  /** Takes in the number of a structure. */
  readonly addNumber: (number: number) => void;
}

/** Makes one: two mixtures side by side, as one of 32 bits would be too small. */
export function digesterOf([first, second]: readonly [number, number]): Digester {
  let one = first | 0;
  let two = second | 0;
  const add = (bits: number): void => {
    // Turning brings high bits down to where they are multiplied again.
    const mixed = Math.imul(one ^ bits, FACTOR_ONE);
    one = (mixed << 13) | (mixed >>> 19);
    const other = Math.imul((two + bits) | 0, FACTOR_TWO);
    two = other ^ (other >>> 15);
  };
  return {
    begin: () => {
      const outer = [one, two] as const;
      one = first | 0;
      two = second | 0;
      return outer;
    },
    end: (outer) => {
      const low = settled(one ^ Math.imul(two, 0xc2b2ae35));
      const high = settled(two ^ low);
      [one, two] = outer;
      return (high >>> 11) * 2 ** 32 + ((low | 1) >>> 0);
    },
    add,
    addText: (text) => {
      // No mark of another kind is as large.
      add(0x10000 + text.length);
      // As `add` does it, in variables of its own: nearly all the time goes by here.
      let [left, right] = [one, two];
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const mixed = Math.imul(left ^ code, FACTOR_ONE);
        left = (mixed << 13) | (mixed >>> 19);
        const other = Math.imul((right + code) | 0, FACTOR_TWO);
        right = other ^ (other >>> 15);
      }
      one = left;
      two = right;
    },
    addNumber: (number) => {
      add(number | 0);
      add(Math.floor(number / 2 ** 32));
    },
  };
}

/** Lets every bit touch every other: the last step of MurmurHash3, by Austin Appleby. */
function settled(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
