/**
 * What a build leaves for the next one. The file is only ever a help: one that is damaged, that
 * another program, release or output folder wrote, or that cannot be read, counts as none.
 */
import { join, relative } from "node:path";
import type { StoredMemory } from "../check/memory.ts";
import type { ContentMemory, RememberedFile } from "../content/memory.ts";
import { hashOf } from "../render/fingerprints.ts";
import type { BuildOptions } from "./options.ts";
import type { PageMemory } from "./page-memory.ts";
import { readParts, type StoredParts, writeParts } from "./part-file.ts";
import type { QuoteProofs } from "./quote-proofs.ts";
import type { KeptTools } from "./render-site.ts";
import type { SearchMemory } from "./search-index.ts";
import type { FileMemory } from "./site-files.ts";
import type { WrittenFile, WrittenSite } from "./site-tree.ts";
import { spread } from "./spread.ts";

/** Everything that is remembered: plain data, as `v8.serialize` takes it. What of it has not changed is to be handed on as it is. */
export interface BuildMemory {
  readonly content: ContentMemory;
  readonly checks: StoredMemory;
  readonly tools: KeptTools;
  readonly proofs: QuoteProofs;
  readonly pages: PageMemory;
  readonly files: FileMemory;
  readonly site: WrittenSite;
  /** `null` for a site without search. */
  readonly search: SearchMemory | null;
}

/** The memory of the last build. */
export interface LoadedMemory extends BuildMemory {
  /** What it was read from. */
  readonly stored: StoredParts;
}

/** The key of a build: other options or other code make another memory. */
export function memoryKey(options: BuildOptions, code: string): string {
  const { drafts, asOf, search } = options;
  return hashOf(JSON.stringify([code, drafts, asOf, search]));
}

/** Where the memory of a build lies: below the working folder, one for each pair of content and output. */
export function memoryFile({ workingFolder, contentFolder, outputFolder }: BuildOptions): string {
  const which = [contentFolder, outputFolder].map((folder) => relative(workingFolder, folder));
  return join(workingFolder, ".standpoint", `build-${hashOf(which.join("\n")).slice(0, 8)}.memory`);
}

/** The parts of the file. Content has several, so that an edit of one file does not renew them all. */
interface Parts {
  readonly key: string;
  readonly [CONTENT]: ContentPart;
  readonly checks: StoredMemory;
  readonly tools: KeptTools;
  readonly proofs: QuoteProofs;
  readonly keys: PageMemory["keys"];
  readonly fingerprints: PageMemory["fingerprints"];
  readonly paths: PageMemory["paths"];
  readonly reads: PageMemory["reads"];
  readonly pages: Omit<PageMemory, "keys" | "fingerprints" | "paths" | "reads">;
  readonly files: FileMemory;
  readonly site: StoredSite;
  readonly search: SearchMemory | null;
}

/** Begins the names of the parts that hold content. */
const CONTENT = "content/";

type ContentPart = readonly (readonly [string, RememberedFile])[];

/** Reads the memory; `null` if there is none that can be trusted. */
export function loadMemory(file: string, key: string): LoadedMemory | null {
  const stored = readParts(file);
  if (stored?.read("key") !== key) return null;
  return {
    stored,
    content: { files: new Map(contentParts(stored).flatMap(([, part]) => part)) },
    checks: partOf(stored, "checks"),
    tools: partOf(stored, "tools"),
    proofs: partOf(stored, "proofs"),
    pages: {
      ...partOf(stored, "pages"),
      keys: partOf(stored, "keys"),
      fingerprints: partOf(stored, "fingerprints"),
      paths: partOf(stored, "paths"),
      reads: partOf(stored, "reads"),
    },
    files: partOf(stored, "files"),
    site: siteOf(partOf(stored, "site")),
    search: partOf(stored, "search"),
  };
}

/** What of a memory is known before pages are rendered. */
type EarlyMemory = Pick<BuildMemory, "content" | "checks">;

/** A memory that is being written, whole or not at all. That it cannot be written costs time, not the build. */
export interface MemoryWriter {
  readonly finish: (rest: Omit<BuildMemory, keyof EarlyMemory>) => void;
  readonly discard: () => void;
}

/**
 * Begins to write the memory. The records are put into bytes before pages take up memory themselves.
 * To be called with the lock held.
 */
export function beginMemory(
  file: string,
  key: string,
  { content, checks }: EarlyMemory,
  stored: StoredParts | null,
): MemoryWriter {
  const { add, finish, discard } = writeParts(file, stored);
  const addAll = (parts: Partial<Parts>): void => {
    for (const [name, part] of Object.entries(parts)) add(name, part);
  };
  addAll({ key, checks });
  for (const [name, part] of partsOfContent(content, stored)) add(name, part);
  return {
    finish: ({ tools, proofs, pages, files, site, search }) => {
      const { keys, fingerprints, paths, reads, ...others } = pages;
      addAll({ tools, proofs, keys, fingerprints, paths, reads, pages: others });
      addAll({ files, site: storedSite(site), search });
      finish();
    },
    discard,
  };
}

/** The checksums have shown that this program wrote it, and the key that it was this very release. */
function partOf<Name extends keyof Parts>(stored: StoredParts, name: Name, full: string = name) {
  const part = stored.read(full);
  if (!isPart<Name>(part)) throw new Error(`The memory of the last build has no ${full}`);
  return part;
}

function isPart<Name extends keyof Parts>(part: unknown): part is Parts[Name] {
  return part !== undefined;
}

function contentParts(stored: StoredParts): readonly (readonly [string, ContentPart])[] {
  return stored.names
    .filter((name) => name.startsWith(CONTENT))
    .map((name) => [name, partOf(stored, CONTENT, name)]);
}

/** Files in a part of content, about. */
const PER_PART = 256;

function partsOfContent(
  { files }: ContentMemory,
  stored: StoredParts | null,
): readonly (readonly [string, ContentPart])[] {
  // A power of two, so that it seldom changes.
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, files.size / PER_PART)));
  const parts = Array.from({ length: count }, (): [string, RememberedFile][] => []);
  for (const entry of files) parts[spread(entry[0]) & (count - 1)]?.push(entry);
  const before = new Map(stored ? contentParts(stored) : []);
  return parts.map((part, number) => {
    const name = `${CONTENT}${number}`;
    const last = before.get(name);
    return [name, last && isSamePart(part, last) ? last : part];
  });
}

/** In whatever order. */
function isSamePart(part: ContentPart, last: ContentPart): boolean {
  const known = new Map(last);
  return part.length === last.length && part.every(([path, file]) => known.get(path) === file);
}

/** A site in few long lists, which are quick to store. */
interface StoredSite extends Omit<WrittenSite, "files"> {
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  readonly sizes: Float64Array;
  readonly modified: Float64Array;
}

function storedSite({ files, digest, spare }: WrittenSite): StoredSite {
  const all = [...files.values()];
  return {
    digest,
    spare,
    paths: [...files.keys()],
    hashes: all.map(({ hash }) => hash),
    sizes: Float64Array.from(all, ({ size }) => size),
    modified: Float64Array.from(all, ({ modified }) => modified),
  };
}

function siteOf({ digest, spare, paths, hashes, sizes, modified }: StoredSite): WrittenSite {
  const files = paths.map((path, number): [string, WrittenFile] => [
    path,
    {
      hash: hashes[number] ?? "",
      size: sizes[number] ?? 0,
      modified: modified[number] ?? 0,
    },
  ]);
  return { files: new Map(files), digest, spare };
}
