/** Reads what is to be imported: rows of a table or entries of JSON, each knowing where it stands. */
import { z } from "zod";
import type { Collection } from "../content/file-names.ts";
import { type Cells, keyAt, keysFrom } from "./cells.ts";
import { readCsv, TableError } from "./csv.ts";
import { asValue, ENTRY_PARTS, type Entry, keysOfCollection } from "./entries.ts";
import { SHEET_FORMAT } from "./export.ts";
import { type ImportFault, type Place, placedIn } from "./faults.ts";
import { type Mapping, mapRow, unknownKeys } from "./mapping.ts";

/** An entry and where each of its keys was read. */
export interface PlacedEntry {
  readonly entry: Entry;
  /** The place of a key: the column's own name where a mapping gave the key another. */
  readonly at: (key: string) => Place;
}

/** What a file yields. */
export interface ImportRead {
  readonly entries: readonly PlacedEntry[];
  readonly faults: readonly ImportFault[];
  /** How many rows are left out for a cell that could not be taken over. */
  readonly skipped: number;
  /** Whether the file as a whole could be read, and each of its columns has a meaning. */
  readonly isUnderstood: boolean;
}

/** A file that cannot be read as a whole. */
function notUnderstood(faults: readonly ImportFault[]): ImportRead {
  return { entries: [], faults, skipped: 0, isUnderstood: false };
}

/**
 * Reads a table.
 * @param collection of its rows, where no mapping says so
 */
export function readTable(
  file: string,
  text: string,
  collection: Collection,
  mapping: Mapping | null,
): ImportRead {
  let table: ReturnType<typeof readCsv>;
  try {
    table = readCsv(text);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const place = placedIn(file, error.line, "");
    return notUnderstood([{ place, code: "invalid-csv", message: error.message }]);
  }
  return readRows(
    table.columns,
    table.rows.map(({ line, cells }) => ({ where: `${file}:${line}`, cells })),
    { file, collection, mapping },
  );
}

interface PlacedRow {
  readonly where: string;
  readonly cells: Cells;
}

function readRows(
  columns: readonly string[],
  rows: readonly PlacedRow[],
  { file, collection, mapping }: ReadOptions,
): ImportRead {
  const home = mapping?.collection ?? collection;
  const keys = keysOfCollection(home);
  const isKnown = mapping
    ? (name: string) => Object.hasOwn(mapping.columns, name) || mapping.ignore.includes(name)
    : (name: string) => ENTRY_PARTS.some((part) => part === name) || keyAt(name, keys) !== null;
  const head = (column: string, message: string): ImportFault => ({
    place: placedIn(file, 1, column),
    code: "unknown-column",
    message,
  });
  const unknown: ImportFault[] = [
    ...columns
      .filter((name) => !isKnown(name))
      .map((name) =>
        head(
          name,
          mapping ? "the mapping does not name this column" : `${home} have no key of this name`,
        ),
      ),
    ...(mapping ? unknownKeys(mapping, keys) : []).map((name) =>
      head(name, `the mapping names a key that ${home} do not have`),
    ),
    ...Object.keys(mapping?.columns ?? {})
      .filter((name) => !columns.includes(name))
      .map((name) => head(name, "the mapping names a column that the table does not have")),
  ];
  if (unknown.length > 0) return notUnderstood(unknown);
  const faults: ImportFault[] = [];
  const columnOf = (key: string): string =>
    Object.entries(mapping?.columns ?? {}).find(([, { key: mapped }]) => mapped === key)?.[0] ??
    key;
  const entries = rows.flatMap(({ where, cells }): PlacedEntry[] => {
    const mapped = mapping ? mapRow(cells, mapping, keys) : { cells, faults: [] };
    faults.push(
      ...mapped.faults.map(({ column, code, message }) => ({
        place: { where, column },
        code,
        message,
      })),
    );
    if (mapped.faults.length > 0) return [];
    const part = (name: string): string => mapped.cells.get(name) ?? "";
    const placed: PlacedEntry = {
      entry: {
        collection: home,
        id: home === "site" ? "site" : part("id"),
        folder: part("folder"),
        keys: keysFrom(mapped.cells, keys),
        body: part("body"),
      },
      at: (key) => ({ where, column: columnOf(key) }),
    };
    return [placed];
  });
  return { entries, faults, skipped: rows.length - entries.length, isUnderstood: true };
}

interface ReadOptions {
  readonly file: string;
  readonly collection: Collection;
  readonly mapping: Mapping | null;
}

const record = z.record(z.string(), z.unknown());
const sheetSchema = z.strictObject({
  format: z.literal(SHEET_FORMAT),
  site: record.optional(),
  actors: z.array(record).default([]),
  issues: z.array(record).default([]),
  sources: z.array(record).default([]),
  facts: z.array(record).default([]),
  pages: z.array(record).default([]),
});

/** Reads JSON: an exported sheet, or a list of entries or rows. */
export function readJson(
  file: string,
  text: string,
  collection: Collection,
  mapping: Mapping | null,
): ImportRead {
  const fault = (message: string): ImportRead =>
    notUnderstood([{ place: placedIn(file, 1, ""), code: "invalid-json", message }]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault("is not JSON");
  }
  const list = z.array(record).safeParse(value);
  if (list.success) return readList(list.data, { file, collection, mapping });
  const sheet = sheetSchema.safeParse(value);
  if (!sheet.success)
    return fault(`is neither a list of objects nor a sheet of the format "${SHEET_FORMAT}"`);
  if (mapping) return fault("is a whole sheet, to which no mapping applies");
  const { format: _format, site, ...lists } = sheet.data;
  const collections: readonly (readonly [Collection, readonly Rows[]])[] = [
    ["site", site ? [site] : []],
    ["actors", lists.actors],
    ["issues", lists.issues],
    ["sources", lists.sources],
    ["facts", lists.facts],
    ["pages", lists.pages],
  ];
  const entries = collections.flatMap(([name, items]) =>
    items.map((item, place) => entryFrom(item, name, `${file}:${name}[${place + 1}]`)),
  );
  return { entries, faults: [], skipped: 0, isUnderstood: true };
}

type Rows = Readonly<Record<string, unknown>>;

function readList(items: readonly Rows[], options: ReadOptions): ImportRead {
  const { file, collection, mapping } = options;
  const where = (place: number): string => `${file}:[${place + 1}]`;
  if (!mapping)
    return {
      entries: items.map((item, place) => entryFrom(item, collection, where(place))),
      faults: [],
      skipped: 0,
      isUnderstood: true,
    };
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const rows = items.map((item, place) => ({
    where: where(place),
    cells: new Map(
      Object.entries(item).map(([key, value]) => [
        key,
        Array.isArray(value)
          ? value.map(String).join(mapping.columns[key]?.separator ?? ";")
          : value === null
            ? ""
            : String(value),
      ]),
    ),
  }));
  return readRows(columns, rows, options);
}

function entryFrom(item: Rows, collection: Collection, where: string): PlacedEntry {
  const { id, folder, body, ...keys } = item;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    entry: {
      collection,
      id: collection === "site" ? "site" : text(id),
      folder: text(folder),
      keys: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, asValue(value)])),
      body: text(body),
    },
    at: (column) => ({ where, column }),
  };
}
