/** Serves a folder as a static host does, below any path. */
import { createReadStream, readFileSync, statSync } from "node:fs";
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

/**
 * Serves `folder` below `base`, such as `/` or `/sheets/one/`. An unknown path answers with 404.html.
 * A host that knows `_headers` sends what is in it; a plain one serves files and no more.
 */
export async function serveFolder(
  folder: string,
  base = "/",
  host: "knows-headers" | "plain" = "knows-headers",
): Promise<StaticServer> {
  const rules = host === "plain" ? [] : headerRules(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(base) ? fileFor(folder, path.slice(base.length)) : null;
    const found = file ?? join(folder, "404.html");
    response.writeHead(file ? 200 : 404, {
      ...headersFor(rules, path.slice(base.length - 1)),
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

/** The headers of one pattern of `_headers`. */
interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The rules of a site's `_headers`: an address, which may end in `*`, and indented lines `name: value`. */
export function headerRules(folder: string): readonly HeaderRule[] {
  const blocks = readFileSync(join(folder, "_headers"), "utf8").split(/^(?=\S)/m);
  return blocks.map((block) => {
    const [pattern = "", ...lines] = block.trimEnd().split("\n");
    return {
      pattern,
      headers: lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
    };
  });
}

/** What Netlify and Cloudflare send at an address: the headers of every rule that fits, joined. */
function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const sent = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    const fits = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    if (!fits) continue;
    for (const [name, value] of headers) {
      const before = sent.get(name);
      sent.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return Object.fromEntries(sent);
}
