/** The two files of a capture: the source file in the sheet, and the full text beside it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { snapshotFile, snapshotRoot } from "../check/snapshots.ts";
import { CaptureError } from "./document.ts";

/** What was there before a capture, as texts; undefined for what was not. */
export interface Stored {
  readonly sourceMarkdown: string | undefined;
  readonly snapshotText: string | undefined;
}

/** The file of a source. */
export function sourceFileOf(contentFolder: string, id: string): string {
  return join(contentFolder, "sources", `${id}.md`);
}

/** Reads what an earlier capture left. */
export function readStored(contentFolder: string, id: string): Stored {
  return {
    sourceMarkdown: readIfThere(sourceFileOf(contentFolder, id)),
    snapshotText: readIfThere(snapshotFile(contentFolder, id)),
  };
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/**
 * Writes both files. A full text that is another than before is kept beside the new one, under a number.
 * @returns the path of the text that was kept, or undefined
 * @throws CaptureError `unwritable`
 */
export function store(
  contentFolder: string,
  id: string,
  { sourceMarkdown, snapshotText }: Readonly<Record<"sourceMarkdown" | "snapshotText", string>>,
): string | undefined {
  const root = snapshotRoot(contentFolder);
  const snapshot = snapshotFile(contentFolder, id);
  const before = readIfThere(snapshot);
  // In a folder that git never looks into, the full text cannot be committed by accident.
  if (!existsSync(join(root, ".gitignore"))) write(join(root, ".gitignore"), "*\n");
  const kept = before === undefined || before === snapshotText ? undefined : numbered(snapshot);
  if (kept !== undefined && before !== undefined) write(kept, before);
  write(snapshot, snapshotText);
  write(sourceFileOf(contentFolder, id), sourceMarkdown);
  return kept;
}

/** The first of `name.1.txt`, `name.2.txt` … that is free. */
function numbered(snapshot: string): string {
  for (let number = 1; ; number += 1) {
    const path = snapshot.replace(/\.txt$/, `.${number}.txt`);
    if (!existsSync(path)) return path;
  }
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new CaptureError("unwritable", `${path} cannot be written${code}`, "", { cause: error });
  }
}
