/** Turns the bytes of a content file into text, and refuses what is not plain, honest text. */
import { readFileSync, type Stats } from "node:fs";
import { type FoundFile, unreadable } from "./files.ts";
import { findRefused } from "./honest-text.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { type Problem, placeAt, problem, wholeFile } from "./problem.ts";

/** A content file read as text. */
export interface TextFile extends Pick<FoundFile, "path" | "inContent"> {
  /** Line ends are `\n`, no byte order mark, Unicode form as written. */
  readonly text: string;
}

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
  const refused = findRefused(text);
  if (!refused) return { path, inContent, text };
  return problem(
    refused.code,
    placeAt(path, text, refused.index, refused.length),
    `holds ${refused.what}`,
    "Delete it.",
  );
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
