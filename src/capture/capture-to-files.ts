/** Captures a file or an address into the sheet: the source file, and the full text beside the repository. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { passagesOf } from "../check/passages.ts";
import { snapshotFile } from "../check/snapshots.ts";
import { readContent } from "../content/read.ts";
import { isWebAddress } from "../content/schema/scalars.ts";
import { type Captured, capture } from "./capture.ts";
import type { KnownQuote } from "./compare.ts";
import type { RawDocument } from "./decode.ts";
import { CaptureError } from "./document.ts";
import type { SourceFields } from "./source-file.ts";

/** What is to be captured, and where to. */
export interface CaptureRequest {
  /** A file's path or an `http(s)` address. */
  readonly from: string;
  readonly id: string;
  readonly workingFolder: string;
  readonly contentFolder: string;
  /** Take all text of a web page, not only the article. */
  readonly allText?: boolean;
  /** The day of the look, `YYYY-MM-DD`; today by this machine's clock if left out. */
  readonly accessed?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  readonly archived?: string;
  readonly language?: string;
  readonly type?: string;
}

/** What was done, in lines for the editor, and how many quotes no longer stand. */
export interface CaptureOutcome {
  readonly lines: readonly string[];
  readonly lost: number;
}

/** Thrown when the document cannot be had or read; the message is for the editor. */
export class CaptureFailure extends Error {}

/**
 * Captures a document and writes its two files.
 * @throws CaptureFailure when the document cannot be had or read.
 */
export async function captureToFiles(request: CaptureRequest): Promise<CaptureOutcome> {
  const { workingFolder, contentFolder, id, allText = false } = request;
  const source = join(contentFolder, "sources", `${id}.md`);
  const snapshot = snapshotFile(workingFolder, id);
  const raw = await obtain(request);
  const previousSource = readIfThere(source);
  const previousText = readIfThere(snapshot);
  const captured = await captureOrFail(raw, {
    accessed: request.accessed ?? Temporal.Now.plainDateISO().toString(),
    fields: fieldsOf(request),
    extent: allText ? "whole" : "article",
    ...(isWebAddress(request.from) ? { address: request.from } : {}),
    previous: {
      ...(previousSource === null ? {} : { sourceMarkdown: previousSource }),
      ...(previousText === null ? {} : { snapshotText: previousText }),
    },
    quotes: quotesFrom(request),
  });
  write(source, captured.sourceMarkdown);
  write(snapshot, captured.snapshotText);
  const name = (path: string): string => relative(workingFolder, path).split("\\").join("/");
  return { lines: tell(captured, name(source), name(snapshot)), lost: captured.report.lost.length };
}

async function captureOrFail(...call: Parameters<typeof capture>): Promise<Captured> {
  try {
    return await capture(...call);
  } catch (error) {
    if (error instanceof CaptureError)
      throw new CaptureFailure(`The document was not captured: ${error.message}.`);
    throw error;
  }
}

async function obtain({ from, workingFolder }: CaptureRequest): Promise<RawDocument> {
  if (isWebAddress(from)) return download(from);
  try {
    return { bytes: readFileSync(resolve(workingFolder, from)), name: from };
  } catch (error) {
    throw new CaptureFailure(`${from} cannot be read (${reasonOf(error)}).`);
  }
}

async function download(address: string): Promise<RawDocument> {
  let response: Response;
  try {
    response = await fetch(address, { redirect: "follow", signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new CaptureFailure(
      `${address} cannot be fetched (${reasonOf(error)}). Save the page and give its file instead.`,
    );
  }
  if (!response.ok)
    throw new CaptureFailure(
      `${address} answered ${response.status}. Save the page and give its file instead.`,
    );
  const contentType = response.headers.get("content-type") ?? "";
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    name: new URL(address).pathname,
    contentType,
  };
}

/** The quotes of the sheet that are checked against this source. */
function quotesFrom({ contentFolder, workingFolder, id }: CaptureRequest): readonly KnownQuote[] {
  return readContent(contentFolder, workingFolder).records.facts.flatMap((fact) =>
    (fact.quote === null ? [] : passagesOf(fact, fact.quote))
      .filter(({ sources }) => sources.length === 1 && sources[0] === id)
      .map(({ text }) => ({ id: fact.id, text })),
  );
}

function fieldsOf({
  title,
  publisher,
  author,
  published,
  url,
  archived,
  language,
  type,
}: CaptureRequest): SourceFields {
  const given = Object.entries({
    title,
    publisher,
    author,
    published,
    url,
    archived,
    language,
    type,
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function tell({ report }: Captured, source: string, snapshot: string): string[] {
  const { words, fingerprintLength, outcome, missing, changes = [], lost, standing } = report;
  const shown = changes
    .slice(0, 20)
    .map(({ after, removed, added }) => `  after “${after}”: [-${removed}-] {+${added}+}`);
  return [
    `${source}: ${outcome}, ${words} words, fingerprint of ${fingerprintLength} characters.`,
    `${snapshot}: the full text; keep it out of the repository.`,
    ...(missing.length > 0
      ? [`Not found in the document, to be filled in by hand: ${missing.join(", ")}.`]
      : []),
    ...(changes.length > 0 ? [`The text changed in ${changes.length} places:`, ...shown] : []),
    ...(standing + lost.length > 0
      ? [`${standing} of ${standing + lost.length} quotes from this source stand in it.`]
      : []),
    ...lost.map(({ id, text }) => `  no longer stands: ${id}: “${text}”`),
  ];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const { cause } = error;
  const code =
    "code" in error
      ? error.code
      : cause instanceof Error && "code" in cause
        ? cause.code
        : error.message;
  return String(code);
}
