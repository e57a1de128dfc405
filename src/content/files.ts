/** Lists and reads the Markdown files of a content folder, and refuses what is not a plain, honest text file. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compareText } from "./dates.ts";
import { type Problem, problem } from "./problem.ts";

/** A content file read as text. */
export interface TextFile {
  /** As messages name it: relative to the working folder, with forward slashes. */
  readonly path: string;
  /** Relative to the content folder, with forward slashes. */
  readonly inContent: string;
  /** Line ends are `\n`, no byte order mark, Unicode form as written. */
  readonly text: string;
}

/** What listing and reading a content folder yields. */
export interface TextFiles {
  readonly files: readonly TextFile[];
  readonly problems: readonly Problem[];
}

/** The largest content file, in bytes; a fact is a page of text, not a book. */
export const MAX_FILE_BYTES = 1_048_576;

/** A file as messages name it: relative to the working folder, with forward slashes. */
export function nameOf(absolute: string, workingFolder: string): string {
  return relative(workingFolder, absolute).split(sep).join("/") || ".";
}

/** Reads every `.md` file below a content folder, in order of path by code unit. */
export function readTextFiles(contentFolder: string, workingFolder: string): TextFiles {
  const name = (absolute: string): string => nameOf(absolute, workingFolder);
  const problems: Problem[] = [];
  const files: TextFile[] = [];
  const at = (path: string) => ({ path, line: 1, column: 1, length: 1, text: "" });

  if (!isFolder(contentFolder)) {
    problems.push(
      problem(
        "missing-content",
        at(name(contentFolder)),
        "there is no such content folder",
        "Name the folder with --content DIR.",
      ),
    );
    return { files, problems };
  }
  walk(contentFolder);
  return { files: files.sort((a, b) => compareText(a.inContent, b.inContent)), problems };

  function walk(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const absolute = join(folder, entry.name);
      const path = name(absolute);
      if (entry.name.startsWith(".")) continue;
      if (entry.isSymbolicLink()) {
        problems.push(
          problem(
            "symbolic-link",
            at(path),
            "is a symbolic link; content is read from plain files only",
            "Put the file itself here.",
          ),
        );
      } else if (entry.isDirectory()) {
        walk(absolute);
      } else if (!entry.isFile()) {
        problems.push(
          problem(
            "unreadable-file",
            at(path),
            "is not a plain file",
            "Take it out of the content folder.",
          ),
        );
      } else if (!entry.name.endsWith(".md")) {
        problems.push(problem("ignored-file", at(path), "is not a .md file and was not read"));
      } else {
        read(absolute, path);
      }
    }
  }

  function read(absolute: string, path: string): void {
    const outcome = readText(absolute, path);
    if (typeof outcome === "string") {
      files.push({
        path,
        inContent: relative(contentFolder, absolute).split(sep).join("/"),
        text: outcome,
      });
    } else problems.push(outcome);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readText(absolute: string, path: string): string | Problem {
  const at = { path, line: 1, column: 1, length: 1, text: "" };
  let bytes: Buffer;
  try {
    if (statSync(absolute).size > MAX_FILE_BYTES) {
      return problem(
        "file-too-large",
        at,
        `is larger than ${MAX_FILE_BYTES} bytes`,
        "A content file is a page of text; split it, or keep the rest elsewhere.",
      );
    }
    bytes = readFileSync(absolute);
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return problem("unreadable-file", at, `cannot be read (${reason})`, "Check its permissions.");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return problem("invalid-utf8", at, "is not valid UTF-8", "Save the file as UTF-8.");
  }
  const control = CONTROL_CHARACTER.exec(text);
  if (!control) return text;
  const before = text.slice(0, control.index).split("\n");
  const place = {
    path,
    text,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: 1,
  };
  const codePoint = text.codePointAt(control.index)?.toString(16).toUpperCase().padStart(4, "0");
  return problem(
    "control-character",
    place,
    `holds the control character U+${codePoint}`,
    "Delete it.",
  );
}

/** C0 and C1 controls but tab and line feed, and the directional overrides that make text read otherwise than it is. */
export const CONTROL_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
