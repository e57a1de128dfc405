/** Reads a content folder as plain files with keys, so that the peers' files can be made from them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ContentFile } from "./content-file.ts";

const keysSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.array(z.string()),
    z.array(z.record(z.string(), z.string())),
    z.record(z.string(), z.string()),
  ]),
);

/** Every Markdown file of a content folder, by path. @throws ZodError where a key holds what no sheet has */
export function readContentFiles(contentFolder: string): readonly ContentFile[] {
  return readdirSync(contentFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => contentFile(relative(contentFolder, path), readFileSync(path, "utf8")));
}

/** One file from its text. */
export function contentFile(path: string, text: string): ContentFile {
  const [, yaml = "", body = ""] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
  const keys = keysSchema.parse(parse(yaml, { schema: "failsafe" }) ?? {});
  return { path, keys, body: body.trim() };
}
