/** Answers what is asked below `/admin/` on a server of this machine. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { MAX_FILE_BYTES } from "../content/limits.ts";
import { readContent } from "../content/read.ts";
import { type Refusal, readStore, writeStored } from "./content-store.ts";
import { type AdminFile, adminPageFiles, adminPolicy } from "./page-files.ts";
import { adminSettings, CONTENT_ADDRESS } from "./settings.ts";

/** Where the sheet and the package lie; all paths are absolute. */
export interface AdminFolders {
  readonly packageFolder: string;
  readonly workingFolder: string;
  readonly contentFolder: string;
}

/** Answers a request below `/admin/`; returns whether it was one. */
export type AdminRequests = (
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
) => boolean;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

const REFUSALS: Readonly<Record<Refusal, readonly [status: number, words: string]>> = {
  "no-content-file": [403, "Only Markdown files in the folders of the content are written.\n"],
  "too-large": [413, `A content file has at most ${MAX_FILE_BYTES} bytes.\n`],
  "changed-since": [409, "The file has changed since this page read it. Load the page anew.\n"],
};

/**
 * Makes the page's files and a secret that only the page is told: no other page can write.
 * @throws MissingCmsError if Sveltia CMS is not installed.
 */
export async function adminRequests(folders: AdminFolders): Promise<AdminRequests> {
  const { contentFolder, workingFolder, packageFolder } = folders;
  const token = randomBytes(32).toString("hex");
  const made = await adminPageFiles(packageFolder, workingFolder, []);
  const files = new Map(made.map((file) => [`/admin/${file.path}`, file]));
  return (request, url, response) => {
    const { pathname } = url;
    if (pathname === "/admin") {
      response.writeHead(301, { Location: "/admin/" }).end();
    } else if (!pathname.startsWith("/admin/")) {
      return false;
    } else if (pathname.startsWith(CONTENT_ADDRESS) || pathname === "/admin/settings.json") {
      if (!isFromPage(request)) say(response, 403, "Only the admin page may ask for this.\n");
      else if (request.method === "PUT")
        void put(contentFolder, token, request, pathname, response);
      else if (request.method !== "GET") say(response, 405, "Only GET and PUT are answered.\n");
      else if (pathname === CONTENT_ADDRESS) send(response, readStore(contentFolder));
      else if (pathname === "/admin/settings.json") {
        send(response, adminSettings(readContent(contentFolder, workingFolder), { token }));
      } else say(response, 404, "There is no such file.\n");
    } else {
      sendFile(response, files.get(pathname === "/admin/" ? "/admin/index.html" : pathname));
    }
    return true;
  };
}

/** Browsers say which site a request comes from; those that do not say it of a reading say it of a writing. */
function isFromPage({ method, headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin, host } = headers;
  if (origin === undefined) return method === "GET";
  return origin === `http://${host}`;
}

async function put(
  contentFolder: string,
  token: string,
  request: IncomingMessage,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!isSame(headerOf(request, "x-standpoint-token"), token)) {
      say(response, 403, "The server was started anew. Load the page anew.\n");
      return;
    }
    const text = await textOf(request);
    if (text === null) {
      say(response, ...REFUSALS["too-large"]);
      return;
    }
    const path = pathname.startsWith(CONTENT_ADDRESS) ? pathname.slice(CONTENT_ADDRESS.length) : "";
    const seen = headerOf(request, "x-standpoint-seen");
    const outcome = writeStored(contentFolder, path, text, seen);
    if ("refusal" in outcome) say(response, ...REFUSALS[outcome.refusal]);
    else send(response, outcome);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(response, 500, `The file was not written: ${reason}\n`);
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The body as text; `null` if it is larger than a content file can be, of which nothing is kept. */
async function textOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    // Read to its end: a browser that is cut off does not hear why.
    if (bytes <= MAX_FILE_BYTES) parts.push(buffer);
  }
  return bytes > MAX_FILE_BYTES ? null : Buffer.concat(parts).toString();
}

/** Its headers hold below `/admin/` alone. */
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": `${adminPolicy([])}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[".json"] });
  response.end(JSON.stringify(value));
}

function sendFile(response: ServerResponse, file: AdminFile | undefined): void {
  if (!file) {
    say(response, 404, "There is no such file.\n");
    return;
  }
  const type = TYPES[extname(file.path)] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "Content-Type": type }).end(file.bytes);
}

function say(response: ServerResponse, status: number, words: string): void {
  response
    .writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" })
    .end(words);
}
