/** A content folder that is being edited: only files that changed are read again. */
import type { Assembled, Content, Difference } from "./assemble.ts";
import { compareText } from "./dates.ts";
import { findFile } from "./files.ts";
import { type ContentMemory, emptyMemory } from "./memory.ts";
import type { ParsedFile } from "./parse-file.ts";
import { assemble, placeOf, type ReadFolder, readFile, readFolder } from "./read.ts";

/** A content folder that is read again whenever something in it changes. */
export interface OpenContent {
  /**
   * Reads what changed since it was last read.
   * @param changed absolute paths of all files that came, changed or went; `null` if that is not known.
   */
  readonly read: (changed: ReadonlySet<string> | null) => Content;
}

/** Opens a content folder, of which nothing is read yet. Folders as for `readContent`. */
export function openContent(contentFolder: string, workingFolder: string): OpenContent {
  const memory = emptyMemory();
  let folder: ReadFolder | null = null;
  let assembled: Assembled | null = null;
  return {
    read: (changed) => {
      const before = folder;
      const update = before && changed && readChanged(before, changed, memory);
      folder = update?.folder ?? readFolder(contentFolder, workingFolder, memory);
      const difference = update ?? differenceOf(before?.files ?? [], folder.files);
      assembled = assemble(folder, assembled && { before: assembled, ...difference });
      return assembled.content;
    },
  };
}

function differenceOf(
  before: readonly ParsedFile[],
  after: readonly ParsedFile[],
): Pick<Difference, "come" | "gone"> {
  const [known, current] = [new Set(before), new Set(after)];
  return {
    come: after.filter((file) => !known.has(file)),
    gone: before.filter((file) => !current.has(file)),
  };
}

/** The folder with some files read again, and which; `null` where it has to be looked at as a whole. */
function readChanged(
  folder: ReadFolder,
  changed: ReadonlySet<string>,
  memory: ContentMemory,
): (Pick<Difference, "come" | "gone"> & { readonly folder: ReadFolder }) | null {
  const { contentFolder, workingFolder } = folder;
  // What is wrong with the folder as a whole may be so no longer.
  if (folder.problems.length > 0) return null;
  const now = Date.now();
  const texts = new Map<string, string>();
  const refused = new Map(folder.refused);
  const files = [...folder.files];
  const come: ParsedFile[] = [];
  const gone: ParsedFile[] = [];
  for (const absolute of changed) {
    const found = findFile(absolute, contentFolder, workingFolder);
    if (found === null) return null;
    const { path } = found;
    const place = placeOf(path, files);
    const isNothing = "refused" in found && found.refused === null;
    const below = `${path}/`;
    if (isNothing && files[placeOf(below, files)]?.path.startsWith(below)) return null;
    const outcome =
      "absolute" in found ? readFile(found, now, texts, memory, () => null) : found.refused;
    refused.delete(path);
    if (outcome !== null && "code" in outcome) refused.set(path, outcome);
    const next = outcome !== null && !("code" in outcome) ? [outcome] : [];
    const last = files[place]?.path === path ? files.splice(place, 1, ...next) : [];
    if (last.length === 0) files.splice(place, 0, ...next);
    if (next.length === 0) memory.files.delete(path);
    if (last[0] === next[0]) continue;
    come.push(...next);
    gone.push(...last);
  }
  come.sort(byPath);
  gone.sort(byPath);
  return { folder: { ...folder, files, refused, texts }, come, gone };
}

function byPath(a: ParsedFile, b: ParsedFile): number {
  return compareText(a.path, b.path);
}
