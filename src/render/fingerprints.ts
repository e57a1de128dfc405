/**
 * Fingerprints of what pages are made from: two parts with one fingerprint give the same bytes.
 * A record counts as the JSON of what its file says, hashed once; everything derived as its
 * structure, with the records in it.
 */
import { hash } from "node:crypto";
import { once } from "../model/lazy.ts";
import { ENTRIES, KEYS, type PageSource, PROPERTY, type ReadKey, WHOLE_SHEET } from "./reads.ts";

/** 132 bits in 22 characters: that two different parts meet in one is not to be feared. */
const LENGTH = 22;

/** The fingerprint of a text. */
export function hashOf(text: string | Uint8Array): string {
  return hash("sha256", text, "base64url").slice(0, LENGTH);
}

/** Gives fingerprints, each made once. */
export interface Fingerprints {
  readonly of: (key: ReadKey) => string;
  /** Of any structure of plain values, maps and records. */
  readonly ofValue: (value: unknown) => string;
}

/** Fingerprints of one build's parts. */
export function fingerprintsOf(source: PageSource): Fingerprints {
  const made = new Map<string, string>();
  const stances = once(() => ofValue(stancesOf(source.sheet)));
  const of = (key: ReadKey): string => {
    const name = `${key.place} ${key.entry}`;
    const fingerprint = made.get(name) ?? make(key);
    made.set(name, fingerprint);
    return fingerprint;
  };
  const make = ({ place, entry }: ReadKey): string => {
    if (place === WHOLE_SHEET) {
      const { site, asOf, named, pages, withdrawn, formerIds } = source.sheet;
      return ofValue([site, asOf, pages, withdrawn, formerIds, ...Object.values(named)]);
    }
    const [mapPlace = place, property] = place.split(PROPERTY);
    const part = partAt(source, mapPlace);
    if (!isMap(part)) return ofValue(part);
    if (property !== undefined) return ofProperty(part.get(entry), property, stances);
    if (entry === KEYS) return ofValue([...part.keys()]);
    if (entry === ENTRIES)
      return hashOf([...part.keys()].map((id) => `${id} ${of({ place, entry: id })}`).join("\n"));
    return part.has(entry) ? ofValue(part.get(entry)) : "";
  };
  return { of, ofValue };
}

/** Agreements hold each pair of actors and each issue: they follow from who takes which stance. */
function ofProperty(entry: unknown, property: string, stances: () => string): string {
  if (typeof entry !== "object" || entry === null) return "";
  return property === "agreements" ? stances() : ofValue(Reflect.get(entry, property));
}

function stancesOf({ matrix }: PageSource["sheet"]): readonly unknown[] {
  return [
    matrix.actors,
    matrix.rows.map(({ issue, cells }) => [
      issue,
      cells.map(({ standing }) =>
        standing.state === "none"
          ? ""
          : [standing.state, standing.inForce.map(({ stance }) => stance)],
      ),
    ]),
  ];
}

function ofValue(value: unknown): string {
  const parts: string[] = [];
  collect(value, parts);
  return hashOf(parts.join(""));
}

/** Every value begins with a mark of its kind and no text holds the marks unescaped, so that no two structures read alike. */
function collect(value: unknown, parts: string[]): void {
  if (typeof value === "string") parts.push('"', String(value.length), ":", value);
  else if (typeof value !== "object" || value === null) parts.push("=", String(value));
  else if (isRecord(value)) parts.push("#", recordHash(value));
  else if (Array.isArray(value)) collectAll(value, parts);
  else if (isMap(value)) collectAll([...value.entries()], parts);
  else collectAll(Object.entries(value).flat(), parts);
}

function collectAll(values: readonly unknown[], parts: string[]): void {
  parts.push("[", String(values.length), ":");
  for (const value of values) collect(value, parts);
}

const recordHashes = new WeakMap<object, string>();

function recordHash(record: object): string {
  const hash = recordHashes.get(record) ?? hashOf(JSON.stringify(record));
  recordHashes.set(record, hash);
  return hash;
}

/** Whether a value is what one content file says. */
function isRecord(value: object): boolean {
  return "path" in value && "body" in value && "id" in value;
}

function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    "get" in value &&
    "entries" in value &&
    typeof value.entries === "function"
  );
}

function partAt(source: PageSource, place: string): unknown {
  return place
    .split(".")
    .reduce<unknown>(
      (part, name) =>
        typeof part === "object" && part !== null ? Reflect.get(part, name) : undefined,
      source,
    );
}
