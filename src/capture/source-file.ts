/** The file of a source: written anew, or changed in as few lines as can be. */
import { parse, stringify } from "yaml";
import { z } from "zod";
import { CaptureError } from "./document.ts";

/** Keys of a source's front matter that capture may write, in the order in which it writes them. */
export const SOURCE_KEYS = [
  "title",
  "publisher",
  "author",
  "published",
  "accessed",
  "url",
  "archived",
  "language",
  "type",
  "fingerprint",
] as const;

/** A key that capture may write. */
export type SourceKey = (typeof SOURCE_KEYS)[number];

/** Values for a source's front matter. */
export type SourceFields = Partial<Readonly<Record<SourceKey, string>>>;

/** A source file that is there already. */
export interface SourceFile {
  readonly fields: SourceFields;
  /** The YAML, without delimiters; ends with a line end. */
  readonly yaml: string;
  /** Everything after the closing delimiter. */
  readonly rest: string;
}

const scalar = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

const fieldsSchema = z.object({
  title: scalar,
  publisher: scalar,
  author: scalar,
  published: scalar,
  accessed: scalar,
  url: scalar,
  archived: scalar,
  language: scalar,
  type: scalar,
  fingerprint: scalar,
});

/**
 * Reads a source file.
 * @throws CaptureError `front-matter` when it has none, or none that can be read
 */
export function readSourceFile(markdown: string): SourceFile {
  const cut = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(markdown);
  const [, yaml, rest = ""] = cut ?? [];
  if (yaml === undefined) {
    throw new CaptureError("front-matter", "the source file has no front matter between --- lines");
  }
  try {
    const value: unknown = parse(yaml) ?? {};
    const parsed = fieldsSchema.parse(value);
    const given = Object.entries(parsed).filter(([, field]) => field !== undefined);
    return { fields: Object.fromEntries(given), yaml, rest };
  } catch (error) {
    const message = "the front matter of the source file cannot be read";
    throw new CaptureError("front-matter", message, { cause: error });
  }
}

/** Writes a new source file. */
export function writeSourceFile(fields: SourceFields): string {
  const lines = SOURCE_KEYS.map((key) => line(key, fields[key]));
  return `---\n${lines.join("")}---\n`;
}

/** Sets some keys of a source file and leaves every other line as it is. */
export function updateSourceFile({ yaml, rest }: SourceFile, fields: SourceFields): string {
  const updated = SOURCE_KEYS.reduce((text, key) => setLine(text, key, fields[key]), yaml);
  return `---\n${updated}---\n${rest}`;
}

/** Replaces a top-level key with its continuation lines, or adds it at the end. */
function setLine(yaml: string, key: SourceKey, value: string | undefined): string {
  if (value === undefined) return yaml;
  const present = new RegExp(`^${key}:.*\\n(?:[ \\t]+.*\\n)*`, "m");
  const added = line(key, value);
  return present.test(yaml) ? yaml.replace(present, () => added) : yaml + added;
}

/** One line, however long: quoted only where YAML asks for it. */
function line(key: SourceKey, value: string | undefined): string {
  if (value === undefined) return "";
  // A date must stay the text that it is, and the writer would quote it.
  if (/^(?:\.\.\/)?\d{4}(?:-\d\d){0,2}$/.test(value)) return `${key}: ${value}\n`;
  return stringify({ [key]: value }, { lineWidth: 0 });
}
