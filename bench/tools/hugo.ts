import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "../paths.ts";
import { type MissingTool, peerSite, type Tool, type ToolName, writeText } from "./tool.ts";

const PEERS = join(ROOT, "bench/peers");

/** Where `--install` unpacks the newest Hugo. */
export const NEWEST_HUGO = join(CACHE, "hugo");

/** The sections that have a list, and its title. */
const SECTIONS = {
  facts: "Facts",
  actors: "Actors",
  issues: "Issues",
  sources: "Sources",
  demands: "Demands and offers",
  timeline: "Timeline",
  "as-of": "Days",
};

/** The Hugo that the system has. */
export function installedHugo(): Tool | MissingTool {
  return hugo("hugo", "Hugo (Debian’s)", "hugo", "apt-get install -y hugo");
}

/** The newest Hugo that Debian has in any suite. */
export function newestHugo(): Tool | MissingTool {
  const program = join(NEWEST_HUGO, "usr/bin/hugo");
  return hugo("hugo-newest", "Hugo (newest)", program, "npm run bench -- --install");
}

function hugo(name: ToolName, label: string, program: string, howTo: string): Tool | MissingTool {
  const version = versionOf(program);
  if (version === null) return { name, label, missing: howTo };
  return {
    name,
    label,
    version,
    isSlow: false,
    prepare: (files, folder, output) => {
      cpSync(join(PEERS, "hugo"), folder, { recursive: true });
      cpSync(join(PEERS, "assets"), join(folder, "static"), { recursive: true });
      for (const [section, title] of Object.entries(SECTIONS))
        writeText(join(folder, `content/${section}/_index.md`), `---\ntitle: ${title}\n---\n`);
      return peerSite(
        files,
        folder,
        output,
        ({ kind, id }) => {
          if (kind === "fact") return `content/facts/${id}.md`;
          if (kind === "site") return "content/_index.md";
          return kind === "page" ? `content/${id}.md` : `content/${kind}s/${id}/_index.md`;
        },
        ({ keys: { id: _, ...keys } }) => keys,
      );
    },
    build: ({ folder, output }) => ({
      file: program,
      arguments: ["--quiet", "--destination", output],
      folder,
    }),
    leftovers: ["resources", "public", ".hugo_build.lock"],
    serve: ({ folder }, port) => ({
      file: program,
      arguments: ["server", "--bind", "127.0.0.1", "--port", String(port)],
      folder,
    }),
    problemEvents: null,
  };
}

function versionOf(program: string): string | null {
  if (program.includes("/") && !existsSync(program)) return null;
  try {
    const told = execFileSync(program, ["version"], { encoding: "utf8" });
    return /v(\d[\d.]*)/.exec(told)?.[1] ?? null;
  } catch {
    return null;
  }
}
