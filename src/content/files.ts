/** Lists the Markdown files and the images of a content folder and names everything else in it. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { relative, sep } from "node:path";
import { compareText } from "./dates.ts";
import { MAX_ENTRIES, MAX_FOLDER_DEPTH } from "./limits.ts";
import { type Problem, problem, wholeFile } from "./problem.ts";

/** A content file that was found and is yet to be read. */
export interface FoundFile {
  readonly absolute: string;
  /** As messages name it: relative to the working folder, with forward slashes. */
  readonly path: string;
  /** Relative to the content folder, with forward slashes. */
  readonly inContent: string;
}

/** What listing a content folder yields. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** What lies in the folder of images, whatever it is. */
  readonly images: readonly FoundFile[];
  /** What is wrong with what is neither. */
  readonly refused: readonly Problem[];
  /** What is wrong with folders, of which therefore not everything is known. */
  readonly problems: readonly Problem[];
}

/** A file or folder as messages name it: relative to the working folder, with forward slashes. */
export function nameOf(absolute: string, workingFolder: string): string {
  return relative(workingFolder, absolute).split(sep).join("/") || ".";
}

/** Whether there is a folder of that name. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Every `.md` file below a content folder, and every other below its `images/`, in order of path by code unit. Reads none of them. */
export function listFiles(contentFolder: string, workingFolder: string): FoundFiles {
  const name = nameOf(contentFolder, workingFolder);
  const problems: Problem[] = [];
  const refused: Problem[] = [];
  const files: FoundFile[] = [];
  const images: FoundFile[] = [];
  let entries = 0;
  walk(contentFolder, name === "." ? "" : `${name}/`, "", 1);
  return { files: files.sort(byPath), images: images.sort(byPath), refused, problems };

  function walk(folder: string, pathBefore: string, inContentBefore: string, depth: number): void {
    if (depth > MAX_FOLDER_DEPTH) {
      const message = `lies more than ${MAX_FOLDER_DEPTH} folders deep and was not read`;
      problems.push(tooLarge(pathBefore.slice(0, -1), message));
      return;
    }
    for (const entry of entriesOf(folder, pathBefore)) {
      entries++;
      if (entries === MAX_ENTRIES + 1) {
        problems.push(
          tooLarge(name, `holds more than ${MAX_ENTRIES} files; the rest was not read`),
        );
      }
      if (entries > MAX_ENTRIES) return;
      const file = {
        absolute: folder + sep + entry.name,
        path: pathBefore + entry.name,
        inContent: inContentBefore + entry.name,
      };
      if (file.inContent === FULL_TEXTS) continue;
      const refusal = refusedEntry(entry, file);
      if (refusal) refused.push(refusal);
      else if (entry.isDirectory())
        walk(file.absolute, `${file.path}/`, `${file.inContent}/`, depth + 1);
      else (isMarkdown(entry) ? files : images).push(file);
    }
  }

  function entriesOf(folder: string, pathBefore: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      problems.push(unreadable(pathBefore.slice(0, -1) || ".", error));
      return [];
    }
  }
}

/** What lies at the path of no file: nothing, or something that is refused. */
export interface NoFile {
  readonly path: string;
  readonly refused: Problem | null;
}

/**
 * What `listFiles` would say of one path; `null` where it says something of more than one, or where that
 * depends on others: of folders, of images, and of what lies in folders that it passes over.
 */
export function findFile(
  absolute: string,
  contentFolder: string,
  workingFolder: string,
): FoundFile | NoFile | null {
  const inContent = nameOf(absolute, contentFolder);
  const parts = inContent.split("/");
  const name = parts.at(-1) ?? "";
  const isApart = parts.slice(0, -1).some((part) => part.startsWith("."));
  if (isApart || inContent.startsWith(IMAGES) || parts.length > MAX_FOLDER_DEPTH) return null;
  const path = nameOf(absolute, workingFolder);
  const file = { absolute, path, inContent };
  const stats = statsAt(absolute);
  if (stats === null) return null;
  if (stats === undefined || inContent === FULL_TEXTS) return { path, refused: null };
  if (stats.isDirectory()) return null;
  const entry = {
    name,
    isFile: () => stats.isFile(),
    isDirectory: () => false,
    isSymbolicLink: () => stats.isSymbolicLink(),
  };
  const refused = refusedEntry(entry, file);
  return refused ? { path, refused } : file;
}

/** `undefined` where nothing lies; `null` where that cannot be found out. */
function statsAt(absolute: string): Stats | undefined | null {
  try {
    return lstatSync(absolute, { throwIfNoEntry: false });
  } catch {
    return null;
  }
}

/** What cannot be read of a folder or a file, and the system's reason. */
export function unreadable(path: string, error: unknown): Problem {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  return problem(
    "unreadable-file",
    wholeFile(path),
    `cannot be read (${reason})`,
    "Check its permissions.",
  );
}

/** Full texts of sources are never content, wherever they are kept. */
const FULL_TEXTS = ".snapshots";

function tooLarge(path: string, message: string): Problem {
  return problem("folder-too-large", wholeFile(path), message, "Take out what is not content.");
}

/** The folder whose files are images. */
const IMAGES = "images/";

/** What is asked of an entry of a folder. */
type Entry = Pick<Dirent, "name" | "isFile" | "isDirectory" | "isSymbolicLink">;

function isMarkdown({ name }: Entry): boolean {
  return name.endsWith(".md");
}

function byPath(a: FoundFile, b: FoundFile): number {
  return compareText(a.inContent, b.inContent);
}

/** Why an entry of a folder is not read, or `null` for a folder, a Markdown file or one among the images. */
function refusedEntry(entry: Entry, { path, inContent }: FoundFile): Problem | null {
  if (entry.name.startsWith(".")) {
    return problem("ignored-file", wholeFile(path), "is hidden and was not read");
  }
  if (entry.isSymbolicLink()) {
    return problem(
      "symbolic-link",
      wholeFile(path),
      "is a symbolic link; content is read from plain files only",
      "Put the file itself here.",
    );
  }
  if (entry.isDirectory()) return null;
  if (!entry.isFile()) {
    const hint = "Take it out of the content folder.";
    return problem("unreadable-file", wholeFile(path), "is not a plain file", hint);
  }
  if (!isMarkdown(entry) && !inContent.startsWith(IMAGES)) {
    return problem("ignored-file", wholeFile(path), "is not a .md file and was not read");
  }
  return null;
}
