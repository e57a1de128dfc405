/** What a record says, in a form that is the same however it was written. */
import { compareText } from "../content/dates.ts";

/** Keys in order of name, dates as they are written, nothing that is empty. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  if ("precision" in value && "text" in value) return value.text;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, canonical(each)] as const)
    .filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

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
    JSON.stringify(canonical(record?.get(key) ?? null));
  return [...keys].filter((key) => !except.includes(key) && said(before, key) !== said(after, key));
}
