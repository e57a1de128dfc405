/** Reads a content folder: every file by itself, then all of them together, every problem collected. */
import { lstatSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { type Assembled, assembleContent, type Content, type Difference } from "./assemble.ts";
import { compareText } from "./dates.ts";
import { type FoundFile, isFolder, listFiles, nameOf, unreadable } from "./files.ts";
import { readImages, type SheetImage } from "./images.ts";
import { type ContentMemory, forgetOthers, parseOnce, recall } from "./memory.ts";
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

/** A content folder read, file by file. */
export interface ReadFolder {
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

/** Reads a folder, file by file. Folders and memory as for `readContent`. */
export function readFolder(
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

/** Puts a folder's files together. */
export function assemble(folder: ReadFolder, difference: Difference | null): Assembled {
  const { contentFolder, workingFolder, files, refused, problems, images, texts } = folder;
  const absent: Problem[] = [];
  const path = nameOf(join(contentFolder, "site.md"), workingFolder);
  if (isFolder(contentFolder) && files[placeOf(path, files)]?.path !== path) {
    const hint = "It holds the sheet's title, question and summary.";
    absent.push(missing(path, "there is no site.md", hint));
  }
  const textOf = (path: string): string => texts.get(path) ?? readAgain(path, workingFolder);
  const parsed = { files, refused: [...problems, ...refused.values(), ...absent], images };
  return assembleContent(parsed, textOf, difference);
}

function missing(path: string, message: string, hint: string): Problem {
  return problem("missing-content", wholeFile(path), message, hint);
}

/**
 * A file's parsed content, from memory if it has not changed, or why it is refused.
 * @param texts is given its text, if it was read
 * @param remembered whether and as what a file need not be read
 */
export function readFile(
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

/** The place at which a path stands among files in order of path, or would. */
export function placeOf(path: string, files: readonly ParsedFile[]): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(files[middle]?.path ?? "", path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
