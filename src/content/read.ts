/** Reads a content folder: every file by itself, then all of them together, every problem collected. */
import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import { assembleContent, type Content } from "./assemble.ts";
import { type FoundFile, isFolder, listFiles, nameOf, unreadable } from "./files.ts";
import { readImages } from "./images.ts";
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
  if (!isFolder(contentFolder)) {
    const hint = "Name the folder with --content DIR.";
    return assembleContent(
      [],
      [missing(nameOf(contentFolder, workingFolder), "there is no such content folder", hint)],
      () => "",
    );
  }
  const now = Date.now();
  const { files, images: found, problems } = listFiles(contentFolder, workingFolder);
  const { images, problems: ofImages } = readImages(found);
  const parsed: ParsedFile[] = [];
  const refused: Problem[] = [...problems, ...ofImages];
  const texts = new Map<string, string>();
  for (const file of files) {
    const outcome = readFile(file, now, texts, memory);
    if ("code" in outcome) refused.push(outcome);
    else parsed.push(outcome);
  }
  if (memory) forgetOthers(memory, new Set(files.map(({ path }) => path)));
  if (!parsed.some(({ collection }) => collection === "site")) {
    const path = nameOf(join(contentFolder, "site.md"), workingFolder);
    const hint = "It holds the sheet's title, question and summary.";
    refused.push(missing(path, "there is no site.md", hint));
  }
  const textOf = (path: string): string =>
    texts.get(path) ?? readAgain(files.find((file) => file.path === path));
  return assembleContent(parsed, refused, textOf, images);
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
): ParsedFile | Problem {
  const { path } = file;
  const stats = statsOf(file);
  if ("code" in stats) return stats;
  const known = memory && recall(memory, path, stats);
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
function readAgain(file: FoundFile | undefined): string {
  const stats = file && statsOf(file);
  if (!file || !stats || "code" in stats) return "";
  const read: TextFile | Problem = readText(file, stats);
  return "code" in read ? "" : read.text;
}
