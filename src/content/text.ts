/** Turns the bytes of a content file into text, and refuses what is not plain, honest text. */
import { readFileSync, type Stats } from "node:fs";
import { type FoundFile, unreadable } from "./files.ts";
import { type Problem, problem, wholeFile } from "./problem.ts";

/** A content file read as text. */
export interface TextFile extends Pick<FoundFile, "path" | "inContent"> {
  /** Line ends are `\n`, no byte order mark, Unicode form as written. */
  readonly text: string;
}

/** The largest content file, in bytes; a fact is a page of text, not a book. */
export const MAX_FILE_BYTES = 1_048_576;

/** Reads a file whose size is known, or says why it is refused. */
export function readText(file: FoundFile, { size }: Pick<Stats, "size">): TextFile | Problem {
  const { absolute, path, inContent } = file;
  if (size > MAX_FILE_BYTES) {
    return problem(
      "file-too-large",
      wholeFile(path),
      `is larger than ${MAX_FILE_BYTES} bytes`,
      "A content file is a page of text; split it, or keep the rest elsewhere.",
    );
  }
  let decoded: string | null;
  try {
    decoded = decode(absolute);
  } catch (error) {
    return unreadable(path, error);
  }
  if (decoded === null) {
    return problem(
      "invalid-utf8",
      wholeFile(path),
      "is not valid UTF-8",
      "Save the file as UTF-8.",
    );
  }
  const text = withPlainLineEnds(decoded);
  return controlCharacter(path, text) ?? { path, inContent, text };
}

/** The file's text, or `null` where it is not UTF-8. Throws where the file cannot be read. */
function decode(absolute: string): string | null {
  const text = readFileSync(absolute, "utf8");
  if (text.includes(REPLACEMENT)) {
    // Node has put the mark where bytes were wrong, or the file holds it: the strict decoder knows.
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(absolute));
    } catch {
      return null;
    }
  }
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const REPLACEMENT = "\uFFFD";
const BYTE_ORDER_MARK = "\uFEFF";

function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function controlCharacter(path: string, text: string): Problem | null {
  const control = CONTROL_CHARACTER.exec(text);
  if (!control) return null;
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
