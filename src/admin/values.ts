/** The values that a form hands over, as front matter has them. */
import type { FrontMatterValue } from "../content/write-front-matter.ts";

/** Keys with their values; what is empty is not among them. */
export interface Values {
  readonly [key: string]: FrontMatterValue;
}

/**
 * What a form holds, without what is empty: a form has a field for every key, and a key without a value is a
 * mistake in a file. Everything else is text: numbers and switches too.
 */
export function valuesOf(form: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(form).flatMap(([key, each]) => {
      const value = filledIn(each);
      return value === null ? [] : [[key, value]];
    }),
  );
}

function filledIn(given: unknown): FrontMatterValue | null {
  if (given === null || given === undefined) return null;
  if (Array.isArray(given)) {
    const items = given.map(filledIn).filter((item) => item !== null);
    return items.length > 0 ? items : null;
  }
  if (typeof given === "object") {
    const values = valuesOf({ ...given });
    return Object.keys(values).length > 0 ? values : null;
  }
  const text = String(given).trim();
  return text === "" ? null : text;
}

/** Whether a value is keys of its own. */
export function isKeys(value: FrontMatterValue | undefined): value is Values {
  return typeof value === "object" && !Array.isArray(value);
}

/** Whether two values say the same: one id and a list of that one id do, and white space at the ends is nothing. */
export function areAlike(one: FrontMatterValue, other: FrontMatterValue): boolean {
  if (typeof one === "string" && typeof other === "string") return one.trim() === other.trim();
  if (isKeys(one) && isKeys(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => {
        const [a, b] = [one[name], other[name]];
        return a !== undefined && b !== undefined && areAlike(a, b);
      })
    );
  }
  if (isKeys(one) || isKeys(other)) return false;
  const [these, those] = [listOf(one), listOf(other)];
  return (
    these.length === those.length &&
    these.every((item, index) => {
      const counterpart = those[index];
      return counterpart !== undefined && areAlike(item, counterpart);
    })
  );
}

function listOf(value: FrontMatterValue): readonly FrontMatterValue[] {
  if (typeof value === "string") return [value];
  return isKeys(value) ? [value] : [...value];
}
