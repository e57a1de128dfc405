/** Which pages must be rendered again: those of which something that they were made from has changed. */
import { randomBytes } from "node:crypto";
import { type Fingerprints, fingerprintsOf, type Seed } from "../render/fingerprints.ts";
import type { PageSpec } from "../render/page-families.ts";
import { findPage } from "../render/page-types.ts";
import { BODIES, type ReadKeys } from "../render/reads.ts";
import { heapKeeper } from "./heap.ts";
import type { RenderedSite } from "./render-site.ts";
import type { SiteTree } from "./site-tree.ts";

/** What is remembered of the pages of a build. Plain data in few long lists, which are quick to store. */
export interface PageMemory {
  /** Of what all pages depend on. */
  readonly globals: string;
  /** What the fingerprints began with. */
  readonly seed: Seed;
  /** The parts that pages read. */
  readonly keys: ReadKeys;
  /** Of each part, when it was last read. */
  readonly fingerprints: Float64Array;
  /** Of the pages in order. */
  readonly paths: readonly string[];
  /** Of each page, the fingerprint of what it was given. */
  readonly inputs: Float64Array;
  /** Of all pages, one after the other, the numbers of the parts that each read by itself. */
  readonly reads: Uint32Array;
  /** Where the reads of each page end. */
  readonly readsEnd: Uint32Array;
  /** Bodies that were read for what several pages were given, which have not read them themselves. */
  readonly derivedBodies: readonly string[];
}

/** The numbers of the parts that a page read by itself. */
export function readsOf({ reads, readsEnd }: PageMemory, page: number): Uint32Array {
  return reads.subarray(page === 0 ? 0 : readsEnd[page - 1], readsEnd[page]);
}

/** Puts every page into the tree, rendering those that may differ, and returns what to remember. */
export function putPages(
  pages: readonly PageSpec[],
  {
    source,
    globals,
    log,
    derivedBodies,
  }: Pick<RenderedSite, "source" | "globals" | "log" | "derivedBodies">,
  memory: PageMemory | null,
  tree: SiteTree,
): PageMemory {
  const seed = memory?.seed ?? newSeed();
  const fingerprints = fingerprintsOf(source, seed);
  const last = memory?.globals === globals ? memory : null;
  const known = last ? fingerprintsOfKeys(last.keys, fingerprints) : new Float64Array();
  const isCurrent = last ? currentPages(last, known) : () => false;
  const placeOf = new Map(last?.paths.map((path, place) => [path, place]));
  const inputs = new Float64Array(pages.length);
  const reads = readLists(pages.length);
  const keepHeap = heapKeeper();
  for (const [number, page] of pages.entries()) {
    if (number % PAGES_BETWEEN === 0) keepHeap();
    const input = fingerprints.ofValue(page.inputs());
    inputs[number] = input;
    const place = placeOf.get(page.path);
    if (last && place !== undefined && isCurrent(place, input) && tree.isIntact(page.path)) {
      tree.keep(page.path);
      reads.add(readsOf(last, place));
      continue;
    }
    log.begin();
    tree.put(page.path, page.render());
    reads.add(log.read());
  }
  // What pages leave behind makes room for what is made of all of them.
  heapKeeper()();
  const keys = log.keys();
  return {
    globals,
    seed,
    keys,
    fingerprints: fingerprintsOfKeys(keys, fingerprints, known),
    paths: pages.map(({ path }) => path),
    inputs,
    ...reads.all(),
    derivedBodies: [...derivedBodies],
  };
}

/**
 * Puts the pages of a sheet that is as it was but for some bodies: those that have read one of them
 * are rendered, and nothing has to be found out of the others.
 * @param changed paths of the files whose bodies changed.
 * @returns what to remember; `null`, and nothing is put, if it cannot be known which pages these are.
 * @throws Error if a remembered page is not in the site: memory and site are then of two sheets.
 */
export function putPagesOfBodies(
  changed: readonly string[],
  site: RenderedSite,
  memory: PageMemory,
  tree: SiteTree,
): PageMemory | null {
  const { globals, keys, seed, paths } = memory;
  if (globals !== site.globals || changed.some((path) => memory.derivedBodies.includes(path)))
    return null;
  const place = keys.places.indexOf(BODIES);
  const files = new Set(changed);
  const hasChanged = Uint8Array.from(keys.entries, (entry, key) =>
    Number(keys.placeOf[key] === place && files.has(entry)),
  );
  const isKept = Uint8Array.from(paths, (path, page) =>
    Number(readsOf(memory, page).every((key) => hasChanged[key] === 0) && tree.isIntact(path)),
  );
  // Pages are looked for one by one, which is quick for some.
  if (isKept.reduce((sum, kept) => sum + 1 - kept, 0) > MOST_BY_PATH) return null;
  const renewed = new Map<number, readonly number[]>();
  for (const [page, path] of paths.entries()) {
    if (isKept[page] === 1) {
      tree.keep(path);
      continue;
    }
    const spec = findPage(site.pageTypes, path);
    if (!spec) throw new Error(`There is no page at ${path}`);
    site.log.begin();
    tree.put(path, spec.render());
    renewed.set(page, site.log.read());
  }
  const fingerprints = fingerprintsOf(site.source, seed);
  const keysNow = site.log.keys();
  return {
    ...memory,
    ...readsWith(renewed, memory),
    keys: keysNow,
    fingerprints: Float64Array.from(
      keysNow.entries,
      (entry, key) =>
        (hasChanged[key] === 0 ? memory.fingerprints[key] : undefined) ??
        fingerprints.of(keysNow.places[keysNow.placeOf[key] ?? 0] ?? "", entry),
    ),
    derivedBodies: [...new Set([...memory.derivedBodies, ...site.derivedBodies])],
  };
}

const MOST_BY_PATH = 200;

/** The reads of a memory, but for those of some pages. */
function readsWith(
  renewed: ReadonlyMap<number, readonly number[]>,
  memory: PageMemory,
): Pick<PageMemory, "reads" | "readsEnd"> {
  const { reads, readsEnd, paths } = memory;
  const isAsBefore = [...renewed].every(([page, now]) => {
    const last = readsOf(memory, page);
    return last.length === now.length && now.every((key, place) => last[place] === key);
  });
  if (isAsBefore) return { reads, readsEnd };
  const lists = readLists(paths.length);
  for (const page of paths.keys()) lists.add(renewed.get(page) ?? readsOf(memory, page));
  return lists.all();
}

/** Pages after which the heap is looked at again. */
const PAGES_BETWEEN = 500;

/** Of another beginning for each memory, so that nobody can make two parts that look alike. */
function newSeed(): Seed {
  const bytes = randomBytes(8);
  return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
}

/** @param known of the first of these keys, made before. */
function fingerprintsOfKeys(
  { places, placeOf, entries }: ReadKeys,
  { of }: Fingerprints,
  known: Float64Array = new Float64Array(),
): Float64Array {
  return Float64Array.from(
    entries,
    (entry, key) => known[key] ?? of(places[placeOf[key] ?? 0] ?? "", entry),
  );
}

/**
 * Tells whether a page would have the bytes it had, by its number in the memory.
 * @param now of each part, as it now is.
 */
function currentPages(
  memory: PageMemory,
  now: Float64Array,
): (page: number, input: number) => boolean {
  const hasChanged = Uint8Array.from(now, (fingerprint, key) =>
    Number(fingerprint !== memory.fingerprints[key]),
  );
  return (page, input) =>
    memory.inputs[page] === input && readsOf(memory, page).every((key) => hasChanged[key] === 0);
}

/** The reads of pages, put one after the other as they come: lists of their own would take ten times the memory. */
function readLists(pages: number): {
  readonly add: (list: readonly number[] | Uint32Array) => void;
  readonly all: () => Pick<PageMemory, "reads" | "readsEnd">;
} {
  const readsEnd = new Uint32Array(pages);
  let reads = new Uint32Array(1024);
  let page = 0;
  let end = 0;
  return {
    add: (list) => {
      if (end + list.length > reads.length) {
        const larger = new Uint32Array((end + list.length) * 2);
        larger.set(reads);
        reads = larger;
      }
      reads.set(list, end);
      end += list.length;
      readsEnd[page] = end;
      page += 1;
    },
    all: () => ({ reads: reads.slice(0, end), readsEnd }),
  };
}
