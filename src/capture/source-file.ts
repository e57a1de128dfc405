/** The file of a source: written anew, or changed in as few lines as can be. */
import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { writeFrontMatter, writeKey } from "../content/write-front-matter.ts";
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
  /** The whole file, with `\n` line ends. */
  readonly text: string;
  /** Where its YAML ends in it: where the closing delimiter begins. */
  readonly yamlEnd: number;
  /** Where each key that capture may write is written in it. */
  readonly places: ReadonlyMap<SourceKey, Place>;
  /** Whether its lines end in `\r\n`. */
  readonly hasCarriageReturns: boolean;
}

/** UTF-16 offsets of a key with its value; a comment after it is not part of it. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a source file.
 * @param path for the message if it cannot be read
 * @throws CaptureError `front-matter` when it has none, or none that can be read
 */
export function readSourceFile(markdown: string, path = "the source's file"): SourceFile {
  const text = markdown.replaceAll("\r\n", "\n");
  const [opening = "", yaml] =
    /^(\ufeff?---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text)?.slice(1) ?? [];
  if (yaml === undefined) throw unreadable(path, "has no front matter between --- lines");
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const root = document.contents ?? undefined;
  if (document.errors.length > 0 || (root !== undefined && (!isMap(root) || root.flow === true))) {
    throw unreadable(path, "has front matter that cannot be read: not one `key: value` a line");
  }
  const entries = isMap(root) ? entriesOf(root, yaml, opening.length) : [];
  return {
    fields: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    text,
    yamlEnd: opening.length + yaml.length,
    places: new Map(entries.map(({ key, place }) => [key, place])),
    hasCarriageReturns: markdown.includes("\r\n"),
  };
}

function unreadable(path: string, what: string): CaptureError {
  const hint = "Mend it, or move it away: a new one is then written.";
  return new CaptureError("front-matter", `${path} ${what}`, hint);
}

interface Entry {
  readonly key: SourceKey;
  readonly value: string;
  readonly place: Place;
}

function entriesOf(root: YAMLMap, yaml: string, offset: number): readonly Entry[] {
  return root.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? SOURCE_KEYS.find((each) => each === key.value) : undefined;
    if (name === undefined || !isScalar(key) || !isScalar(value)) return [];
    const [start, keyEnd] = rangeOf(key);
    const [valueStart, valueEnd] = rangeOf(value);
    // Where there is no value, the colon is the end.
    const end = valueStart === valueEnd ? yaml.indexOf(":", keyEnd) + 1 : valueEnd;
    const place = { start: offset + start, end: offset + end };
    return [{ key: name, value: String(value.value ?? "").trim(), place }];
  });
}

function rangeOf({ range }: Scalar): readonly [start: number, end: number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** Writes a new source file. */
export function writeSourceFile(fields: SourceFields): string {
  return writeFrontMatter(Object.fromEntries(SOURCE_KEYS.map((key) => [key, fields[key]])));
}

/**
 * Sets some keys of a source file and leaves everything else as it is, comments too. A key that is new
 * comes after those that it follows in a file written anew.
 */
export function updateSourceFile(file: SourceFile, fields: SourceFields): string {
  const edits = SOURCE_KEYS.flatMap((key) => {
    const value = fields[key];
    return value === undefined ? [] : [edit(file, key, value)];
  });
  // From the end, so that no edit moves the place of the next; at one place the last key goes first.
  const updated = edits
    .reverse()
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, put }) => text.slice(0, start) + put + text.slice(end), file.text);
  return file.hasCarriageReturns ? updated.replaceAll("\n", "\r\n") : updated;
}

function edit(file: SourceFile, key: SourceKey, value: string): Place & { readonly put: string } {
  const written = writeKey(key, value);
  const place = file.places.get(key);
  if (place !== undefined) {
    // A block of several lines ends with its last line end.
    const hasLineEnd = file.text.slice(place.start, place.end).endsWith("\n");
    return { ...place, put: hasLineEnd ? written : written.trimEnd() };
  }
  const start = endOfKeyBefore(file, key);
  return { start, end: start, put: written };
}

/** After the line of the last key that is there and comes before, or else at the end. */
function endOfKeyBefore({ text, places, yamlEnd }: SourceFile, key: SourceKey): number {
  const before = SOURCE_KEYS.slice(0, SOURCE_KEYS.indexOf(key)).findLast((each) =>
    places.has(each),
  );
  const place = before && places.get(before);
  if (!place) return yamlEnd;
  if (text.slice(place.start, place.end).endsWith("\n")) return place.end;
  return text.indexOf("\n", place.end) + 1;
}
