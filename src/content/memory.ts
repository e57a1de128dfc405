/** What reading remembers of files, so that an unchanged one is neither read nor parsed again. */
import { hash } from "node:crypto";
import type { Stats } from "node:fs";
import type { ParsedFile } from "./parse-file.ts";

/**
 * Files that were read before, by the path that messages name. Plain data: `v8.serialize` keeps it
 * from one process to the next. It holds what this code made of the files, so whoever keeps it
 * must throw it away when the code changes. Reading brings it up to date.
 */
export interface ContentMemory {
  readonly files: Map<string, RememberedFile>;
}

/** One file as it was when it was read. */
export interface RememberedFile {
  /** What the file system says of it; alike means unchanged, if it was `settled`. */
  readonly stamp: FileStamp;
  /** Whether its last change was clearly over when it was read; if not, a later one could bear the same stamp. */
  readonly settled: boolean;
  /** Of its text. */
  readonly digest: string;
  readonly parsed: ParsedFile;
}

/** Times are milliseconds with fractions, exact to a quarter of a microsecond. */
export type FileStamp = Pick<Stats, "size" | "mtimeMs" | "ctimeMs" | "ino">;

/** A memory of nothing. */
export function emptyMemory(): ContentMemory {
  return { files: new Map() };
}

/** How long after a change a file system may still give another one the same time: FAT counts in two seconds. */
const COARSEST_TICK_MS = 2000;

/**
 * What is remembered of a file that cannot have changed since, or `null`.
 */
export function recall(memory: ContentMemory, path: string, stats: Stats): ParsedFile | null {
  const known = memory.files.get(path);
  return known?.settled && isSameStamp(known.stamp, stats) ? known.parsed : null;
}

/**
 * Remembers a file that has been read. A file with a problem is not remembered: its problems hold
 * its text, and it is soon changed.
 * @param parse is called only if the text is not the one that is remembered.
 * @param now when reading began, in milliseconds.
 */
export function parseOnce(
  memory: ContentMemory,
  path: string,
  { text, stats, now }: { readonly text: string; readonly stats: Stats; readonly now: number },
  parse: () => ParsedFile,
): ParsedFile {
  const digest = hash("sha256", text, "base64url");
  const known = memory.files.get(path);
  const parsed = known?.digest === digest ? known.parsed : parse();
  if (parsed.problems.length > 0) memory.files.delete(path);
  else {
    const { size, mtimeMs, ctimeMs, ino } = stats;
    const settled = Math.max(mtimeMs, ctimeMs) < now - COARSEST_TICK_MS;
    memory.files.set(path, { stamp: { size, mtimeMs, ctimeMs, ino }, settled, digest, parsed });
  }
  return parsed;
}

/** Forgets the files that are no longer there. */
export function forgetOthers(memory: ContentMemory, paths: ReadonlySet<string>): void {
  for (const path of memory.files.keys()) if (!paths.has(path)) memory.files.delete(path);
}

function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.ino === b.ino;
}
