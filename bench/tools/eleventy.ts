import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../paths.ts";
import { peerSite, type Site, type Tool } from "./tool.ts";

const PEERS = join(ROOT, "bench/peers");
const PACKAGE = join(ROOT, "node_modules/@11ty/eleventy");

/** Eleventy as its guide teaches it: each Markdown file is a template. */
export function eleventy(): Tool {
  return {
    ...common(),
    name: "eleventy",
    label: "Eleventy, a template a fact",
    isSlow: true,
    prepare: (files, folder, output) => {
      copyPeer("eleventy", folder);
      return peerSite(
        files,
        folder,
        output,
        ({ kind, id }) => {
          if (kind === "site") return "site.md";
          return kind === "page" ? `${id}.md` : `${kind}s/${id}.md`;
        },
        ({ kind, keys }) => (kind === "page" ? { ...keys, layout: "page.11ty.js" } : keys),
      );
    },
  };
}

/** Eleventy over data: a paginated template for each kind of page. */
export function eleventyOverData(): Tool {
  return {
    ...common(),
    name: "eleventy-data",
    label: "Eleventy, paginated over data",
    isSlow: false,
    prepare: (files, folder, output) => {
      copyPeer("eleventy-data", folder);
      return peerSite(files, folder, output, ({ kind, id }) => {
        if (kind === "site") return "content/site.md";
        return kind === "page" ? `content/${id}.md` : `content/${kind}s/${id}.md`;
      });
    },
  };
}

function copyPeer(name: string, folder: string): void {
  cpSync(join(PEERS, name), folder, { recursive: true });
  cpSync(join(PEERS, "javascript"), join(folder, "lib"), { recursive: true });
  cpSync(join(PEERS, "assets"), folder, { recursive: true });
}

function common(): Pick<Tool, "version" | "build" | "leftovers" | "serve" | "problemEvents"> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")));
  const command = ({ folder, output }: Site, ...more: readonly string[]) => ({
    file: process.execPath,
    arguments: [join(PACKAGE, "cmd.cjs"), "--quiet", `--output=${output}`, ...more],
    folder,
  });
  return {
    version,
    build: (site) => command(site),
    leftovers: [".cache"],
    serve: (site, port) => command(site, "--serve", `--port=${port}`),
    problemEvents: null,
  };
}
