/** Gets a document from a file or from the network, and says in an editor's words why it cannot be had. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isWebAddress } from "../content/schema/scalars.ts";
import type { RawDocument } from "./decode.ts";
import { CaptureError } from "./document.ts";

/** A document and where it was found in the end. */
export interface Obtained {
  readonly raw: RawDocument;
  /** The address, after redirections; undefined for a file. */
  readonly address: string | undefined;
}

const PATIENCE_IN_SECONDS = 30;
const MOST_BYTES = 50_000_000;

/**
 * Gets a document.
 * @param from an `http(s)` address, or a file's path relative to the working folder
 * @throws CaptureError `not-found`, `unreadable` or `unreachable`
 */
export async function obtain(from: string, workingFolder: string): Promise<Obtained> {
  if (isWebAddress(from)) return download(from);
  try {
    return {
      raw: { bytes: readFileSync(resolve(workingFolder, from)), name: from },
      address: undefined,
    };
  } catch (error) {
    throw fileFailure(from, codeOf(error));
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

async function download(address: string): Promise<Obtained> {
  try {
    const response = await fetch(address, {
      headers: {
        accept: "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5",
        "user-agent": "Standpoint (captures one page for an editor)",
      },
      signal: AbortSignal.timeout(PATIENCE_IN_SECONDS * 1000),
    });
    if (!response.ok) throw answerFailure(address, response.status);
    const found = response.url || address;
    return {
      raw: {
        bytes: await bodyOf(response),
        name: new URL(found).pathname,
        contentType: response.headers.get("content-type") ?? "",
      },
      address: found,
    };
  } catch (error) {
    if (error instanceof CaptureError) throw error;
    const reason = reachFailure(codeOf(error));
    throw new CaptureError("unreachable", `${address} cannot be had: ${reason}`, SAVE_IT, {
      cause: error,
    });
  }
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > MOST_BYTES)
      throw new CaptureError("too-long", `${response.url} is larger than 50 MB`);
  }
  return Buffer.concat(chunks);
}

function answerFailure(address: string, status: number): CaptureError {
  const refused = [401, 402, 403, 407, 429, 451].includes(status);
  const what = refused
    ? "its server refuses to give it"
    : status === 404 || status === 410
      ? "there is nothing at this address"
      : "its server failed";
  return new CaptureError("unreachable", `${address} cannot be had: ${what} (${status})`, SAVE_IT);
}

function reachFailure(code: string): string {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "no such host is known, or there is no network";
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "ENETDOWN":
      return "there is no network";
    case "ECONNREFUSED":
      return "nothing answers there";
    case "TimeoutError":
    case "UND_ERR_CONNECT_TIMEOUT":
      return `no answer came within ${PATIENCE_IN_SECONDS} seconds`;
    case "ECONNRESET":
    case "UND_ERR_SOCKET":
      return "the connection broke off";
    default:
      return /CERT|SELF_SIGNED|SSL|TLS/.test(code)
        ? `its certificate is not trusted (${code})`
        : code;
  }
}

/** The code of a failure, or of its cause; else its name or message. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error.cause instanceof Error) return codeOf(error.cause);
  return error.name === "Error" || error.name === "TypeError" ? error.message : error.name;
}
