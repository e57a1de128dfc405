/** The files of the index: fetched when they are needed, once, and the records that were in them. */
import {
  type Brief,
  blockOf,
  type DateList,
  type FilterList,
  type Full,
  INDEX_FOLDER,
  idsIn,
  type RecordId,
  type SearchIndex,
  SHOWN,
  type Shard,
  TEXTS,
  type WrittenRecord,
} from "../../../../src/build/search-format.ts";

/** The index has changed since its first file was fetched, or was never there. */
export class MissingFile extends Error {}

/** The index, open. Whatever is fetched stays. */
export interface SearchFiles {
  /** Beginnings that have a shard of their own. */
  readonly beginnings: ReadonlyMap<string, string>;
  readonly root: Shard;
  readonly shard: (beginning: string) => Promise<Shard>;
  /** A shard, if it is there already. */
  readonly held: (beginning: string) => Shard | undefined;
  /** Whether a shard is fetched or on its way. */
  readonly isAsked: (beginning: string) => boolean;
  /** The records that a choice lets through; none if nobody can choose it. */
  readonly choice: (name: string) => Promise<FilterList>;
  readonly dates: () => Promise<DateList>;
  /** What is known of a record already. */
  readonly record: (id: RecordId) => Brief | Full | undefined;
  /** Numbers of the records that are known, the newest known first. */
  readonly known: () => readonly RecordId[];
  /** Everything about records. */
  readonly full: (ids: readonly RecordId[]) => Promise<readonly Full[]>;
  /** Gives up whatever `full` still waits for, which then fails: the line is free for what is asked next. */
  readonly giveUpFull: () => void;
}

/** Reads one of the files that the index names. */
export type Read = <Held>(name: string, signal?: AbortSignal) => Promise<Held>;

/** Where a page finds the index. */
export interface IndexPlace {
  /** From the page to the site's root. */
  readonly root: string;
  /** From the page to the index's first file. */
  readonly index: string;
}

/**
 * As the link in the page's head asks, so that one request serves both. A link that asked as `fetch` does
 * by itself would be refused on a page from disk, and the browser's console would say so.
 */
const AS_PRELOADED: RequestInit = { mode: "no-cors", credentials: "include" };

let opened: Promise<SearchFiles> | null = null;

/** Opens the index, once, or anew. */
export function openFiles({ root, index }: IndexPlace, anew = false): Promise<SearchFiles> {
  if (anew) opened = null;
  opened ??= fetched<SearchIndex>(index, anew ? { cache: "reload" } : AS_PRELOADED)
    .then((first) =>
      searchFiles(first, (name, signal) =>
        fetched(
          `${root}${INDEX_FOLDER}${name}.json`,
          // What may be given up is what can wait.
          signal ? { signal, priority: "low" } : {},
        ),
      ),
    )
    .catch((error: unknown) => {
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

/** The texts of a record that words are found in. */
export function textsOf({
  id,
  path,
  days,
  language,
  quote,
  ...texts
}: Brief | Full): readonly string[] {
  return Object.values(texts);
}

/** Opens an index, of which the first file is read. */
export function searchFiles({ root, shards, blocks, lists }: SearchIndex, read: Read): SearchFiles {
  const beginnings = new Map(Object.entries(shards));
  const choices = new Map(Object.entries(lists));
  const records = new Map<RecordId, Brief | Full>();
  const keep = (briefs: readonly WrittenRecord[]): void => {
    for (const written of briefs) {
      const brief = named(SHOWN, written);
      if (!records.has(brief.id)) records.set(brief.id, brief);
    }
  };
  const asked = new Set<string>();
  const shardsHeld = new Map<string, Shard>();
  const shard = once(async (beginning) => {
    asked.add(beginning);
    const held = await read<Shard>(beginnings.get(beginning) ?? "");
    keep(held.briefs);
    shardsHeld.set(beginning, held);
    return held;
  });
  const choice = once(async (wanted) => {
    const name = choices.get(wanted);
    if (name === undefined) return NO_RECORDS;
    const held = await read<FilterList>(name);
    keep(held.briefs);
    return held;
  });
  const dates = once(() => read<DateList>(choices.get("date") ?? ""));
  let reading = new AbortController();
  const block = once(async (name) => {
    const { signal } = reading;
    for (const written of await read<readonly WrittenRecord[]>(name, signal)) {
      const full = named([...SHOWN, ...TEXTS], written);
      records.set(full.id, full);
    }
  });

  keep(root.briefs);
  return {
    beginnings,
    root,
    shard,
    held: (beginning) => shardsHeld.get(beginning),
    isAsked: (beginning) => asked.has(beginning),
    choice,
    dates: () => dates(""),
    record: (id) => records.get(id),
    known: () => [...records.keys()].reverse(),
    full: async (ids) => {
      await Promise.all(ids.map((id) => block(blocks[blockOf(id, blocks.length)] ?? "")));
      return ids.flatMap((id) => {
        const record = records.get(id);
        return record && isFull(record) ? [record] : [];
      });
    },
    giveUpFull: () => {
      reading.abort();
      reading = new AbortController();
      block.forgetUnfinished();
    },
  };
}

const NO_RECORDS: FilterList = { records: "", briefs: [] };

/** Something that is done once for each name; what failed is done again when it is asked for again. */
interface Once<Made> {
  (name: string): Promise<Made>;
  /** What is under way is done again when it is asked for again. */
  readonly forgetUnfinished: () => void;
}

function once<Made>(make: (name: string) => Promise<Made>): Once<Made> {
  const made = new Map<string, Promise<Made>>();
  const unfinished = new Set<string>();
  const makeAnew = (name: string): Promise<Made> => {
    const now = make(name);
    made.set(name, now);
    unfinished.add(name);
    const finish = (isMade: boolean): void => {
      if (made.get(name) !== now) return;
      unfinished.delete(name);
      if (!isMade) made.delete(name);
    };
    now.then(
      () => finish(true),
      () => finish(false),
    );
    return now;
  };
  const forgetUnfinished = (): void => {
    for (const name of unfinished) made.delete(name);
    unfinished.clear();
  };
  return Object.assign((name: string) => made.get(name) ?? makeAnew(name), { forgetUnfinished });
}

/** How hosts say that a file is not there; 403 where they do not tell who asks what is. */
const GONE: ReadonlySet<number> = new Set([403, 404, 410]);

async function fetched<Held>(address: string, how: RequestInit): Promise<Held> {
  const response = await fetch(address, how);
  if (GONE.has(response.status)) throw new MissingFile(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

function named<Name extends string>(
  names: readonly Name[],
  [id, ...texts]: WrittenRecord,
): { readonly id: RecordId } & Record<Name, string> {
  const entries = names.map((name, place) => [name, texts[place] ?? ""]);
  return { ...Object.fromEntries(entries), id: idsIn(id)[0] ?? 0 };
}
