/**
 * What a build leaves for the next one. The file is only ever a help: one that is damaged, that
 * another program, release or output folder wrote, or that cannot be read, counts as none.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { StoredMemory } from "../check/memory.ts";
import type { ContentMemory } from "../content/memory.ts";
import { hashOf } from "../render/fingerprints.ts";
import type { BuildOptions } from "./options.ts";
import type { PageMemory } from "./page-memory.ts";
import type { KeptTools } from "./render-site.ts";
import type { SearchMemory } from "./search-index.ts";
import type { WrittenSite } from "./site-tree.ts";

/** Everything that is remembered. Plain data, as `v8.serialize` takes it. */
export interface BuildMemory {
  /** Of the program and of what was asked for. */
  readonly key: string;
  readonly content: ContentMemory;
  readonly checks: StoredMemory;
  readonly tools: KeptTools;
  readonly site: WrittenSite;
  readonly pages: PageMemory;
  /** `null` for a site without search. */
  readonly search: SearchMemory | null;
}

/** Length of a SHA-256 in bytes; the file begins with that of what follows. */
const CHECKSUM = 32;

/** The key of a build: other options or other code make another memory. */
export function memoryKey(options: BuildOptions, code: string): string {
  const { drafts, asOf, search } = options;
  return hashOf(JSON.stringify([code, drafts, asOf, search]));
}

/** Where the memory of a build lies: below the working folder, one for each pair of content and output. */
export function memoryFile({ workingFolder, contentFolder, outputFolder }: BuildOptions): string {
  const which = [contentFolder, outputFolder].map((folder) => relative(workingFolder, folder));
  return join(workingFolder, ".standpoint", `build-${hashOf(which.join("\n")).slice(0, 8)}.memory`);
}

/** Reads the memory; `null` if there is none that can be trusted. */
export function loadMemory(file: string, key: string): BuildMemory | null {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(CHECKSUM);
    if (!bytes.subarray(0, CHECKSUM).equals(checksum(content))) return null;
    const memory: unknown = deserialize(content);
    return isMemory(memory) && memory.key === key ? memory : null;
  } catch {
    return null;
  }
}

/** Writes the memory, whole or not at all. That it cannot be written costs time, not the build. */
export function saveMemory(file: string, memory: BuildMemory): void {
  // Its name is always the same, so that a killed build leaves at most one; the lock is held.
  const draft = `${file}.draft`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const content = serialize(memory);
    writeFileSync(draft, Buffer.concat([checksum(content), content]));
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** The checksum has shown that this program wrote it: what remains to be told apart are other forms of it. */
function isMemory(value: unknown): value is BuildMemory {
  return typeof value === "object" && value !== null && "key" in value && "site" in value;
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
