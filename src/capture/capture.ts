/** A document to a source file with its fingerprint, in one call. Pure: files are the caller's. */
import { fingerprintText, parseFingerprint } from "../quotes/fingerprint.ts";
import {
  compareTexts,
  type KnownQuote,
  type LostQuote,
  lostQuotes,
  type TextChange,
} from "./compare.ts";
import type { RawDocument } from "./decode.ts";
import { type CapturedDocument, CaptureError, type MediaType } from "./document.ts";
import { type ReadOptions, readDocument } from "./read-document.ts";
import {
  readSourceFile,
  type SourceFields,
  type SourceKey,
  updateSourceFile,
  writeSourceFile,
} from "./source-file.ts";

/** What capture is told beside the document. */
export interface CaptureOptions extends ReadOptions {
  /** Calendar date of the look at the document, `YYYY-MM-DD`; this code has no clock. */
  readonly accessed?: string;
  /** What the editor says; goes before what the document says and what the file had. */
  readonly fields?: SourceFields;
  /** The source file and the full text from last time, where there are any. */
  readonly previous?: { readonly sourceMarkdown?: string; readonly snapshotText?: string };
  /** The sheet's quotes from this source. */
  readonly quotes?: readonly KnownQuote[];
}

/** What capture found, for telling the editor. */
export interface CaptureReport {
  readonly mediaType: MediaType;
  /** Words in the text. */
  readonly words: number;
  /** Characters in the fingerprint. */
  readonly fingerprintLength: number;
  /** Keys of the source that neither the document nor the editor gave: to be filled in by hand. */
  readonly missing: readonly SourceKey[];
  /** How this capture compares with the last: of a `changed` one the fingerprint differs. */
  readonly outcome: "new" | "unchanged" | "changed";
  /** What changed in the text; undefined when the last full text is not there to compare. */
  readonly changes: readonly TextChange[] | undefined;
  /** Of the given quotes, those that do not stand in the text. */
  readonly lost: readonly LostQuote[];
  /** How many of the given quotes stand. */
  readonly standing: number;
}

/** The outcome of capture. */
export interface Captured {
  /** The source file, to be written to `content/sources/`. */
  readonly sourceMarkdown: string;
  /** The full text, for the ignored folder only: never for the repository or the site. */
  readonly snapshotText: string;
  readonly report: CaptureReport;
}

/** A title that says there is none; a source must have one, and none is made up. */
const NO_TITLE = "[untitled]";

/** Keys that every source should have. */
const WANTED = ["title", "publisher", "published", "url", "language"] as const;

/**
 * Captures a document. A source file that is there already keeps its keys, its comments and its body;
 * keys that it lacks are added, and its fingerprint is replaced.
 *
 * @throws CaptureError when the document, or the source file of last time, cannot be read
 */
export async function capture(raw: RawDocument, options: CaptureOptions = {}): Promise<Captured> {
  const document = await readDocument(raw, options);
  const fingerprint = fingerprintText(document.text);
  const parsed = parseFingerprint(fingerprint);
  if (!parsed.ok || parsed.fingerprint.words === 0) {
    throw new CaptureError("no-text", "the document has no words");
  }
  const { previous = {}, quotes = [], fields = {}, accessed } = options;
  const file =
    previous.sourceMarkdown === undefined ? undefined : readSourceFile(previous.sourceMarkdown);
  const found: SourceFields = { ...describe(document, accessed), ...file?.fields };
  const fresh = { ...given({ accessed }), ...fields, fingerprint };
  const all: SourceFields = { ...found, ...fresh };
  const lost = lostQuotes(quotes, parsed.fingerprint);
  return {
    sourceMarkdown:
      file === undefined
        ? writeSourceFile(all)
        : updateSourceFile(file, { ...without(found, file.fields), ...fresh }),
    snapshotText: `${document.text}\n`,
    report: {
      mediaType: document.mediaType,
      words: parsed.fingerprint.words,
      fingerprintLength: fingerprint.length,
      missing: WANTED.filter((key) => isMissing(key, all[key])),
      outcome: outcomeOf(file?.fields.fingerprint, fingerprint),
      changes:
        previous.snapshotText === undefined
          ? undefined
          : compareTexts(previous.snapshotText, document.text),
      lost,
      standing: quotes.length - lost.length,
    },
  };
}

/** What the document tells, with what a source must have. */
function describe(document: CapturedDocument, accessed: string | undefined): SourceFields {
  const {
    title = NO_TITLE,
    publisher,
    author,
    published,
    language,
    url,
    isArticle,
  } = document.metadata;
  // "On this day or before": all that is known of a text without a date.
  const bound = accessed === undefined ? undefined : `../${accessed}`;
  const type = isArticle ? "article-newspaper" : "webpage";
  return given({ title, publisher, author, published: published ?? bound, url, language, type });
}

function given(fields: Readonly<Partial<Record<SourceKey, string | undefined>>>): SourceFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function without(fields: SourceFields, present: SourceFields): SourceFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in present)));
}

function isMissing(key: SourceKey, value: string | undefined): boolean {
  if (value === undefined) return true;
  return (
    (key === "title" && value === NO_TITLE) || (key === "published" && value.startsWith("../"))
  );
}

function outcomeOf(before: string | undefined, now: string): CaptureReport["outcome"] {
  if (before === undefined) return "new";
  return before.replace(/\s+/g, "") === now ? "unchanged" : "changed";
}
