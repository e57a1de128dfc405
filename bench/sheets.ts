/** The sheets that are measured: made-up ones of any size, and this repository's own. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "./corpus/content-file.ts";
import { readContentFiles } from "./corpus/read-content.ts";
import { corpusOf, writeCorpus } from "./corpus.ts";
import { CACHE, ROOT } from "./paths.ts";

/** A sheet to measure. */
export interface Sheet {
  /** `real`, or the number of facts. */
  readonly name: string;
  readonly facts: number;
  readonly isReal: boolean;
  readonly files: readonly ContentFile[];
}

/** The sheet of a size; it is always made anew, so that none of an older generator is measured. */
export function sheetOf(size: number | "real"): Sheet {
  if (size === "real") return readSheet("real", join(ROOT, "content"));
  const folder = join(CACHE, "corpora", String(size));
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  writeCorpus(fresh, corpusOf(size));
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(fresh, folder);
  return readSheet(String(size), folder);
}

function readSheet(name: string, folder: string): Sheet {
  const files = readContentFiles(folder);
  const facts = files.filter(({ path }) => path.startsWith("facts/")).length;
  return { name, facts, isReal: name === "real", files };
}
