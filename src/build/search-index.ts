/**
 * The search index.
 *
 *     const { files, kept, memory } = buildSearchIndex(records, previous?.memory);
 *
 * Without a memory all files are made. With that of an earlier index only what changed is read again
 * and only files that changed are in `files`; `kept` names those of the earlier index that belong to
 * this one too. Both together are, byte for byte, what a build without a memory makes. All names but
 * that of `search/index.json` carry a hash of what the file holds, so a file that is there already
 * need not be written, and one that is in neither list can go. A memory is plain data that `v8.serialize`
 * takes. It must come from this very program: nothing in it is checked.
 *
 * `openSearch` makes an index when a file of it is first asked for, as a development server wants it.
 */
import { hash } from "node:crypto";
import { compareText } from "../content/dates.ts";
import { PATHS } from "../render/links.ts";
import type { SearchRecord } from "../render/search-records.ts";
import {
  blockOf,
  type DateList,
  type FilterList,
  INDEX_FOLDER,
  LEVELS,
  type RecordId,
  type SearchIndex,
  type WrittenRecord,
  writeIds,
} from "./search-format.ts";
import { briefOf, fullOf, type Postings, postingsOf } from "./search-postings.ts";
import { type Beginning, beginningsOf, shardOf } from "./search-shards.ts";
import { type Reading, type ReadRecords, readRecords } from "./search-terms.ts";
import type { SiteFile } from "./write-files.ts";

/** Records in a block of full records, about. */
const PER_BLOCK = 32;
/** Records that a filter's list shows at once. */
const SHOWN = 1;

/** What an index remembers for the next. What it holds is the index's own business. */
export interface SearchMemory {
  readonly read: ReadRecords;
  /** Names of the shards' files by beginning. */
  readonly shards: ReadonlyMap<string, string>;
  readonly blocks: readonly string[];
}

/** An index, or what is new in it. */
export interface BuiltSearchIndex {
  readonly files: readonly SiteFile[];
  /** Paths of files of the earlier index that still belong to it. */
  readonly kept: readonly string[];
  readonly memory: SearchMemory;
}

/** Makes the index of records. Pure: the same records give the same bytes, with whatever memory. */
export function buildSearchIndex(
  records: readonly SearchRecord[],
  before?: SearchMemory,
): BuiltSearchIndex {
  const files: SiteFile[] = [];
  const { first, ...built } = putSearchIndex(records, (file) => files.push(file), before);
  return { files: [first, ...files], ...built };
}

/**
 * Makes the index and hands on each of its files as soon as it is made, so that not all are in memory
 * at once. The first file, which names all others, is given back: whoever writes files where they are
 * read writes it last.
 */
export function putSearchIndex(
  records: readonly SearchRecord[],
  put: (file: SiteFile) => void,
  before?: SearchMemory,
): Omit<BuiltSearchIndex, "files"> & { readonly first: SiteFile } {
  const read = readRecords(records, before?.read);
  const postings = postingsOf(records, read);
  const count = blockCount(records.length);
  const old = before?.blocks.length === count ? before : undefined;
  const touched = old ? touchedBy(read.changed, count) : NOTHING_TOUCHED;
  const names = new Set<string>();
  const kept: string[] = [];
  const made = (holds: unknown): string => {
    const text = JSON.stringify(holds);
    const name = hash("sha256", text).slice(0, 12);
    if (!names.has(name)) put({ path: pathOf(name), bytes: text });
    names.add(name);
    return name;
  };
  const keptOr = (name: string | undefined, isTouched: boolean, make: () => unknown): string => {
    if (name === undefined || isTouched) return made(make());
    kept.push(pathOf(name));
    return name;
  };

  const root = beginningsOf(postings);
  const shards = Object.fromEntries(
    belowOf(root).map((beginning) => [
      beginning.text,
      keptOr(old?.shards.get(beginning.text), touched.beginnings.has(beginning.text), () =>
        shardOf(postings, beginning),
      ),
    ]),
  );
  const blocks = blocksOf(postings, count).map((block, number) =>
    keptOr(old?.blocks[number], touched.blocks.has(number), block),
  );
  const lists = Object.fromEntries(
    Array.from(listsOf(postings), ([name, list]) => [name, made(list)]),
  );
  const index: SearchIndex = { version: 1, root: shardOf(postings, root), shards, blocks, lists };
  return {
    first: { path: PATHS.searchIndex, bytes: JSON.stringify(index) },
    kept: [...new Set(kept)].filter((path) => !names.has(nameIn(path))),
    memory: {
      read: { vocabulary: read.vocabulary, records: read.records },
      shards: new Map(Object.entries(shards)),
      blocks,
    },
  };
}

const NOTHING_TOUCHED = { beginnings: new Set<string>(), blocks: new Set<number>() };

/** An index that is made when it is asked for. */
export interface OpenSearch {
  /** A file of the index by its path from the site's root, or `undefined` if the index has none there. */
  readonly file: (path: string) => SiteFile | undefined;
  /** Tells that the records may have changed; the next file that is asked for is of the new index. */
  readonly changed: () => void;
}

/** Opens search over records that are listed when a file is first asked for, and after each change. */
export function openSearch(list: () => readonly SearchRecord[]): OpenSearch {
  let memory: SearchMemory | undefined;
  let files = new Map<string, SiteFile>();
  let isCurrent = false;
  return {
    file: (path) => {
      if (path !== PATHS.searchIndex && !path.startsWith(INDEX_FOLDER)) return undefined;
      if (!isCurrent) {
        const built = buildSearchIndex(list(), memory);
        const keptFiles = built.kept.flatMap((kept) => files.get(kept) ?? []);
        files = new Map([...keptFiles, ...built.files].map((file) => [file.path, file]));
        memory = built.memory;
        isCurrent = true;
      }
      return files.get(path);
    },
    changed: () => {
      isCurrent = false;
    },
  };
}

/** Which beginnings and blocks records touch that were added, changed, moved or removed. */
function touchedBy(
  changed: Reading["changed"],
  blocks: number,
): { readonly beginnings: ReadonlySet<string>; readonly blocks: ReadonlySet<number> } {
  const touched = { beginnings: new Set<string>(), blocks: new Set<number>() };
  for (const { record, vocabulary } of changed) {
    touched.blocks.add(blockOf(record.id, blocks));
    for (const number of record.terms) {
      const term = vocabulary[Math.floor(number / LEVELS)] ?? "";
      for (let length = 1; length <= term.length; length++)
        touched.beginnings.add(term.slice(0, length));
    }
  }
  return touched;
}

/** A power of two, so that it seldom changes. */
function blockCount(records: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, records / PER_BLOCK)));
}

function blocksOf({ ids, records }: Postings, count: number): readonly (() => unknown)[] {
  const ranks = Array.from({ length: count }, (): number[] => []);
  for (const [rank, id] of ids.entries()) ranks[blockOf(id, count)]?.push(rank);
  return ranks.map(
    (block) => () => block.flatMap((rank) => withRecord(records, rank, ids, fullOf)),
  );
}

/** The lists of all choices of filters, then that of dates. */
function listsOf({ ids, records }: Postings): ReadonlyMap<string, FilterList | DateList> {
  const choices = new Map<string, Map<string, number[]>>();
  const days = new Map<string, RecordId[]>();
  for (const [rank, { filters, days: own }] of records.entries()) {
    for (const name in filters)
      for (const value of filters[name] ?? [])
        entryOf(
          entryOf(choices, name, () => new Map()),
          value,
          () => [],
        ).push(rank);
    if (own !== "") entryOf(days, own, () => []).push(ids[rank] ?? 0);
  }
  const lists = [...choices].flatMap(([name, values]) =>
    Array.from(values, ([value, ranks]): [string, FilterList] => [
      `${name}:${value}`,
      {
        records: writeIds(ranks.map((rank) => ids[rank] ?? 0)),
        briefs: ranks.slice(0, SHOWN).flatMap((rank) => withRecord(records, rank, ids, briefOf)),
      },
    ]),
  );
  lists.sort(([a], [b]) => compareText(a, b));
  return new Map<string, FilterList | DateList>([
    ...lists,
    ["date", Array.from(days, ([own, list]) => [own, writeIds(list)] as const)],
  ]);
}

/** An entry of a map, made if it is not there. */
function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}

function withRecord(
  records: readonly SearchRecord[],
  rank: number,
  ids: readonly RecordId[],
  made: (id: RecordId, record: SearchRecord) => WrittenRecord,
): readonly WrittenRecord[] {
  const record = records[rank];
  return record ? [made(ids[rank] ?? 0, record)] : [];
}

function belowOf({ longer }: Beginning): readonly Beginning[] {
  return longer.flatMap((beginning) => [beginning, ...belowOf(beginning)]);
}

function pathOf(name: string): string {
  return `${INDEX_FOLDER}${name}.json`;
}

function nameIn(path: string): string {
  return path.slice(INDEX_FOLDER.length, -".json".length);
}
