import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { textOf } from "../corpus/content-file.ts";
import { ROOT } from "../paths.ts";
import { type Site, type Tool, writeText } from "./tool.ts";

const COMMAND = join(ROOT, "bin/standpoint.js");

/** Standpoint itself, from this checkout, as its command line runs it: every check and the quote gate on. */
export function standpoint(): Tool {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  return {
    name: "standpoint",
    label: "Standpoint",
    version,
    isSlow: false,
    prepare: (files, folder, output) => {
      const site: Site = {
        folder,
        output,
        pathOf: ({ path }) => join(folder, "content", path),
        textOf,
      };
      for (const file of files) writeText(site.pathOf(file), site.textOf(file));
      return site;
    },
    build: ({ folder, output }) => ({
      file: process.execPath,
      arguments: [COMMAND, "build", "--no-search", "--output", output],
      folder,
    }),
    leftovers: [".standpoint"],
    serve: ({ folder }, port) => ({
      file: process.execPath,
      arguments: [COMMAND, "serve", "--port", String(port)],
      folder,
    }),
    problemEvents: "/.standpoint/events?path=/glossary/",
  };
}
