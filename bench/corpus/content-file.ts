/** A content file as an editor would write it: keys in YAML, then Markdown. */

/** What a key may hold. */
export type KeyValue =
  | string
  | number
  | readonly string[]
  | readonly Readonly<Record<string, string>>[]
  | Readonly<Record<string, string>>;

/** One file of a sheet. */
export interface ContentFile {
  /** Below the content folder. */
  readonly path: string;
  readonly keys: Readonly<Record<string, KeyValue>>;
  /** Markdown; may be empty. */
  readonly body: string;
}

/** The file's text. */
export function textOf({ keys, body }: ContentFile): string {
  const lines = Object.entries(keys).flatMap(([key, value]) => linesOf(key, value));
  return `---\n${lines.join("\n")}\n---\n${body}${body === "" ? "" : "\n"}`;
}

function linesOf(key: string, value: KeyValue): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return [`${key}: ${scalar(value)}`];
  if (Array.isArray(value)) {
    const items: readonly (string | Readonly<Record<string, string>>)[] = value;
    if (items.every((item) => typeof item === "string"))
      return [`${key}: [${items.map(scalar).join(", ")}]`];
    return [
      `${key}:`,
      ...items.flatMap((item) =>
        Object.entries(item).map(
          ([name, text], place) => `  ${place === 0 ? "- " : "  "}${name}: ${scalar(text)}`,
        ),
      ),
    ];
  }
  return [`${key}:`, ...Object.entries(value).map(([name, text]) => `  ${name}: ${scalar(text)}`)];
}

/** Plain where YAML reads it as text, else between double quotation marks. */
function scalar(value: string | number): string {
  const text = String(value);
  return /^[\p{L}\p{N}][^#]*$/u.test(text) && !/: |:$|[\n"]/.test(text)
    ? text
    : JSON.stringify(text);
}
