/** A saved document as text and metadata, whatever its kind. */
import { decodeText, mediaTypeOf, type RawDocument, refuseForeignFormat } from "./decode.ts";
import { type CapturedDocument, CaptureError } from "./document.ts";
import { type Extent, readHtml } from "./html.ts";
import { readPdf } from "./pdf.ts";
import { readMarkdown, readPlainText } from "./prose.ts";

/** How to read a document. */
export interface ReadOptions {
  /** Of a web page, the article (the default) or all its text. */
  readonly extent?: Extent;
  /** Where it was fetched from; the page's own canonical address goes first. */
  readonly address?: string;
}

/**
 * Reads a web page, plain text, Markdown or a PDF.
 *
 * @throws CaptureError when it cannot be decoded or read, or has no text (a scanned PDF)
 */
export async function readDocument(
  raw: RawDocument,
  { extent = "article", address }: ReadOptions = {},
): Promise<CapturedDocument> {
  const mediaType = mediaTypeOf(raw);
  if (mediaType !== "application/pdf") refuseForeignFormat(raw);
  const { text, metadata } = await read(raw, mediaType, extent, address);
  if (text.trim() === "") throw noText(mediaType);
  return { text, metadata: { ...metadata, url: metadata.url ?? address }, mediaType };
}

/** The failure of a document that holds no words. */
export function noText(mediaType: CapturedDocument["mediaType"]): CaptureError {
  const hint =
    mediaType === "application/pdf"
      ? "A scanned PDF holds pictures of words: have them recognised, read them over, and capture that text."
      : "Look into the file: the article may not be in it.";
  return new CaptureError("no-text", "the document holds no words", hint);
}

async function read(
  raw: RawDocument,
  mediaType: CapturedDocument["mediaType"],
  extent: Extent,
  address: string | undefined,
): Promise<Pick<CapturedDocument, "text" | "metadata">> {
  switch (mediaType) {
    case "application/pdf":
      return readPdf(raw.bytes);
    case "text/html":
      return readHtml(decodeText(raw), extent, address);
    case "text/markdown":
      return readMarkdown(decodeText(raw));
    case "text/plain":
      return readPlainText(decodeText(raw));
  }
}
