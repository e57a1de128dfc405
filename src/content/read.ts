/** Reads a content folder: every file by itself, then all of them together, every problem collected. */
import { lstatSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { type Assembled, assembleContent, type Content } from "./assemble.ts";
import { compareText } from "./dates.ts";
import { type FoundFile, findFile, isFolder, listFiles, nameOf, unreadable } from "./files.ts";
import { readImages, type SheetImage } from "./images.ts";
import { type ContentMemory, emptyMemory, forgetOthers, parseOnce, recall } from "./memory.ts";
import { type ParsedFile, parseFile } from "./parse-file.ts";
import { type Problem, problem, wholeFile } from "./problem.ts";
import { readText, type TextFile } from "./text.ts";

/**
 * Reads all content.
 * @param contentFolder absolute path of `content/`.
 * @param workingFolder absolute path that messages' paths are relative to.
 * @param memory of an earlier reading: files that have not changed since are taken from it, the
 *   same objects. It is brought up to date. What is read is the same with and without it.
 */
export function readContent(
  contentFolder: string,
  workingFolder: string,
  memory?: ContentMemory,
): Content {
  return assemble(readFolder(contentFolder, workingFolder, memory), null).content;
}

/** A content folder that is read again whenever something in it changes. */
export interface OpenContent {
  /**
   * Reads what changed since it was last read.
   * @param changed absolute paths of all files that came, changed or went; `null` if that is not known.
   */
  readonly read: (changed: ReadonlySet<string> | null) => Content;
}

/** Opens a content folder, of which nothing is read yet. Folders as for `readContent`. */
export function openContent(contentFolder: string, workingFolder: string): OpenContent {
  const memory = emptyMemory();
  let folder: ReadFolder | null = null;
  let assembled: Assembled | null = null;
  return {
    read: (changed) => {
      const known = changed === null ? null : folder;
      folder =
        (known && readChanged(known, changed ?? new Set(), memory)) ??
        readFolder(contentFolder, workingFolder, memory);
      assembled = assemble(folder, assembled);
      return assembled.content;
    },
  };
}

/** A content folder read, file by file. */
interface ReadFolder {
  readonly contentFolder: string;
  readonly workingFolder: string;
  /** In order of path. */
  readonly files: readonly ParsedFile[];
  /** What is wrong with what lies at a path and is no file that was parsed. */
  readonly refused: ReadonlyMap<string, Problem>;
  /** What is wrong with the folder, or with its images. */
  readonly problems: readonly Problem[];
  readonly images: readonly SheetImage[];
  /** Of files that have just been read. */
  readonly texts: ReadonlyMap<string, string>;
}

function readFolder(
  contentFolder: string,
  workingFolder: string,
  memory: ContentMemory | undefined,
): ReadFolder {
  const nothing = { contentFolder, workingFolder, files: [], refused: new Map(), images: [] };
  if (!isFolder(contentFolder)) {
    const hint = "Name the folder with --content DIR.";
    const path = nameOf(contentFolder, workingFolder);
    const problems = [missing(path, "there is no such content folder", hint)];
    return { ...nothing, problems, texts: new Map() };
  }
  const now = Date.now();
  const listed = listFiles(contentFolder, workingFolder);
  const { images, problems: ofImages } = readImages(listed.images);
  const files: ParsedFile[] = [];
  const refused = new Map<string, Problem>(listed.refused.map((each) => [each.place.path, each]));
  const texts = new Map<string, string>();
  for (const file of listed.files) {
    const outcome = readFile(file, now, texts, memory, recall);
    if ("code" in outcome) refused.set(file.path, outcome);
    else files.push(outcome);
  }
  if (memory) forgetOthers(memory, new Set(listed.files.map(({ path }) => path)));
  const problems = [...listed.problems, ...ofImages];
  return { ...nothing, files, refused, problems, images, texts };
}

/** The folder with some files read again; `null` where it has to be looked at as a whole. */
function readChanged(
  folder: ReadFolder,
  changed: ReadonlySet<string>,
  memory: ContentMemory,
): ReadFolder | null {
  const { contentFolder, workingFolder } = folder;
  // What is wrong with the folder as a whole may be so no longer.
  if (folder.problems.length > 0) return null;
  const now = Date.now();
  const texts = new Map<string, string>();
  const refused = new Map(folder.refused);
  const read = new Map<string, ParsedFile | null>();
  for (const absolute of changed) {
    const found = findFile(absolute, contentFolder, workingFolder);
    if (found === null) return null;
    const { path } = found;
    const outcome =
      "absolute" in found ? readFile(found, now, texts, memory, () => null) : found.refused;
    refused.delete(path);
    if (outcome !== null && "code" in outcome) refused.set(path, outcome);
    // A folder is gone.
    if (outcome === null && folder.files.some((file) => file.path.startsWith(`${path}/`)))
      return null;
    const isParsed = outcome !== null && !("code" in outcome);
    if (!isParsed) memory.files.delete(path);
    read.set(path, isParsed ? outcome : null);
  }
  const kept = folder.files.filter(({ path }) => !read.has(path));
  const come = [...read.values()].filter((file) => file !== null);
  const files = [...kept, ...come].sort((a, b) => compareText(a.path, b.path));
  return { ...folder, files, refused, texts };
}

function assemble(folder: ReadFolder, before: Assembled | null): Assembled {
  const { contentFolder, workingFolder, files, refused, problems, images, texts } = folder;
  const absent: Problem[] = [];
  if (isFolder(contentFolder) && !files.some(({ collection }) => collection === "site")) {
    const path = nameOf(join(contentFolder, "site.md"), workingFolder);
    const hint = "It holds the sheet's title, question and summary.";
    absent.push(missing(path, "there is no site.md", hint));
  }
  const textOf = (path: string): string => texts.get(path) ?? readAgain(path, workingFolder);
  const parsed = { files, refused: [...problems, ...refused.values(), ...absent], images };
  return assembleContent(parsed, textOf, before);
}

function missing(path: string, message: string, hint: string): Problem {
  return problem("missing-content", wholeFile(path), message, hint);
}

/** A file's parsed content, from memory if it has not changed, or why it is refused. */
function readFile(
  file: FoundFile,
  now: number,
  texts: Map<string, string>,
  memory: ContentMemory | undefined,
  remembered: typeof recall,
): ParsedFile | Problem {
  const { path } = file;
  const stats = statsOf(file);
  if ("code" in stats) return stats;
  const known = memory && remembered(memory, path, stats);
  if (known) return known;
  const read = readText(file, stats);
  if ("code" in read) return read;
  texts.set(path, read.text);
  if (!memory) return parseFile(read);
  return parseOnce(memory, path, { text: read.text, stats, now }, () => parseFile(read));
}

function statsOf({ absolute, path }: FoundFile): Stats | Problem {
  try {
    return lstatSync(absolute);
  } catch (error) {
    return unreadable(path, error);
  }
}

/** The text of a file that was taken from memory, for a message; empty if it can no longer be read. */
function readAgain(path: string, workingFolder: string): string {
  const file = { absolute: resolve(workingFolder, path), path, inContent: path };
  const stats = statsOf(file);
  if ("code" in stats) return "";
  const read: TextFile | Problem = readText(file, stats);
  return "code" in read ? "" : read.text;
}
