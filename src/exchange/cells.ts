/** Entries as rows of cells, and back: nested keys by dots, lists in one cell. */
import type { Key } from "../content/schema/keys.ts";
import type { FrontMatterKeys, FrontMatterValue } from "../content/write-front-matter.ts";

/** The text of each cell by its column; what says nothing has none. */
export type Cells = ReadonlyMap<string, string>;

/** A cell that fits no key. */
export interface CellFault {
  readonly column: string;
  readonly message: string;
}

/** The items of a list in one cell: `one | two`. A stroke or a backslash in an item has a backslash before it. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, "\\$&")).join(" | ");
}

/** The items of a cell that holds a list. */
export function splitList(cell: string): string[] {
  const items = cell.match(/(?:\\.|[^\\|])+/gs) ?? [];
  return items
    .map((item, place) => {
      const from = place === 0 ? item : item.replace(/^ /, "");
      return place === items.length - 1 ? from : from.replace(/ $/, "");
    })
    .map((item) => item.replace(/\\(.)/gs, "$1"));
}

/** The cells of an entry's keys: `quote.text`, `corrections.1.note`. */
export function cellsOf(keys: FrontMatterKeys): Cells {
  return new Map(
    Object.entries(keys).flatMap(([key, value]) =>
      value === undefined ? [] : flatten(key, value),
    ),
  );
}

function flatten(path: string, value: FrontMatterValue): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (isList(value)) {
    const texts = value.filter((item) => typeof item === "string");
    if (texts.length === value.length) return [[path, joinList(texts)]];
    return value.flatMap((item, place) => flatten(`${path}.${place + 1}`, item));
  }
  return Object.entries(value).flatMap(([key, each]) => flatten(`${path}.${key}`, each));
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}

/** The key that a column's name stands for, or `null`. */
export function keyAt(column: string, keys: readonly Key[]): Key | null {
  const [name = "", ...rest] = column.split(".");
  const key = keys.find((each) => each.name === name);
  if (!key) return null;
  if (key.form === "list of keys")
    return /^[1-9]\d?$/.test(rest[0] ?? "") ? keyAt(rest.slice(1).join("."), key.keys) : null;
  if (key.form === "keys") return keyAt(rest.join("."), key.keys);
  return rest.length === 0 ? key : null;
}

/** Whether a key holds a list of texts or of ids. */
export function isListKey({ form }: Key): boolean {
  return form === "ids" || form === "list of texts";
}

/** The keys that cells stand for. Empty cells are passed over, and entries of lists close up. */
export function keysFrom(cells: Cells, keys: readonly Key[]): FrontMatterKeys {
  const found: Record<string, FrontMatterValue> = {};
  for (const key of keys) {
    const value = valueFrom(key, key.name, cells);
    if (value !== undefined) found[key.name] = value;
  }
  return found;
}

function valueFrom(key: Key, path: string, cells: Cells): FrontMatterValue | undefined {
  if (key.form === "keys") return groupFrom(key.keys, path, cells);
  if (key.form === "list of keys") {
    const places = [...cells.keys()].flatMap((column) =>
      column.startsWith(`${path}.`) ? Number(column.slice(path.length + 1).split(".")[0]) : [],
    );
    const entries = [...new Set(places)]
      .sort((a, b) => a - b)
      .flatMap((place) => groupFrom(key.keys, `${path}.${place}`, cells) ?? []);
    return entries.length === 0 ? undefined : entries;
  }
  const cell = cells.get(path) ?? "";
  if (cell === "") return undefined;
  if (!isListKey(key)) return cell;
  const items = splitList(cell);
  // One id is written without brackets, as an editor would.
  return key.form === "ids" && items.length === 1 ? (items[0] ?? "") : items;
}

function groupFrom(
  keys: readonly Key[],
  path: string,
  cells: Cells,
): Readonly<Record<string, FrontMatterValue>> | undefined {
  const entries = keys.flatMap((key) => {
    const value = valueFrom(key, `${path}.${key.name}`, cells);
    return value === undefined ? [] : [[key.name, value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
