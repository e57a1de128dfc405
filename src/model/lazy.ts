/** Values made when they are first asked for, so that nobody pays for a part of the dossier that no page shows. */
import { MapView } from "./map-view.ts";

/** How many values are being made, one for another. */
let making = 0;

/** Whether a value is being made that is kept for others: what is read now, they will not be seen to read. */
export function isDeriving(): boolean {
  return making > 0;
}

/** A function that makes its value once. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: derive(make) };
    return made.value;
  };
}

function derive<Value>(make: () => Value): Value {
  making += 1;
  try {
    return make();
  } finally {
    making -= 1;
  }
}

/** Functions whose values an object with lazy properties does not keep. */
const keepsForItself = new WeakSet<() => unknown>();

/**
 * For values that are large and looked at one after the other: of all that are made by what is
 * given here, only the last is kept, and another is made again if it is asked for again.
 */
export function latestOnly<Value>(): (make: () => Value) => () => Value {
  let latest: { readonly make: () => Value; readonly value: Value } | null = null;
  return (make) => {
    const read = (): Value => {
      if (latest?.make !== make) latest = { make, value: derive(make) };
      return latest.value;
    };
    keepsForItself.add(read);
    return read;
  };
}

/** How each property of an object is made. */
export type Makers<Result extends object> = { readonly [Key in keyof Result]: () => Result[Key] };

/** An object each property of which is made when it is first read, and kept. Enumerating it reads it. */
export function lazyObject<Result extends object>(makers: Makers<Result>): Result;
// What is put together property by property is a `Result` only in the end, which no compiler can see.
export function lazyObject(makers: Readonly<Record<string, () => unknown>>): object {
  const result = {};
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(result, name, {
      enumerable: true,
      get: keepsForItself.has(make) ? make : once(make),
    });
  return result;
}

/**
 * An object like another, each property of which is read through a function.
 * @param read is given the property's name and a function that reads it, and gives what stands in its place.
 */
export function readThrough<Value extends object>(
  value: Value,
  read: (name: string, original: () => unknown) => unknown,
): Value;
export function readThrough(
  value: object,
  read: (name: string, original: () => unknown) => unknown,
): object {
  const result = {};
  for (const name of Object.keys(value))
    Object.defineProperty(result, name, {
      enumerable: true,
      get: () => read(name, () => Reflect.get(value, name)),
    });
  return result;
}

/** A map whose keys are known and each value of which is made once, when it is first read. */
export class LazyMap<Value> extends MapView<Value> {
  readonly #keys: ReadonlyMap<string, unknown>;
  readonly #make: (key: string) => Value;
  readonly #made = new Map<string, Value>();

  /** @param keys a map that has the keys, in their order. */
  constructor(keys: ReadonlyMap<string, unknown>, make: (key: string) => Value) {
    super();
    this.#keys = keys;
    this.#make = make;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get(key: string): Value | undefined {
    const made = this.#made.get(key);
    if (made !== undefined || !this.#keys.has(key)) return made;
    return this.#add(key);
  }

  keys(): MapIterator<string> {
    return this.#keys.keys();
  }

  protected all(): ReadonlyMap<string, Value> {
    return new Map(
      [...this.#keys.keys()].map((key) => [key, this.#made.get(key) ?? this.#add(key)]),
    );
  }

  #add(key: string): Value {
    const value = derive(() => this.#make(key));
    this.#made.set(key, value);
    return value;
  }
}

/**
 * A map of the same keys, each value of which is made from the other's when it is first read.
 * @throws Error on reading a value that the other map has lost since
 */
export function mapLazily<From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From) => To,
): ReadonlyMap<string, To> {
  return new LazyMap(map, (key) => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`There is no "${key}" to be changed`);
    return change(value);
  });
}
