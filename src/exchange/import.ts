/** Imports a file into a sheet: read, hold against the sheet, write; or tell all that does not fit. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Collection } from "../content/file-names.ts";
import { isFolder, nameOf } from "../content/files.ts";
import { isCollection, readTexts } from "./entries.ts";
import type { ImportFault } from "./faults.ts";
import { type Mapping, parseMapping } from "./mapping.ts";
import { type PlannedFile, planImport } from "./plan-import.ts";
import { type ImportRead, readJson, readTable } from "./read-import.ts";

/** What is asked for. Folders are absolute. */
export interface ImportRequest {
  /** A `.csv` or `.json` file, or a folder of exported tables. */
  readonly from: string;
  /** Empty without one. */
  readonly mapping: string;
  readonly workingFolder: string;
  readonly contentFolder: string;
  readonly overwrite: boolean;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
}

/** What came of it. */
export interface ImportOutcome {
  /** The files written, or those that would be. */
  readonly files: readonly PlannedFile[];
  readonly faults: readonly ImportFault[];
  readonly skipped: number;
}

/** Thrown when there is nothing to import; the message says why. */
export class ImportError extends Error {}

/**
 * Imports. Nothing is written unless everything fits, or what does not is to be skipped.
 * @throws ImportError when a file cannot be read
 */
export function importInto(request: ImportRequest): ImportOutcome {
  const { contentFolder, workingFolder, overwrite, skipBad, dryRun } = request;
  const mapping = request.mapping === "" ? null : mappingIn(request.mapping, workingFolder);
  const reads = filesToRead(request.from, workingFolder).map((file) =>
    readFileOf(file, workingFolder, mapping),
  );
  const readFaults = reads.flatMap(({ faults }) => faults);
  // Where the file itself is not understood, no row is.
  if (reads.some(({ isUnderstood }) => !isUnderstood))
    return { files: [], faults: readFaults, skipped: 0 };
  const plan = planImport(
    reads.flatMap(({ entries }) => entries),
    {
      existing: readTexts(contentFolder, workingFolder),
      folder: nameOf(contentFolder, workingFolder),
      overwrite,
    },
  );
  const faults = [...readFaults, ...plan.faults];
  const skipped = plan.skipped + reads.reduce((count, read) => count + read.skipped, 0);
  const files = faults.length === 0 || skipBad ? plan.files : [];
  if (!dryRun) for (const file of files) write(join(contentFolder, file.inContent), file);
  return { files, faults, skipped };
}

function write(path: string, { text, replaces }: PlannedFile): void {
  mkdirSync(dirname(path), { recursive: true });
  // A file that came to be there since the sheet was read is not overwritten either.
  writeFileSync(path, text, { flag: replaces ? "w" : "wx" });
}

function mappingIn(name: string, workingFolder: string): Mapping {
  const mapping = parseMapping(textIn(name, workingFolder));
  if ("fault" in mapping) throw new ImportError(`${name} is no mapping: ${mapping.fault}`);
  return mapping;
}

/** The file itself, or the tables in a folder. */
function filesToRead(from: string, workingFolder: string): readonly string[] {
  if (!isFolder(resolve(workingFolder, from))) return [from];
  const tables = readdirSync(resolve(workingFolder, from))
    .filter((name) => name.endsWith(".csv") && isCollection(name.slice(0, -4)))
    .sort();
  if (tables.length === 0)
    throw new ImportError(`${from} holds no exported table, such as facts.csv`);
  return tables.map((name) => join(from, name));
}

function readFileOf(file: string, workingFolder: string, mapping: Mapping | null): ImportRead {
  const text = textIn(file, workingFolder);
  const name = basename(file).replace(/\.[^.]*$/, "");
  const collection: Collection = isCollection(name) ? name : "facts";
  if (file.endsWith(".json")) return readJson(file, text, collection, mapping);
  if (file.endsWith(".csv")) return readTable(file, text, collection, mapping);
  throw new ImportError(`${file} is neither a .csv nor a .json file`);
}

function textIn(file: string, workingFolder: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      readFileSync(resolve(workingFolder, file)),
    );
  } catch (error) {
    const isThere = !(error instanceof Error && "code" in error && error.code === "ENOENT");
    throw new ImportError(
      isThere ? `${file} cannot be read as UTF-8 text` : `there is no file ${file}`,
    );
  }
}
