/** Captures a file or an address into a sheet: the source file, the full text beside it, the quotes compared. */
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { Temporal } from "temporal-polyfill";
import { snapshotFile } from "../check/snapshots.ts";
import { readContent } from "../content/read.ts";
import { capture } from "./capture.ts";
import { CaptureError } from "./document.ts";
import { obtain } from "./obtain.ts";
import { countStanding, type QuotesAtStake, quotesAtStake } from "./quotes-at-stake.ts";
import { readDocument } from "./read-document.ts";
import { readSourceFile, type SourceFields } from "./source-file.ts";
import { readStored, sourceFileOf, store } from "./store.ts";
import { type CaptureNews, tell } from "./tell.ts";

/** What is to be captured, and where to. All folders are absolute. */
export interface CaptureRequest {
  /** A file's path or an `http(s)` address. */
  readonly from: string;
  readonly id: string;
  readonly workingFolder: string;
  readonly contentFolder: string;
  /** Take all text of a web page, not only the article. */
  readonly allText: boolean;
  /** What the editor says of the source. */
  readonly fields: SourceFields;
}

/** What was done: lines for the editor, and what the gate says of quotes that do not stand. */
export interface CaptureOutcome extends Pick<QuotesAtStake, "problems"> {
  readonly lines: readonly string[];
}

/**
 * Captures a document and writes its files.
 * @throws CaptureError when the document cannot be had or read, or its files cannot be written
 */
export async function captureToFiles(request: CaptureRequest): Promise<CaptureOutcome> {
  const { from, id, workingFolder, contentFolder, allText, fields } = request;
  const name = (path: string): string => relative(workingFolder, path).replaceAll("\\", "/");
  if (!existsSync(contentFolder)) {
    const hint = "Name the sheet's folder with --content DIR, or make it first.";
    throw new CaptureError("no-sheet", `there is no folder ${name(contentFolder)}`, hint);
  }
  const previous = readStored(contentFolder, id);
  if (previous.sourceMarkdown !== undefined) {
    // Told before anything is fetched.
    readSourceFile(previous.sourceMarkdown, name(sourceFileOf(contentFolder, id)));
  }
  const { raw, address } = await obtain(from, workingFolder);
  const today = Temporal.Now.plainDateISO().toString();
  const captured = await capture(raw, {
    extent: allText ? "whole" : "article",
    today,
    ...(address === undefined ? {} : { address }),
    // Only who fetched the page today has read it at its address today.
    fields: { ...(address === undefined ? {} : { accessed: today }), ...fields },
    previous,
  });
  refuseOther(captured.report.kept, id, previous.sourceMarkdown, address);
  const before = readContent(contentFolder, workingFolder);
  const keptText = store(contentFolder, id, captured);
  const after = readContent(contentFolder, workingFolder);
  const quotes = quotesAtStake(id, before, after, captured.snapshotText);
  const isArticle = captured.report.mediaType === "text/html" && !allText;
  const page =
    isArticle && quotes.refused.length > 0 ? await readDocument(raw, { extent: "whole" }) : null;
  const news: CaptureNews = {
    ...captured.report,
    id,
    quotes,
    inRestOfPage: page === null ? 0 : countStanding(quotes.refused, page.text),
    unread: after.unparsedFacts.length,
    sameText: after.records.sources.flatMap((source) =>
      source.id !== id && source.fingerprint === fingerprintIn(captured.sourceMarkdown)
        ? [source.id]
        : [],
    ),
    hadText: previous.snapshotText !== undefined,
    files: {
      source: name(sourceFileOf(contentFolder, id)),
      snapshot: name(snapshotFile(contentFolder, id)),
      keptText: keptText === undefined ? undefined : name(keptText),
    },
  };
  return { lines: tell(news), problems: quotes.problems };
}

function fingerprintIn(sourceMarkdown: string): string {
  return readSourceFile(sourceMarkdown).fields.fingerprint ?? "";
}

/**
 * Another address is another document, most likely captured under the id of one that is there already.
 * @throws CaptureError `other-document`
 */
function refuseOther(
  kept: readonly { readonly key: string; readonly inFile: string; readonly inDocument: string }[],
  id: string,
  sourceMarkdown = "",
  address = "",
): void {
  const url = kept.find(({ key }) => key === "url");
  if (url === undefined || sameAddress(url.inFile, url.inDocument)) return;
  const { archived = "" } = readSourceFile(sourceMarkdown).fields;
  if (archived !== "" && archived === address) return;
  throw new CaptureError(
    "other-document",
    `the source "${id}" is the document at ${url.inFile}, and this one is at ${url.inDocument}`,
    `Choose another --id. If it is the same document all the same, say so with --url ${url.inFile}, or --url ${url.inDocument} if it has moved.`,
  );
}

/** Whether two addresses differ only in what does not choose the document: scheme, www, query, last slash. */
function sameAddress(one: string, other: string): boolean {
  const [first, second] = [one, other].map((address) => {
    if (!URL.canParse(address)) return address;
    const { host, pathname } = new URL(address);
    return `${host.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}`;
  });
  return first === second;
}
