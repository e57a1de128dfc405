/** A sheet as one JSON file or as CSV tables. */
import { COLLECTIONS, type Collection } from "../content/file-names.ts";
import type { FrontMatterKeys } from "../content/write-front-matter.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { writeCsv } from "./csv.ts";
import { type Entry, keysOfCollection } from "./entries.ts";

/** The format of exported JSON; its number changes when a part changes its meaning. */
export const SHEET_FORMAT = "standpoint-sheet/1";

/** All entries as JSON: the site, and a list for each collection, in order of id. */
export function exportJson(entries: readonly Entry[]): string {
  const inCollection = (name: Collection) =>
    entries.filter(({ collection }) => collection === name).map(partsOf);
  const [site] = inCollection("site");
  const lists = COLLECTIONS.filter((name) => name !== "site").map((name) => [
    name,
    inCollection(name),
  ]);
  const sheet = { format: SHEET_FORMAT, ...(site ? { site } : {}), ...Object.fromEntries(lists) };
  return `${JSON.stringify(sheet, null, 1)}\n`;
}

function partsOf({ collection, id, folder, keys, body }: Entry): FrontMatterKeys {
  return {
    ...(collection === "site" ? {} : { id }),
    ...(folder === "" ? {} : { folder }),
    ...keys,
    ...(body === "" ? {} : { body }),
  };
}

/** The entries of one collection as a CSV table: a row for each, a column for each key that any of them has. */
export function exportCsv(entries: readonly Entry[], name: Collection): string {
  const rows = entries
    .filter(({ collection }) => collection === name)
    .map((entry): Cells => {
      const { id, folder, body } = entry;
      return new Map([["id", id], ["folder", folder], ...cellsOf(entry.keys), ["body", body]]);
    });
  return writeCsv(columnsOf(rows, name), rows);
}

/** In the order of a well-kept file; entries of a list one after the other. */
function columnsOf(rows: readonly Cells[], name: Collection): readonly string[] {
  const used = [...new Set(rows.flatMap((row) => [...row.keys()].filter((key) => row.get(key))))];
  const order = ["id", "folder", ...keysOfCollection(name).map((key) => key.name), "body"];
  const rank = (column: string): readonly number[] => {
    const [key = "", ...rest] = column.split(".");
    const group = keysOfCollection(name).find((each) => each.name === key)?.keys ?? [];
    const place = Number(rest[0]) || 0;
    return [order.indexOf(key), place, group.findIndex((each) => each.name === rest.at(-1))];
  };
  return used.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const differing = one.findIndex((value, place) => value !== other[place]);
    return differing < 0 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0);
  });
}
