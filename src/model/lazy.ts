/** Values made when they are first asked for, so that nobody pays for a part of the dossier that no page shows. */

/** A function that makes its value once. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** How each property of an object is made. */
export type Makers<Result extends object> = { readonly [Key in keyof Result]: () => Result[Key] };

/** An object each property of which is made once, when it is first read. Enumerating it reads it. */
export function lazyObject<Result extends object>(makers: Makers<Result>): Result;
export function lazyObject(makers: Readonly<Record<string, () => unknown>>): object {
  const result = {};
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(result, name, { enumerable: true, get: once(make) });
  return result;
}
