/**
 * Fingerprints of what pages are made from: two parts with one fingerprint give the same bytes.
 * A record counts as what its file says without its body, of which pages take note apart; everything
 * derived counts as its structure, with the records in it.
 */
import { hash } from "node:crypto";
import { once } from "../model/lazy.ts";
import { hasNotedBody } from "./bodies.ts";
import { type Digester, digesterOf } from "./digester.ts";
import { BODIES, type PageSource, PROPERTY, WHOLE_SHEET } from "./reads.ts";
import { ENTRIES, KEYS } from "./watched-map.ts";

/** 132 bits in 22 characters: that two different files meet in one is not to be feared. */
const LENGTH = 22;

/** The hash of a text or of bytes. */
export function hashOf(text: string | Uint8Array): string {
  return hash("sha256", text, "base64url").slice(0, LENGTH);
}

/** What fingerprints begin with: those of one seed can be compared. */
export type Seed = readonly [number, number];

/** Gives fingerprints: whole numbers of 53 bits. */
export interface Fingerprints {
  /** Of a part: where it stands in the `PageSource`, and for a map its entry. */
  readonly of: (place: string, entry: string) => number;
  /** Of any structure of plain values, maps and records. */
  readonly ofValue: (value: unknown) => number;
}

/** Fingerprints of one build's parts. */
export function fingerprintsOf(source: PageSource, seed: Seed): Fingerprints {
  const digester = digesterOf(seed);
  const known = new Map<object, number>();
  const stances = once(() => ofValue(stancesOf(source.sheet)));

  const ofValue = (value: unknown): number => {
    const state = digester.begin();
    collect(value);
    return digester.end(state);
  };
  const ofObject = (value: object): number => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const state = digester.begin();
    collectEntries(value, digester);
    const made = digester.end(state);
    if (isShared(value)) known.set(value, made);
    return made;
  };
  const collectEntries = (value: object, { addText }: Digester): void => {
    const isNotedApart = hasNotedBody(value);
    for (const name of Object.keys(value)) {
      if (isNotedApart && name === "body") continue;
      addText(name);
      collect(Reflect.get(value, name));
    }
  };
  /** Every value begins with a mark of its kind and texts and lists with their length, so that no two structures read alike. */
  const collect = (value: unknown): void => {
    if (typeof value === "string") digester.addText(value);
    else if (typeof value !== "object" || value === null) {
      digester.add(MARKS.plain);
      digester.addText(String(value));
    } else if (Array.isArray(value)) {
      digester.add(MARKS.list);
      digester.add(value.length);
      for (const item of value) collect(item);
    } else if (isMap(value)) {
      digester.add(MARKS.map);
      digester.add(value.size);
      for (const [key, entry] of value.entries()) {
        digester.addText(key);
        collect(entry);
      }
    } else {
      digester.add(MARKS.object);
      digester.addNumber(ofObject(value));
    }
  };
  const of = (place: string, entry: string): number => {
    if (place === BODIES) return ofValue(source.bodies.get(entry) ?? null);
    if (place === WHOLE_SHEET) {
      const { site, asOf, named, pages, withdrawn, formerIds } = source.sheet;
      const bodies = [...source.bodies.values()];
      return ofValue([site, asOf, pages, withdrawn, formerIds, ...Object.values(named), bodies]);
    }
    const [mapPlace = place, property] = place.split(PROPERTY);
    const part = partAt(source, mapPlace);
    if (!isMap(part)) return ofValue(part);
    if (property !== undefined) {
      const owner = part.get(entry);
      if (typeof owner !== "object" || owner === null) return NOTHING;
      // Agreements hold each pair of actors and each issue: they follow from who takes which stance.
      return property === "agreements" ? stances() : ofValue(Reflect.get(owner, property));
    }
    if (entry === KEYS) return ofValue([...part.keys()]);
    if (entry === ENTRIES) return ofValue(part);
    return part.has(entry) ? ofValue(part.get(entry)) : NOTHING;
  };
  return { of, ofValue };
}

/** Records and what is derived of requests and positions stand in many parts, and are gone through once. */
function isShared(value: object): boolean {
  return "id" in value || "request" in value || "inForce" in value || "standing" in value;
}

/** Of what is not there. No other part has it: all others are odd. */
const NOTHING = 0;

const MARKS = { plain: 1, list: 2, map: 3, object: 4 } as const;

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
