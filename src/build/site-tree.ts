/**
 * The site on disk. A build brings a second tree beside the site up to date and then exchanges the
 * two, so that whoever looks sees the old site whole or the new one whole, and a build that fails
 * or is killed leaves the old one. The tree that was replaced is kept as a spare: it differs from
 * the site in little, so that the next build writes only what changed. Files that do not change
 * are one file with two names (hard links); none is ever written in place.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { compareText } from "../content/dates.ts";
import { hashOf } from "../render/fingerprints.ts";
import { exchangeFolders } from "./exchange.ts";
import { writeWhole } from "./part-file.ts";
import { isCode } from "./system-fault.ts";

/** A file that marks a folder as a site Standpoint made, which it may therefore replace. */
export const MARKER = ".standpoint";

/** Thrown when the output folder holds something Standpoint did not make. */
export class ForeignOutputError extends Error {
  constructor(readonly folder: string) {
    super(`${folder} holds files that Standpoint did not make; name another folder with --output`);
  }
}

/** A file of a site: what it holds, and how it looked on disk when it was written. */
export interface WrittenFile {
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with the file system's fractions. */
  readonly modified: number;
}

/** A site as the build that wrote it remembers it. Paths have forward slashes and are relative to the site's root. */
export interface WrittenSite {
  readonly files: ReadonlyMap<string, WrittenFile>;
  /** Of all paths and hashes: two sites of one digest hold the same bytes. */
  readonly digest: string;
  /** Of the spare, and the paths at which it differs from the site; `null` if there is none. */
  readonly spare: { readonly digest: string; readonly differs: readonly string[] } | null;
}

/** A site being built. */
export interface SiteTree {
  /** Whether a file stands in the site as it was written. */
  readonly isIntact: (path: string) => boolean;
  /** Writes a file, or keeps the one that stands there if it holds the same. */
  readonly put: (path: string, content: Uint8Array | string) => void;
  /** Keeps a file that is intact. */
  readonly keep: (path: string) => void;
  /** Puts the new site in its place. Files that were neither put nor kept are gone. */
  readonly publish: () => PublishedSite;
  /** Leaves the site as it is. */
  readonly discard: () => void;
}

/** What a build did to the site. */
export interface PublishedSite {
  readonly site: WrittenSite;
  /** Paths that were written or removed. */
  readonly changed: readonly string[];
}

/** The paths beside an output folder that builds use. */
export interface TreePaths {
  readonly site: string;
  readonly next: string;
  readonly spare: string;
  readonly empty: string;
  readonly lock: string;
}

/** Names them. */
export function treePaths(outputFolder: string): TreePaths {
  const beside = (what: string): string =>
    join(dirname(outputFolder), `.${basename(outputFolder)}.${what}`);
  return {
    site: outputFolder,
    next: beside("next"),
    spare: beside("spare"),
    empty: beside("moving"),
    lock: beside("lock"),
  };
}

/**
 * Puts right what a killed build left behind: its half-written tree goes, and a site that was
 * caught between two renames comes back. To be called with the lock held.
 * @throws ForeignOutputError if the output folder is not empty and not a site of ours.
 */
export function recoverSite({ site, next, spare, empty }: TreePaths): void {
  refuseForeign(site);
  if (!existsSync(site)) {
    const last = [empty, spare].find((folder) => markedDigest(folder) !== null);
    if (last !== undefined) renameSync(last, site);
  }
  rmSync(next, { recursive: true, force: true });
  rmSync(empty, { recursive: true, force: true });
}

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  // A name alone proves nothing: the folder of a sheet holds a `.standpoint` of its own.
  if (readdirSync(folder).length > 0 && markedDigest(folder) === null)
    throw new ForeignOutputError(folder);
}

/**
 * Opens a tree to build in. To be called with the lock held, after `recoverSite`.
 * @param known the site as last written; `null` if nothing is known of it. What does not stand on
 * disk as it says is written anew.
 */
export function openTree(paths: TreePaths, known: WrittenSite | null): SiteTree {
  const { site, next, spare } = paths;
  const old = known !== null && markedDigest(site) === known.digest ? known : null;
  const differs = old ? spareOf(old, spare) : null;
  if (differs) {
    renameSync(spare, next);
    rmSync(join(next, MARKER));
  } else {
    // Without its marker first: half of it must never pass for the whole, should the build be killed here.
    rmSync(join(spare, MARKER), { recursive: true, force: true });
    rmSync(spare, { recursive: true, force: true });
    mkdirSync(next, { recursive: true });
  }
  const files = new Map<string, WrittenFile>();
  const written = new Set<string>();
  const folders = new Set<string>();
  const intact = new Map<string, boolean>();

  const isIntact = (path: string): boolean => {
    const found = intact.get(path) ?? standsAs(join(site, path), old?.files.get(path));
    intact.set(path, found);
    return found;
  };
  const keep = (path: string): void => {
    const file = old?.files.get(path);
    if (!file || !isIntact(path)) throw new Error(`${path} cannot be kept`);
    if (files.has(path)) return;
    files.set(path, file);
    if (differs === null) link(path);
  };
  const link = (path: string): void => {
    makeFolder(path);
    linkSync(join(site, path), join(next, path));
  };
  const makeFolder = (path: string): void => {
    const folder = dirname(path);
    if (folders.has(folder)) return;
    if (folder !== ".") makeFolder(folder);
    folders.add(folder);
    try {
      mkdirSync(join(next, folder));
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    }
  };
  const put: SiteTree["put"] = (path, content) => {
    const bytes = typeof content === "string" ? encoded(content) : content;
    const hash = hashOf(bytes);
    if (old?.files.get(path)?.hash === hash && isIntact(path)) {
      keep(path);
      return;
    }
    const target = join(next, path);
    makeFolder(path);
    // The name may be a link to a file that the site still needs.
    if (differs) rmSync(target, { force: true });
    files.set(path, { hash, ...writeNew(target, bytes) });
    written.add(path);
  };

  return {
    isIntact,
    put,
    keep,
    publish: () => {
      const removed = [...(old?.files.keys() ?? [])].filter((path) => !files.has(path));
      if (differs) catchUp(new Set([...differs, ...removed]));
      const digest = digestOf(files);
      writeFileSync(join(next, MARKER), markerText(digest));
      const isReplaced = existsSync(site);
      if (isReplaced) exchangeFolders(next, site, paths.empty);
      else renameSync(next, site);
      const changed = [...written, ...removed];
      if (isReplaced && old) renameSync(next, spare);
      else rmSync(next, { recursive: true, force: true });
      return {
        site: { files, digest, spare: old ? { digest: old.digest, differs: changed } : null },
        changed,
      };
    },
    discard: () => rmSync(next, { recursive: true, force: true }),
  };

  /** Brings the former spare, at the paths where it may still be older than the site, up to the new site. */
  function catchUp(paths_: ReadonlySet<string>): void {
    for (const path of paths_) {
      if (written.has(path)) continue;
      rmSync(join(next, path), { force: true });
      if (files.has(path)) link(path);
      else removeEmptyFolders(dirname(join(next, path)), next);
    }
  }
}

/**
 * Puts a folder that something else has filled at `next` in the place of the site, as a build would.
 * To be called with the lock held.
 */
export function publishFolder(paths: TreePaths): void {
  const { site, next, empty } = paths;
  const files = readdirSync(next, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, { readonly hash: string }] => [
      file.slice(next.length + 1).replaceAll("\\", "/"),
      { hash: hashOf(readFileSync(file)) },
    ]);
  writeFileSync(join(next, MARKER), markerText(digestOf(new Map(files))));
  if (existsSync(site)) exchangeFolders(next, site, empty);
  else renameSync(next, site);
  rmSync(next, { recursive: true, force: true });
}

/** The paths at which a spare differs from the site; `null` if it cannot serve. */
function spareOf({ files, spare }: WrittenSite, folder: string): readonly string[] | null {
  if (spare === null || markedDigest(folder) !== spare.digest) return null;
  return isAsPublished(folder, [...files.keys(), ...spare.differs]) ? spare.differs : null;
}

/**
 * Whether nothing was added, deleted or replaced in a tree since it was published. The marker is what a
 * build writes last, so no folder may have changed after it.
 */
function isAsPublished(root: string, paths: readonly string[]): boolean {
  const published = statSync(join(root, MARKER)).mtimeMs;
  const folders = new Set(["."]);
  for (const path of paths)
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  return [...folders].every((folder) => {
    const found = statSync(join(root, folder), { throwIfNoEntry: false });
    return found === undefined || found.mtimeMs <= published;
  });
}

/** Pages are put into bytes in one place that is used again and again: a place of its own for each costs more than the encoding. */
const encoding = { place: Buffer.allocUnsafeSlow(1 << 20) };

/** A text in UTF-8, to be used before the next one is asked for. */
function encoded(text: string): Uint8Array {
  // No code unit takes more than three bytes.
  if (encoding.place.length < text.length * 3)
    encoding.place = Buffer.allocUnsafeSlow(text.length * 4);
  return encoding.place.subarray(0, encoding.place.write(text));
}

/** Writes a file that is not there, and tells how it then looks on disk. */
function writeNew(path: string, bytes: Uint8Array): Pick<WrittenFile, "size" | "modified"> {
  const file = openSync(path, "wx");
  try {
    writeWhole(file, bytes);
    const { size, mtimeMs } = fstatSync(file);
    return { size, modified: mtimeMs };
  } finally {
    closeSync(file);
  }
}

function standsAs(absolute: string, file: WrittenFile | undefined): boolean {
  if (!file) return false;
  const found = statSync(absolute, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === file.size && found.mtimeMs === file.modified;
}

function removeEmptyFolders(folder: string, root: string): void {
  try {
    for (let empty = folder; empty !== root; empty = dirname(empty)) rmdirSync(empty);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].some((code) => isCode(error, code))) throw error;
  }
}

function digestOf(files: ReadonlyMap<string, Pick<WrittenFile, "hash">>): string {
  const lines = [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, { hash }]) => `${hash} ${path}\n`);
  return hashOf(lines.join(""));
}

function markerText(digest: string): string {
  return `This folder is made by Standpoint and replaced at each build.\nsite ${digest}\n`;
}

const MARKED = /^This folder is made by Standpoint[^\n]*\nsite (\S+)\n$/;

/** The digest in a folder's marker; `null` if it has none. */
function markedDigest(folder: string): string | null {
  try {
    return MARKED.exec(readFileSync(join(folder, MARKER), "utf8"))?.[1] ?? null;
  } catch {
    return null;
  }
}
