/** Turns the bytes of a content file into text, and refuses what is not plain, honest text. */
import { readFileSync, type Stats } from "node:fs";
import { type FoundFile, unreadable } from "./files.ts";
import { findRefused } from "./honest-text.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { type LocatedText, type Problem, placeAt, problem, wholeFile } from "./problem.ts";

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
  let decoded: string | Problem;
  try {
    decoded = decode(absolute, path);
  } catch (error) {
    return unreadable(path, error);
  }
  if (typeof decoded !== "string") return decoded;
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

/** The file's text, or where it is not UTF-8. Throws where the file cannot be read. */
function decode(absolute: string, path: string): string | Problem {
  const text = readFileSync(absolute, "utf8");
  if (text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0) return notUtf8(wholeFile(path), UTF_16);
  if (text.includes(REPLACEMENT)) {
    // Node has put the mark where bytes were wrong, or the file holds it: the strict decoder knows.
    const bytes = readFileSync(absolute);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const [one, other] = bytes;
      const isWide = (one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff);
      if (isWide) return notUtf8(wholeFile(path), UTF_16);
      return notUtf8(firstWrong(path, text, bytes), "is not valid UTF-8");
    }
  }
  return withoutMark(text);
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const UTF_16 = "is UTF-16, not UTF-8";

function notUtf8(place: LocatedText, message: string): Problem {
  return problem("invalid-utf8", place, message, "Save the file as UTF-8.");
}

/** The first mark that stands for bytes that were wrong. Up to there, text and bytes agree. */
function firstWrong(path: string, text: string, bytes: Buffer): LocatedText {
  let at = text.indexOf(REPLACEMENT);
  let offset = Buffer.byteLength(text.slice(0, at));
  while (bytes.subarray(offset, offset + MARK.length).equals(MARK)) {
    const next = text.indexOf(REPLACEMENT, at + 1);
    offset += Buffer.byteLength(text.slice(at, next));
    at = next;
  }
  const before = withPlainLineEnds(withoutMark(text.slice(0, at)));
  return placeAt(path, before + withPlainLineEnds(text.slice(at)), before.length, 1);
}

const REPLACEMENT = "\uFFFD";
const MARK = Buffer.from(REPLACEMENT);
const BYTE_ORDER_MARK = "\uFEFF";

function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
