/** What is read from a saved document. */

/** What a document says of itself. Anything it does not say is undefined; nothing is guessed. */
export interface DocumentMetadata {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly author: string | undefined;
  /** Calendar date as printed, `YYYY-MM-DD`. */
  readonly published: string | undefined;
  /** Language tag (BCP 47). */
  readonly language: string | undefined;
  /** Absolute http or https address. */
  readonly url: string | undefined;
  /** Whether it calls itself a news article. */
  readonly isArticle: boolean;
}

/** The kinds of document that can be read. */
export type MediaType = "text/html" | "text/markdown" | "text/plain" | "application/pdf";

/** A document, read. */
export interface CapturedDocument {
  /** Paragraphs parted by blank lines; plain text without markup. */
  readonly text: string;
  readonly metadata: DocumentMetadata;
  readonly mediaType: MediaType;
}

/** Metadata of a document that says nothing of itself. */
export const NO_METADATA: DocumentMetadata = {
  title: undefined,
  publisher: undefined,
  author: undefined,
  published: undefined,
  language: undefined,
  url: undefined,
  isArticle: false,
};

/**
 * Why a document was not captured.
 *
 * - `not-found`, `unreadable`, `unreachable`: it could not be had
 * - `no-text`, `foreign-format`, `unreadable-pdf`, `unknown-encoding`, `too-long`: it could not be read
 * - `no-sheet`, `front-matter`, `other-document`, `unwritable`: it could not be put into the sheet
 */
export type CaptureFailure =
  | "not-found"
  | "unreadable"
  | "unreachable"
  | "no-text"
  | "foreign-format"
  | "unreadable-pdf"
  | "unknown-encoding"
  | "too-long"
  | "no-sheet"
  | "front-matter"
  | "other-document"
  | "unwritable";

/** A document that cannot be captured. Message and hint are for the editor. */
export class CaptureError extends Error {
  readonly code: CaptureFailure;
  /** What to do about it, as a sentence, or empty. */
  readonly hint: string;

  constructor(code: CaptureFailure, message: string, hint = "", options?: ErrorOptions) {
    super(message, options);
    this.name = "CaptureError";
    this.code = code;
    this.hint = hint;
  }
}

/** The first of some values that is given and not blank, with spaces folded. */
export function firstGiven(...values: readonly (string | null | undefined)[]): string | undefined {
  for (const value of values) {
    const text = value?.replace(/\s+/g, " ").trim() ?? "";
    if (text !== "") return text;
  }
  return undefined;
}
