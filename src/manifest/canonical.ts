/** What a record says, in a form that is the same however it was written. */
import { compareText } from "../content/dates.ts";

/** As JSON: keys in order of name, dates as they are written, nothing that is empty. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if ("precision" in value && "text" in value) return JSON.stringify(value.text);
  let members = "";
  for (const key of Object.keys(value).sort(compareText)) {
    const text = canonicalText(Reflect.get(value, key));
    if (EMPTY.has(text)) continue;
    members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${text}`;
  }
  return `{${members}}`;
}

/** What says nothing, as JSON. */
const EMPTY: ReadonlySet<string> = new Set(["null", '""', "false", "[]"]);

/** Whether a value says nothing: none, no text, no, an empty list. */
export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The names of keys in which two records of one kind differ, in order. */
export function differingKeys(one: object, other: object, except: readonly string[]): string[] {
  const [before, after] = [one, other].map((record) => new Map(Object.entries(record)));
  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const said = (record: ReadonlyMap<string, unknown> | undefined, key: string): string =>
    canonicalText(record?.get(key) ?? null);
  return [...keys].filter((key) => !except.includes(key) && said(before, key) !== said(after, key));
}
