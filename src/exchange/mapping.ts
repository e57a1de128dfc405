/** How the columns of somebody's table become keys: the mapping file. */
import { parseDocument } from "yaml";
import { z } from "zod";
import { parseWrittenDate } from "../content/dates.ts";
import { COLLECTIONS } from "../content/file-names.ts";
import type { Key } from "../content/schema/keys.ts";
import { slug } from "../scaffold/suggest-id.ts";
import { type Cells, isListKey, joinList, keyAt } from "./cells.ts";
import { ENTRY_PARTS } from "./entries.ts";

const column = z.strictObject({
  /** The key, such as `by` or `quote.text`, or `id`, `folder` or `body`. */
  key: z.string(),
  /** Words of the table and what they mean here. */
  values: z.record(z.string(), z.string()).default({}),
  /** `id`: a name becomes an id, "North Shore" `north-shore`. */
  form: z.enum(["text", "id"]).default("text"),
  /** How dates are written, such as `D.M.YYYY`; several are tried in order. */
  date: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  /** What stands between the items of a list. */
  separator: z.string().min(1).default(";"),
});

const mappingSchema = z.strictObject({
  collection: z.enum(COLLECTIONS).default("facts"),
  /** Such as `{by}-{date}`; used where no column gives the id. */
  id: z.string().default(""),
  columns: z.record(
    z.string(),
    z.union([z.string().transform((key) => column.parse({ key })), column]),
  ),
  /** Values of every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Columns that are passed over. */
  ignore: z.array(z.string()).default([]),
});

/** A mapping, complete. */
export type Mapping = z.output<typeof mappingSchema>;
type MappedColumn = Mapping["columns"][string];

/** Reads a mapping file, YAML or JSON; or says what is wrong with it. */
export function parseMapping(text: string): Mapping | { readonly fault: string } {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) return { fault: error.message };
  const result = mappingSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.join(".") ?? "";
  return { fault: `${at === "" ? "" : `${at}: `}${issue?.message ?? "is no mapping"}` };
}

/** Keys that the mapping names and files of its collection do not have. */
export function unknownKeys(mapping: Mapping, keys: readonly Key[]): readonly string[] {
  const named = [
    ...Object.values(mapping.columns).map(({ key }) => key),
    ...Object.keys(mapping.constants),
  ];
  return named.filter((name) => !isPart(name) && keyAt(name, keys) === null);
}

function isPart(name: string): boolean {
  return ENTRY_PARTS.some((part) => part === name);
}

/** A cell that could not be taken over. */
export interface MappingFault {
  readonly column: string;
  readonly code: "unknown-word" | "unreadable-date";
  readonly message: string;
}

/** A row's cells by key, and what could not be taken over. */
export interface MappedRow {
  readonly cells: Cells;
  readonly faults: readonly MappingFault[];
}

/** Takes a row of somebody's table over. */
export function mapRow(row: Cells, mapping: Mapping, keys: readonly Key[]): MappedRow {
  const cells = new Map(Object.entries(mapping.constants));
  const faults: MappingFault[] = [];
  for (const [name, mapped] of Object.entries(mapping.columns)) {
    const text = (row.get(name) ?? "").trim();
    if (text === "") continue;
    const key = keyAt(mapped.key, keys);
    const items = key && isListKey(key) ? text.split(mapped.separator) : [text];
    const values = items
      .map((item) => item.trim())
      .filter(Boolean)
      .map((item) => takenOver(item, name, mapped, faults));
    cells.set(mapped.key, key && isListKey(key) ? joinList(values) : values.join(""));
  }
  if (!cells.get("id") && mapping.id !== "") cells.set("id", idFrom(mapping.id, cells));
  return { cells, faults };
}

function takenOver(
  item: string,
  name: string,
  { values, form, date }: MappedColumn,
  faults: MappingFault[],
): string {
  const word = Object.hasOwn(values, item) ? values[item] : undefined;
  if (word !== undefined) return word;
  if (Object.keys(values).length > 0 && form !== "id") {
    const message = `"${item}" is not among the values of the mapping`;
    faults.push({ column: name, code: "unknown-word", message });
  }
  if (date.length > 0) return dateFrom(item, name, date, faults);
  return form === "id" ? idText(item) : item;
}

function dateFrom(
  item: string,
  name: string,
  formats: readonly string[],
  faults: MappingFault[],
): string {
  for (const format of formats) {
    const written = readDate(item, format);
    if (written !== null && parseWrittenDate(written) !== null) return written;
  }
  const message = `"${item}" is no date of the form ${formats.join(" or ")}`;
  faults.push({ column: name, code: "unreadable-date", message });
  return "";
}

/** A date by a pattern of `YYYY`, `MM` or `M` and `DD` or `D`; `null` if it does not fit. */
function readDate(text: string, format: string): string | null {
  const parts: string[] = [];
  const pattern = format.replace(/YYYY|MM?|DD?|[^A-Z]+|[A-Z]/g, (part) => {
    if (!/^[YMD]/.test(part)) return part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    parts.push(part.charAt(0));
    return part === "YYYY" ? "(\\d{4})" : part.length === 2 ? "(\\d{2})" : "(\\d{1,2})";
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) return null;
  const part = (letter: string): string => {
    const place = parts.indexOf(letter);
    return place < 0 ? "" : (found[place + 1] ?? "").padStart(2, "0");
  };
  return [part("Y"), part("M"), part("D")].filter(Boolean).join("-");
}

/** The whole text as an id; `slug` takes the first words of a sentence only. */
function idText(text: string): string {
  return text.split(/\s+/).map(slug).filter(Boolean).join("-");
}

function idFrom(pattern: string, cells: Cells): string {
  const filled = pattern.replace(/\{([^}]+)\}/g, (_all, key: string) => slug(cells.get(key) ?? ""));
  return filled.replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
}
