/** The pages of one type, of which no more are listed than are asked for. */
import { once } from "../model/lazy.ts";
import type { OutputPath } from "./links.ts";

/** One page. */
export interface PageSpec {
  /** Where it lies in the site, such as `actors/russia/index.html`. */
  readonly path: OutputPath;
  /** What it is made from beside the parts of the sheet that it reads by itself. */
  readonly inputs: () => readonly unknown[];
  /** Its HTML, made now. */
  readonly render: () => string;
}

/** The pages of a type, listed when they are asked for. */
export interface PageFamily {
  readonly all: () => readonly PageSpec[];
  /** Those of one entry, for types that have pages for each entry of a map; none for an id without one. */
  readonly of: ((id: string) => readonly PageSpec[]) | null;
}

/** Pages that are listed together. */
export function listing(make: () => readonly PageSpec[]): PageFamily {
  return { all: once(make), of: null };
}

/** One page alone. */
export function single(make: () => PageSpec): PageFamily {
  return listing(() => [make()]);
}

/** The pages of each entry of a map, which is made when they are. */
export function entries<Entry>(
  mapOf: () => ReadonlyMap<string, Entry>,
  pagesOf: (id: string, entry: () => Entry, place: number) => readonly PageSpec[],
): PageFamily {
  const ids = once(() => [...mapOf().keys()]);
  const pages = (id: string, place: number): readonly PageSpec[] =>
    pagesOf(id, () => entryOf(mapOf(), id), place);
  return {
    all: once(() => ids().flatMap(pages)),
    of: (id) => (mapOf().has(id) ? pages(id, ids().indexOf(id)) : []),
  };
}

/** The page of a family at a path that can be one of it. `entry` is the id of the entry whose page it would be. */
export function pageAt(
  { all, of }: PageFamily,
  path: OutputPath,
  entry: string,
): PageSpec | undefined {
  return (of?.(entry) ?? all()).find((page) => page.path === path);
}

/** An entry that is known to be there. @throws Error if it is not */
export function entryOf<Entry>(map: ReadonlyMap<string, Entry>, id: string): Entry {
  const entry = map.get(id);
  if (entry === undefined) throw new Error(`There is no "${id}" for a page`);
  return entry;
}
