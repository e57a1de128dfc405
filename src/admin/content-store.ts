/** The content files of this machine as the admin page reads and writes them: Markdown below the content folder and nothing else. */
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { homeOfFile, idOf } from "../content/file-names.ts";
import { listFiles } from "../content/files.ts";
import { MAX_FILE_BYTES, MAX_FOLDER_DEPTH, MAX_ID } from "../content/limits.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";

/** A content file and what it holds. */
export interface StoredFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Tells one state of the file from another. */
  readonly version: string;
}

/** Why a file was not written. */
export type Refusal = "no-content-file" | "too-large" | "changed-since";

/** The state of a file that is not there. */
export const ABSENT = "absent";

/** Every content file that can be read. */
export function readStore(contentFolder: string): readonly StoredFile[] {
  const { files } = listFiles(contentFolder, contentFolder);
  return files.flatMap(({ inContent }) => {
    if (!isContentPath(inContent)) return [];
    const text = readPlain(join(contentFolder, inContent));
    return text === null ? [] : [{ path: inContent, text, version: versionOf(text) }];
  });
}

/**
 * Writes a file whole, or not at all.
 * @param seen the version that the writer has seen: a file that changed since is not written over.
 * @returns the new version, or why nothing was written.
 */
export function writeStored(
  contentFolder: string,
  path: string,
  text: string,
  seen: string,
): { readonly version: string } | { readonly refusal: Refusal } {
  if (!isContentPath(path) || !hasPlainFolders(contentFolder, path)) {
    return { refusal: "no-content-file" };
  }
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) return { refusal: "too-large" };
  const file = join(contentFolder, path);
  const kind = lstatSync(file, { throwIfNoEntry: false });
  if (kind && !kind.isFile()) return { refusal: "no-content-file" };
  const before = kind ? readPlain(file) : null;
  if ((before === null ? ABSENT : versionOf(before)) !== seen) return { refusal: "changed-since" };
  const written = before === null ? text : likeBefore(before, text);
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, written);
  return { version: versionOf(written) };
}

/** Whether a path is one that a content file can have: ids between slashes, in a collection's folder. */
export function isContentPath(path: string): boolean {
  const parts = path.split("/");
  if (!path.endsWith(".md") || parts.length > MAX_FOLDER_DEPTH) return false;
  const names = [...parts.slice(0, -1), idOf(path)];
  return (
    homeOfFile(path) !== null &&
    names.every((name) => name.length <= MAX_ID && ID_PATTERN.test(name))
  );
}

/** No folder on the way may be a link: it could lead out of the content folder. */
function hasPlainFolders(contentFolder: string, path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return folders.every((_, index) => {
    const folder = join(contentFolder, ...folders.slice(0, index + 1));
    return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? true;
  });
}

/** A plain file's text; `null` for a link, for anything else, and for what is not UTF-8. */
function readPlain(file: string): string | null {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(handle);
    if (size > MAX_FILE_BYTES) return null;
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(handle));
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}

/** Written beside the file and renamed, so that nobody reads half of it; a link there would be replaced, not followed. */
function replaceFile(file: string, text: string): void {
  const beside = join(dirname(file), `.${randomBytes(8).toString("hex")}.tmp`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The page's text has `\n` line ends and ends with one; the file keeps its own line ends, its mark and its end. */
function likeBefore(before: string, text: string): string {
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  const end = /\n*$/.exec(before.replaceAll("\r\n", "\n"))?.[0] ?? "";
  const own = `${mark}${text.replace(/^\uFEFF/, "").trimEnd()}${end}`;
  return before.includes("\r\n") ? own.replaceAll("\n", "\r\n") : own;
}

function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
