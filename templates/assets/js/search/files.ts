/** The files of the index: fetched when they are needed, once, and the records that were in them. */
import {
  type Brief,
  blockOf,
  type DateList,
  type FilterList,
  type Full,
  INDEX_FILE,
  INDEX_FOLDER,
  type SearchIndex,
  SHOWN,
  type Shard,
  TEXTS,
} from "../../../../src/build/search-format.ts";

/** The index has changed since its first file was fetched, or was never there. */
export class MissingFile extends Error {}

/** The index, open. Whatever is fetched stays. */
export interface SearchFiles {
  /** Beginnings that have a shard of their own. */
  readonly beginnings: ReadonlyMap<string, string>;
  readonly root: Shard;
  readonly shard: (beginning: string) => Promise<Shard>;
  /** Whether a shard is fetched or on its way. */
  readonly isAsked: (beginning: string) => boolean;
  /** The records that a choice lets through; none if nobody can choose it. */
  readonly choice: (name: string) => Promise<FilterList>;
  readonly dates: () => Promise<DateList>;
  /** What is known of a record already. */
  readonly record: (id: string) => Brief | Full | undefined;
  /** Everything about records. */
  readonly full: (ids: readonly string[]) => Promise<readonly Full[]>;
}

/** Reads a file of the index by its path from the site's root. */
export type Read = <Held>(path: string) => Promise<Held>;

let opened: Promise<SearchFiles> | null = null;

/** Opens the index below the site's root, once, or anew. */
export function openFiles(root: string, anew = false): Promise<SearchFiles> {
  const base = new URL(root, document.baseURI).href;
  if (anew) opened = null;
  opened ??= searchFiles((path) =>
    fetched(base + path, anew && path === INDEX_FILE ? "reload" : "default"),
  ).catch((error: unknown) => {
    // The next query tries again.
    opened = null;
    throw error;
  });
  return opened;
}

/** Whether all texts of a record are known. */
export function isFull(record: Brief | Full): record is Full {
  return "second" in record;
}

/** Opens an index. */
export async function searchFiles(read: Read): Promise<SearchFiles> {
  const { root, shards, blocks, lists }: SearchIndex = await read(INDEX_FILE);
  const beginnings = new Map(Object.entries(shards));
  const choices = new Map(Object.entries(lists));
  const records = new Map<string, Brief | Full>();
  const keep = (briefs: readonly (readonly string[])[]): void => {
    for (const texts of briefs) {
      const brief = named(SHOWN, texts);
      if (!records.has(brief.id)) records.set(brief.id, brief);
    }
  };
  const fileOf = <Held>(name: string): Promise<Held> => read<Held>(`${INDEX_FOLDER}${name}.json`);
  const asked = new Set<string>();
  const shard = once(async (beginning) => {
    asked.add(beginning);
    const held = await fileOf<Shard>(beginnings.get(beginning) ?? "");
    keep(held.briefs);
    return held;
  });
  const choice = once(async (wanted) => {
    const name = choices.get(wanted);
    if (name === undefined) return NO_RECORDS;
    const held = await fileOf<FilterList>(name);
    keep(held.briefs);
    return held;
  });
  const dates = once(() => fileOf<DateList>(choices.get("date") ?? ""));
  const block = once(async (name) => {
    for (const texts of await fileOf<readonly (readonly string[])[]>(name)) {
      const full = named([...SHOWN, ...TEXTS], texts);
      records.set(full.id, full);
    }
  });

  keep(root.briefs);
  return {
    beginnings,
    root,
    shard,
    isAsked: (beginning) => asked.has(beginning),
    choice,
    dates: () => dates(""),
    record: (id) => records.get(id),
    full: async (ids) => {
      await Promise.all(ids.map((id) => block(blocks[blockOf(id, blocks.length)] ?? "")));
      return ids.flatMap((id) => {
        const record = records.get(id);
        return record && isFull(record) ? [record] : [];
      });
    },
  };
}

const NO_RECORDS: FilterList = { records: "", briefs: [] };

/** Does something once for each name; what failed is done again when it is asked for again. */
function once<Made>(make: (name: string) => Promise<Made>): (name: string) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (name) => {
    const before = made.get(name);
    if (before) return before;
    const now = make(name);
    made.set(name, now);
    now.catch(() => made.delete(name));
    return now;
  };
}

async function fetched<Held>(address: string, cache: RequestCache): Promise<Held> {
  const response = await fetch(address, { cache });
  if (response.status === 404) throw new MissingFile(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

function named<Name extends string>(
  names: readonly Name[],
  texts: readonly string[],
): Record<Name, string> {
  const entries = names.map((name, place) => [name, texts[place] ?? ""]);
  return Object.fromEntries(entries);
}
