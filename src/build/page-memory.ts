/** Which pages must be rendered again: those of which something that they were made from has changed. */
import { type Fingerprints, fingerprintsOf, hashOf } from "../render/fingerprints.ts";
import type { PageSpec } from "../render/page-families.ts";
import type { PageSource, ReadKey, ReadLog } from "../render/reads.ts";
import type { SiteTree } from "./site-tree.ts";

/** What is remembered of the pages of a build. Plain data. */
export interface PageMemory {
  /** Of what all pages depend on. */
  readonly globals: string;
  /** The parts that pages read, by number. */
  readonly keys: readonly ReadKey[];
  /** Of each part, when it was last read. */
  readonly fingerprints: readonly string[];
  readonly pages: ReadonlyMap<string, RememberedPage>;
}

/** A page when it was last rendered. */
export interface RememberedPage {
  /** Fingerprint of what it was given. */
  readonly inputs: string;
  /** Numbers of the parts it read by itself. */
  readonly reads: Uint32Array;
  /** Of its bytes. */
  readonly hash: string;
}

/** Puts every page into the tree, rendering those that may differ, and returns what to remember. */
export function putPages(
  pages: readonly PageSpec[],
  { source, globals, log }: { source: PageSource; globals: string; log: ReadLog },
  memory: PageMemory | null,
  tree: SiteTree,
): PageMemory {
  const fingerprints = fingerprintsOf(source);
  const isCurrent = currentPages(memory, globals, fingerprints);
  const remembered = new Map<string, RememberedPage>();
  for (const page of pages) {
    const inputs = fingerprints.ofValue(page.inputs());
    const last = memory?.pages.get(page.path);
    if (last && isCurrent(last, inputs) && tree.isIntact(page.path)) {
      tree.keep(page.path);
      remembered.set(page.path, last);
      continue;
    }
    log.begin();
    const html = Buffer.from(page.render());
    const hash = hashOf(html);
    tree.put(page.path, html, hash);
    remembered.set(page.path, { inputs, reads: Uint32Array.from(log.read()), hash });
  }
  return {
    globals,
    keys: log.keys,
    fingerprints: log.keys.map(fingerprints.of),
    pages: remembered,
  };
}

/** Tells whether a page would have the bytes it had. */
function currentPages(
  memory: PageMemory | null,
  globals: string,
  fingerprints: Fingerprints,
): (page: RememberedPage, inputs: string) => boolean {
  if (memory?.globals !== globals) return () => false;
  const hasChanged = Uint8Array.from(memory.keys, (key, number) =>
    Number(fingerprints.of(key) !== memory.fingerprints[number]),
  );
  return (page, inputs) =>
    page.inputs === inputs && page.reads.every((number) => hasChanged[number] === 0);
}
