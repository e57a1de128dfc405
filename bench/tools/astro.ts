import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CACHE, ROOT } from "../paths.ts";
import { type MissingTool, peerSite, type Tool } from "./tool.ts";

const PEERS = join(ROOT, "bench/peers");

/** Where `--install` puts Astro: beside its sites, which find it by looking upwards. */
export const ASTRO_FOLDER = join(CACHE, "sites/astro");

/** Astro, from the packages of `bench/peers/astro/package.json`. */
export function astro(): Tool | MissingTool {
  const [name, label] = ["astro", "Astro"] as const;
  const installed = join(ASTRO_FOLDER, "node_modules/astro");
  if (!existsSync(join(installed, "package.json")))
    return { name, label, missing: "npm run bench -- --install" };
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));
  const command = (folder: string, ...words: readonly string[]) => ({
    file: process.execPath,
    arguments: [join(installed, "astro.js"), ...words],
    folder,
    environment: { ASTRO_TELEMETRY_DISABLED: "1" },
  });
  return {
    name,
    label,
    version,
    isSlow: true,
    prepare: (files, folder, output) => {
      cpSync(join(PEERS, "astro"), folder, { recursive: true });
      cpSync(join(PEERS, "javascript"), join(folder, "src/lib"), { recursive: true });
      cpSync(join(PEERS, "assets"), join(folder, "public"), { recursive: true });
      return peerSite(files, folder, output, ({ kind, id }) => {
        if (kind === "site") return "content/site.md";
        return kind === "page" ? `content/${id}.md` : `content/${kind}s/${id}.md`;
      });
    },
    build: ({ folder, output }) => command(folder, "build", "--outDir", output),
    leftovers: ["node_modules", ".astro", "dist"],
    serve: ({ folder }, port) =>
      command(folder, "dev", "--host", "127.0.0.1", "--port", String(port)),
    problemEvents: null,
  };
}
