/** Serves a folder as a plain static host does, below any path. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

/** A running server. */
export interface StaticServer {
  /** The address of the site's root, ending in a slash. */
  readonly root: string;
  readonly close: () => Promise<void>;
}

/** Serves `folder` below `base`, such as `/` or `/sheets/one/`. An unknown path answers with 404.html. */
export async function serveFolder(folder: string, base = "/"): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(base) ? fileFor(folder, path.slice(base.length)) : null;
    const found = file ?? join(folder, "404.html");
    response.writeHead(file ? 200 : 404, {
      "content-type": TYPES[extname(found)] ?? "application/octet-stream",
    });
    createReadStream(found)
      .on("error", () => response.end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    root: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function fileFor(folder: string, path: string): string | null {
  const absolute = join(folder, normalize(`/${path}`));
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isFile()) return absolute;
  const index = join(absolute, "index.html");
  return stat?.isDirectory() && statSync(index, { throwIfNoEntry: false })?.isFile() ? index : null;
}
