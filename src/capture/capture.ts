/** A document to a source file with its fingerprint, in one call. Pure: files are the caller's. */
import { fingerprintText, parseFingerprint } from "../quotes/fingerprint.ts";
import { compareTexts, type TextChange } from "./compare.ts";
import type { RawDocument } from "./decode.ts";
import { type CapturedDocument, CaptureError, type MediaType } from "./document.ts";
import { changedFields, type KeptValue, settleFields } from "./fields.ts";
import { noText, type ReadOptions, readDocument } from "./read-document.ts";
import {
  readSourceFile,
  type SourceFields,
  type SourceKey,
  updateSourceFile,
  writeSourceFile,
} from "./source-file.ts";

/** What capture is told beside the document. */
export interface CaptureOptions extends ReadOptions {
  /** Calendar date of the capture, `YYYY-MM-DD`; this code has no clock. */
  readonly today?: string;
  /** What the editor says; goes before what the document says and what the file had. */
  readonly fields?: SourceFields;
  /** The source file and the full text from last time, where there are any. */
  readonly previous?: {
    readonly sourceMarkdown?: string | undefined;
    readonly snapshotText?: string | undefined;
  };
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
  /** Keys of which the file has another value than the document, and has kept it. */
  readonly kept: readonly KeptValue[];
  /** How this capture compares with the last: of a `changed` one the fingerprint differs. */
  readonly outcome: "new" | "unchanged" | "changed";
  /** What changed in the text; undefined when the last full text is not there to compare. */
  readonly changes: readonly TextChange[] | undefined;
}

/** The outcome of capture. */
export interface Captured {
  /** The source file, to be written to `content/sources/`. */
  readonly sourceMarkdown: string;
  /** The full text, for the ignored folder only: never for the repository or the site. */
  readonly snapshotText: string;
  readonly report: CaptureReport;
}

/**
 * Captures a document. A source file that is there already keeps its keys, its comments and its body;
 * keys that it lacks are added, and its fingerprint is replaced.
 *
 * @throws CaptureError when the document, or the source file of last time, cannot be read
 */
export async function capture(raw: RawDocument, options: CaptureOptions = {}): Promise<Captured> {
  const { previous = {}, fields = {}, today } = options;
  const file =
    previous.sourceMarkdown === undefined ? undefined : readSourceFile(previous.sourceMarkdown);
  const document = await readDocument(raw, options);
  const fingerprint = fingerprintDocument(document);
  const settled = settleFields({ document, file, fields, today });
  const written: SourceFields = { ...settled.fields, fingerprint: fingerprint.written };
  return {
    sourceMarkdown:
      file === undefined
        ? writeSourceFile(written)
        : updateSourceFile(file, changedFields(written, file.fields)),
    snapshotText: `${document.text}\n`,
    report: {
      mediaType: document.mediaType,
      words: fingerprint.words,
      fingerprintLength: fingerprint.written.length,
      missing: settled.missing,
      kept: settled.kept,
      outcome: outcomeOf(file?.fields.fingerprint, fingerprint.written),
      changes:
        previous.snapshotText === undefined
          ? undefined
          : compareTexts(previous.snapshotText, document.text),
    },
  };
}

/** @throws CaptureError when there is nothing to fingerprint, or too much */
function fingerprintDocument({ text, mediaType }: CapturedDocument): {
  readonly written: string;
  readonly words: number;
} {
  let written: string;
  try {
    written = fingerprintText(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "the document has more than two million words and marks";
    const hint = "Capture the part that is quoted.";
    throw new CaptureError("too-long", message, hint, { cause: error });
  }
  const parsed = parseFingerprint(written);
  if (!parsed.ok || parsed.fingerprint.words === 0) throw noText(mediaType);
  return { written, words: parsed.fingerprint.words };
}

function outcomeOf(before: string | undefined, now: string): CaptureReport["outcome"] {
  if (before === undefined) return "new";
  return before.replace(/\s+/g, "") === now ? "unchanged" : "changed";
}
