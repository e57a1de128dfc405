/** Holds what is to be imported against the sheet it goes to, as if it were written there already. */
import { checkContent } from "../check/check.ts";
import { assembleContent } from "../content/assemble.ts";
import { homeOfFile, idOf } from "../content/file-names.ts";
import { parseFile } from "../content/parse-file.ts";
import type { Problem } from "../content/problem.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";
import type { TextFile } from "../content/text.ts";
import { type Entry, fileOf } from "./entries.ts";
import type { ImportFault } from "./faults.ts";
import { keyOnLine } from "./key-on-line.ts";
import type { PlacedEntry } from "./read-import.ts";

/** What an import comes to. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Everything that does not fit, in order of the rows. */
  readonly faults: readonly ImportFault[];
  /** How many entries are left out for that. */
  readonly skipped: number;
}

/** A file that would be written. */
export interface PlannedFile extends TextFile {
  readonly placed: PlacedEntry;
  /** Whether it takes the place of one that is there. */
  readonly replaces: boolean;
}

/** What a plan needs to know of the sheet. */
export interface ImportTarget {
  /** The sheet's files as they are. */
  readonly existing: readonly TextFile[];
  /** The content folder as messages name it. */
  readonly folder: string;
  readonly overwrite: boolean;
}

interface EntryFault extends ImportFault {
  readonly placed: PlacedEntry;
}

/** Plans an import. Entries that do not fit are left out, then those that refer to them, until the rest fits. */
export function planImport(entries: readonly PlacedEntry[], target: ImportTarget): ImportPlan {
  const faults: EntryFault[] = [];
  const there = existingIn(target);
  let left = entries;
  for (;;) {
    const found = faultsOf(left, target, there);
    if (found.length === 0) break;
    faults.push(...found);
    const bad = new Set(found.map(({ placed }) => placed));
    left = left.filter((placed) => !bad.has(placed));
  }
  const order = new Map(entries.map((placed, place) => [placed, place]));
  return {
    files: left.map((placed) => fileFor(placed, target, there)),
    faults: faults.sort((a, b) => (order.get(a.placed) ?? 0) - (order.get(b.placed) ?? 0)),
    skipped: entries.length - left.length,
  };
}

/** What is wrong with names; where nothing is, what is wrong with the files, each by itself and together. */
function faultsOf(
  entries: readonly PlacedEntry[],
  target: ImportTarget,
  there: Existing,
): readonly EntryFault[] {
  const files = entries.map((placed) => fileFor(placed, target, there));
  const seen = new Set<string>();
  const badNames = files.flatMap((file): EntryFault[] => {
    const { placed, replaces } = file;
    const { entry } = placed;
    const name = `${entry.collection}/${entry.id}`;
    const at = (key: string, code: EntryFault["code"], message: string): EntryFault[] => [
      { placed, place: placed.at(key), code, message },
    ];
    if (entry.id === "") return at("id", "missing-key", "there is no id");
    if (!ID_PATTERN.test(entry.id))
      return at("id", "invalid-id", `"${entry.id}" is not an id: use a-z, 0-9 and single hyphens`);
    if (!isSafeFolder(entry))
      return at("folder", "misplaced-file", `"${entry.folder}" is no folder below facts/`);
    if (seen.has(name)) return at("id", "colliding-ids", `"${entry.id}" is imported twice`);
    seen.add(name);
    if (replaces && !target.overwrite)
      return at("id", "file-exists", `${file.path} is there already`);
    return [];
  });
  return badNames.length > 0 ? badNames : contentFaults(files, target);
}

/** A folder below `facts/` that leads nowhere else. */
function isSafeFolder({ collection, folder }: Entry): boolean {
  if (folder === "") return true;
  return (
    collection === "facts" && folder.split("/").every((part) => /^[^.\\:\0][^\\:\0]*$/.test(part))
  );
}

function contentFaults(
  files: readonly PlannedFile[],
  { existing }: ImportTarget,
): readonly EntryFault[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const all = [...existing.filter(({ path }) => !byPath.has(path)), ...files];
  const texts = new Map(all.map(({ path, text }) => [path, text]));
  const parsed = all
    .map(({ path, inContent, text }) => parseFile({ path, inContent, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const content = assembleContent(
    { files: parsed, refused: [], images: [] },
    (path) => texts.get(path) ?? "",
  ).content;
  const { problems } = checkContent(content, () => null);
  return problems.flatMap((problem) => {
    const file = byPath.get(problem.place.path);
    // A table brings no images, and those of the sheet are not read here: `check` looks at them.
    if (problem.code === "unusable-image") return [];
    return file && problem.severity === "error" ? [faultFrom(problem, file)] : [];
  });
}

function faultFrom({ code, message, place }: Problem, { placed, text }: PlannedFile): EntryFault {
  const missing = code === "missing-key" ? /^"([\w.]+)" is missing/.exec(message)?.[1] : undefined;
  const key = missing ?? (code === "empty-body" ? "body" : keyOnLine(text, place.line));
  return { placed, place: placed.at(key), code, message };
}

/** The file of an entry: where the sheet has it already, there. */
function fileFor(placed: PlacedEntry, { folder }: ImportTarget, there: Existing): PlannedFile {
  const { inContent, text } = fileOf(placed.entry);
  const { collection, id } = placed.entry;
  const existing = there.get(`${collection}/${id}`);
  const path = existing?.inContent ?? inContent;
  return {
    inContent: path,
    path: folder === "." ? path : `${folder}/${path}`,
    text,
    placed,
    replaces: existing !== undefined,
  };
}

/** The sheet's files by collection and id. */
type Existing = ReadonlyMap<string, TextFile>;

function existingIn({ existing }: ImportTarget): Existing {
  return new Map(
    existing.flatMap((file) => {
      const collection = homeOfFile(file.inContent);
      return collection === null ? [] : [[`${collection}/${idOf(file.inContent)}`, file] as const];
    }),
  );
}
