/** The development server: the pages of a session, and the way to tell them of changes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isCode } from "../build/system-fault.ts";

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** What the server serves. */
export interface Served {
  /** A file of the site by its path, such as `actors/russia/index.html`; `null` if there is none. */
  readonly file: (path: string) => Answer | null;
  /** What is shown in place of a missing page. */
  readonly missing: () => Answer;
  /** Addresses of the server and none of the site's; answers by itself, or returns false. */
  readonly own: (request: IncomingMessage, url: URL, response: ServerResponse) => boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** The type of a file by its name, or by the end of a name alone, such as `.html`. */
export function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf("."))] ?? "application/octet-stream";
}

/** A server that runs. */
export interface Listening {
  /** Such as `http://localhost:8080/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** So many ports are tried, from the one asked for. */
const PORTS_TRIED = 10;

/**
 * Serves on one address of this machine.
 * @param host a name or address; `127.0.0.1` is reached from this machine alone.
 * @param port the first port to try.
 * @throws Error if none of the next ports is free, or the host is not one of this machine's.
 */
export async function listen(served: Served, host: string, port: number): Promise<Listening> {
  for (let offset = 0; ; offset += 1) {
    const server = createServer((request, response) => answer(served, host, request, response));
    try {
      await started(server, host, port + offset);
      const name = isLoopback(host) ? "localhost" : host;
      return {
        address: `http://${name.includes(":") ? `[${name}]` : name}:${port + offset}/`,
        close: () => closed(server),
      };
    } catch (error) {
      if (!isCode(error, "EADDRINUSE") || offset >= PORTS_TRIED - 1) throw error;
    }
  }
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function answer(
  served: Served,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!isMeant(request.headers.host, host)) {
    send(response, { status: 403, type: "text/plain", body: "Another host was asked for.\n" });
    return;
  }
  const url = urlOf(request);
  if (url === null) {
    send(response, { status: 400, type: "text/plain", body: "No address that can be read.\n" });
    return;
  }
  if (served.own(request, url, response)) return;
  const path = pathOf(url.pathname);
  const found = path === null ? null : served.file(path);
  if (found) {
    send(response, found);
    return;
  }
  const folder = path !== null && !url.pathname.endsWith("/") && served.file(`${path}/index.html`);
  if (folder) {
    response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
    return;
  }
  send(response, served.missing());
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response
    .writeHead(status, {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    })
    .end(body);
}

/** The path in the site that an address stands for; `null` for one that is no path. */
export function pathOf(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

function urlOf({ url = "/" }: IncomingMessage): URL | null {
  try {
    // Resolved against a base, `//name` would be another host.
    return new URL(url.startsWith("/") ? `http://localhost${url}` : url);
  } catch {
    return null;
  }
}

/**
 * Whether a request names this server. A page elsewhere that has its own name lead to this machine
 * must not read the sheet, nor open files.
 */
function isMeant(named: string | undefined, host: string): boolean {
  const name = (named ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return isLoopback(name) || name === host || !isLoopback(host);
}

/** Whether a name or an address is that of this machine for itself. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d+){3}$/.test(host);
}
