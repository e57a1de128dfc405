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
    const message = `the text is not valid ${encoding}; save it as UTF-8 and try again`;
    throw new CaptureError("unknown-encoding", message, { cause: error });
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
