/** Gets a document from a file or from the network, and says in an editor's words why it cannot be had. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isWebAddress } from "../content/schema/scalars.ts";
import { DownloadError, type DownloadLimits, download, failureCode } from "../network/download.ts";
import type { RawDocument } from "./decode.ts";
import { CaptureError } from "./document.ts";

/** A document and where it was found in the end. */
export interface Obtained {
  readonly raw: RawDocument;
  /** The address, after redirections; undefined for a file. */
  readonly address: string | undefined;
}

/** What a page of a newspaper may take. */
const LIMITS: DownloadLimits = {
  accept: "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
  userAgent: "Standpoint (captures one page for an editor)",
  seconds: 30,
  megabytes: 50,
};

/**
 * Gets a document.
 * @param from an `http(s)` address, or a file's path relative to the working folder
 * @throws CaptureError `not-found`, `unreadable` or `unreachable`
 */
export async function obtain(from: string, workingFolder: string): Promise<Obtained> {
  if (isWebAddress(from)) return fetchPage(from);
  try {
    return {
      raw: { bytes: readFileSync(resolve(workingFolder, from)), name: from },
      address: undefined,
    };
  } catch (error) {
    throw fileFailure(from, failureCode(error));
  }
}

function fileFailure(from: string, code: string): CaptureError {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new CaptureError("not-found", `there is no file ${from}`, addressHint(from));
    case "EISDIR":
      return new CaptureError("unreadable", `${from} is a folder`, "Name the file in it.");
    case "EACCES":
    case "EPERM":
      return new CaptureError("unreadable", `${from} may not be read by you`);
    default:
      return new CaptureError("unreadable", `${from} cannot be read (${code})`);
  }
}

/** For what was perhaps meant as an address. */
function addressHint(from: string): string {
  return /:\/\/|^www\.|^[\w-]+(?:\.[\w-]+)+\//.test(from)
    ? "An address begins with http:// or https://."
    : "";
}

const SAVE_IT =
  "Open the page in a browser, save it as “HTML only”, and capture that file with --url ADDRESS.";

async function fetchPage(from: string): Promise<Obtained> {
  try {
    const { bytes, address, contentType } = await download(from, LIMITS);
    return { raw: { bytes, name: new URL(address).pathname, contentType }, address };
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    if (error.reason === "too-long") throw new CaptureError("too-long", error.message);
    throw new CaptureError("unreachable", error.message, SAVE_IT, { cause: error });
  }
}
