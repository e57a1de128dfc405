/** Bytes to text: which kind of document they are, and in which encoding. */
import { CaptureError, type MediaType } from "./document.ts";

/** A document as it was saved or fetched. */
export interface RawDocument {
  readonly bytes: Uint8Array;
  /** File name or path, for its ending. */
  readonly name?: string;
  /** HTTP `Content-Type`, when it was fetched. */
  readonly contentType?: string;
}

/** How much of a page is searched for its own word on its encoding: HTML asks for 1,024 bytes. */
const HEAD_LENGTH = 4096;

/** Tells what kind of document this is: by its first bytes, its content type, its name, its look. */
export function mediaTypeOf({ bytes, name = "", contentType = "" }: RawDocument): MediaType {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  if (head.includes("%PDF-") && head.indexOf("%PDF-") < 1024) return "application/pdf";
  const type = contentType.toLowerCase();
  if (/html|xhtml/.test(type) || /\.x?html?$/i.test(name)) return "text/html";
  if (/markdown/.test(type) || /\.(?:md|markdown)$/i.test(name)) return "text/markdown";
  if (/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|article)\b/i.test(head))
    return "text/html";
  return looksLikeMarkdown(latin1(bytes)) ? "text/markdown" : "text/plain";
}

/** Formats that editors save articles in and that are not read: how they begin, and what they are. */
const FOREIGN_FORMATS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^PK/, "an archive, such as a Word, OpenDocument or EPUB file"],
  [/^\xd0\xcf/, "an old Word file"],
  [/^\{\\rtf/, "a Rich Text file"],
  [/^bplist/, "a web archive of Safari"],
  [/^(?:.*\r?\n){0,20}Content-Type: *multipart\/related/i, "a web archive (MHTML)"],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF)/, "a picture"],
];

/**
 * Refuses what is no text, before its bytes are taken for words.
 * @throws CaptureError `foreign-format`
 */
export function refuseForeignFormat({ bytes }: RawDocument): void {
  if (markedEncoding(bytes) !== undefined) return;
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  const known = FOREIGN_FORMATS.find(([start]) => start.test(head))?.[1];
  const name = known ?? (head.includes("\0") ? "not text" : undefined);
  if (name === undefined) return;
  const hint =
    "Save a web page as “HTML only”, anything else as plain text, Markdown or PDF, and capture that.";
  throw new CaptureError("foreign-format", `the document is ${name}, which is not read`, hint);
}

/** A heading or a link in Markdown: neither occurs in plain prose. */
function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S/m.test(text) || /\[[^\]\n]+\]\([^)\s]*\)/.test(text);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/**
 * Decodes text: by byte order mark, content type, the page's own `<meta charset>`, else as UTF-8.
 * @throws CaptureError `unknown-encoding` when the bytes are not valid in that encoding
 */
export function decodeText({ bytes, contentType = "" }: RawDocument): string {
  const encoding =
    markedEncoding(bytes) ?? statedEncoding(contentType) ?? ownEncoding(bytes) ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch (error) {
    const message = `the document is not valid text in the encoding ${encoding}`;
    const hint = "Save it in the encoding UTF-8 and try again.";
    throw new CaptureError("unknown-encoding", message, hint, { cause: error });
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function statedEncoding(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function ownEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
