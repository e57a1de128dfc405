/**
 * What a page reads. While a page is rendered, the sheet is looked at through here, and each part
 * that is read is noted by a key. A page all of whose parts have the fingerprints they had when it
 * was last rendered has the same bytes: builds across runs rest on that.
 *
 * Keys name parts as small as pages read them (a name, one entry), so that an edit touches few pages.
 */
import type { Day } from "../content/dates.ts";
import type { Dossier } from "../model/dossier.ts";
import { LazyMap, readThrough } from "../model/lazy.ts";
import type { SheetDays } from "../model/sheet-days.ts";
import type { RenderContext } from "./context.ts";
import type { SheetNumbers } from "./numbers.ts";
import { WatchedMap } from "./watched-map.ts";

/** Everything that pages of one build are made from and that another build may find changed. */
export interface PageSource {
  readonly sheet: Dossier;
  readonly numbers: SheetNumbers;
  readonly proofs: Pick<RenderContext, "verification" | "quoteAddresses" | "translationProofs">;
  /** By path of file. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly days: { readonly list: readonly Day[]; readonly summaries: ReadonlyMap<Day, object> };
}

/** The place of a part that is not told apart: the whole sheet. */
export const WHOLE_SHEET = "whole";

/** The place of bodies, which are told apart from the records that they belong to; entries are paths of files. */
export const BODIES = "bodies";

/**
 * The parts that were read, by number. A part is a place in the `PageSource`, such as
 * `sheet.named.actors`, and an entry: empty for a part that is no map; for a map an entry's key,
 * `KEYS` or `ENTRIES` of `watched-map.ts`.
 */
export interface ReadKeys {
  readonly places: readonly string[];
  /** Of each key the number of its place. */
  readonly placeOf: Uint16Array;
  readonly entries: readonly string[];
}

/** No keys. */
export const NO_KEYS: ReadKeys = { places: [], placeOf: new Uint16Array(), entries: [] };

/** Notes which parts are read. */
export interface ReadLog {
  /** Forgets what was read before: a page begins. */
  readonly begin: () => void;
  /** Numbers of the keys read since `begin`, each once, in the order of reading. */
  readonly read: () => readonly number[];
  /** Every key noted so far; the earlier ones, the same object, if there are no others. */
  readonly keys: () => ReadKeys;
  /** A function that notes entries of a part. */
  readonly noteIn: (place: string) => (entry: string) => void;
}

/** A log that goes on from the keys of an earlier one. */
export function readLog(earlier: ReadKeys = NO_KEYS): ReadLog {
  const places: Place[] = earlier.places.map((name) => ({ name, numbers: new Map() }));
  const placeOf: number[] = [...earlier.placeOf];
  const entries: string[] = [...earlier.entries];
  for (const [number, entry] of entries.entries())
    places[placeOf[number] ?? 0]?.numbers.set(entry, number);
  /** Of each key, on which page it was last read: a page notes it once. */
  const lastRead: number[] = entries.map(() => 0);
  let page = 1;
  let current: number[] = [];
  const placeNumber = (name: string): number => {
    const found = places.findIndex((place) => place.name === name);
    return found >= 0 ? found : places.push({ name, numbers: new Map() }) - 1;
  };
  return {
    begin: () => {
      page += 1;
      current = [];
    },
    read: () => current,
    keys: () => {
      if (entries.length === earlier.entries.length) return earlier;
      const names = places.map(({ name }) => name);
      return { places: names, placeOf: Uint16Array.from(placeOf), entries };
    },
    noteIn: (name) => {
      const place = placeNumber(name);
      const numbers = places[place]?.numbers ?? new Map<string, number>();
      return (entry) => {
        let number = numbers.get(entry);
        if (number === undefined) {
          number = entries.push(entry) - 1;
          placeOf.push(place);
          lastRead.push(0);
          numbers.set(entry, number);
        }
        if (lastRead[number] === page) return;
        lastRead[number] = page;
        current.push(number);
      };
    },
  };
}

interface Place {
  readonly name: string;
  /** Numbers of keys by entry. */
  readonly numbers: Map<string, number>;
}

/** What pages are made from, for rendering and for fingerprints. */
export function pageSource(
  sheet: Dossier,
  context: RenderContext,
  numbers: SheetNumbers,
  bodies: ReadonlyMap<string, string> = new Map(),
): PageSource {
  const { verification, quoteAddresses, translationProofs, days } = context;
  return {
    sheet,
    numbers,
    bodies,
    proofs: { verification, quoteAddresses, translationProofs },
    days: {
      list: days.days,
      summaries: new LazyMap(new Map(days.days.map((day) => [day, day])), days.summaryOf),
    },
  };
}

/** The sheet as pages see it while their reading is noted. */
export interface WatchedSource {
  readonly dossier: Dossier;
  readonly context: RenderContext;
  readonly numbers: SheetNumbers;
  /** A day's dossier: what it shares with the sheet is noted as the sheet's, the rest as all of it. */
  readonly ofDay: (dossier: Dossier) => Dossier;
}

/** Watches. */
export function watchSource(
  source: PageSource,
  context: RenderContext,
  log: ReadLog,
): WatchedSource {
  const dossier = watched(source.sheet, "sheet", log);
  const noteWhole = log.noteIn(WHOLE_SHEET);
  return {
    dossier,
    context: {
      ...context,
      ...watched(source.proofs, "proofs", log),
      days: watchedDays(context.days, log),
    },
    numbers: watched(source.numbers, "numbers", log),
    ofDay: (day) => dossierOfDay(day, dossier, () => noteWhole("")),
  };
}

function watchedDays(days: SheetDays, log: ReadLog): SheetDays {
  const note = log.noteIn("days.list");
  const noteSummary = log.noteIn("days.summaries");
  const noteWhole = log.noteIn(WHOLE_SHEET);
  return {
    get days() {
      note("");
      return days.days;
    },
    summaryOf: (day) => {
      noteSummary(day);
      return days.summaryOf(day);
    },
    dayOf: (day) => {
      noteWhole("");
      return days.dayOf(day);
    },
    enteredOn: (day) => {
      noteWhole("");
      return days.enteredOn(day);
    },
  };
}

/** Site, pages, actors, issues and sources are the same on every day of a sheet. */
function dossierOfDay(day: Dossier, sheet: Dossier, noteWhole: () => void): Dossier {
  const named = readThrough(day.named, (name, original) => {
    if (name !== "facts") return Reflect.get(sheet.named, name);
    noteWhole();
    return original();
  });
  return readThrough(day, (name, original) => {
    if (name === "named") return named;
    if (name === "site" || name === "pages") return Reflect.get(sheet, name);
    if (name !== "asOf") noteWhole();
    return original();
  });
}

/** Each part of an object is noted when it is read; of maps, and of objects named here, their parts. */
function watched<Value extends object>(value: Value, place: string, log: ReadLog): Value {
  const note = new Map<string, (entry: string) => void>();
  const parts = new Map<string, unknown>();
  return readThrough(value, (name, original) => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const inner = `${place}.${name}`;
    const part = original();
    if (part instanceof Map || part instanceof LazyMap) {
      const map = new WatchedMap<unknown>(part, log.noteIn(inner), watchEntries(inner, log));
      parts.set(name, map);
      return map;
    }
    if (inner === "sheet.named" && typeof part === "object" && part !== null) {
      const object = watched(part, inner, log);
      parts.set(name, object);
      return object;
    }
    const noteThis = note.get(name) ?? log.noteIn(inner);
    note.set(name, noteThis);
    noteThis("");
    return part;
  });
}

/** Maps whose entries are so large that pages read them property by property. */
const BY_PROPERTY = ["sheet.actors", "sheet.issues"];

/** Joins the place of a map and a property of its entries in a key. */
export const PROPERTY = "/";

/** Gives entries of large maps as objects that note which properties are read; `null` for other maps. */
function watchEntries(
  place: string,
  log: ReadLog,
): ((key: string, entry: unknown) => unknown) | null {
  if (!BY_PROPERTY.includes(place)) return null;
  const notes = new Map<string, (entry: string) => void>();
  const watchedEntries = new Map<string, unknown>();
  return (key, entry) => {
    if (typeof entry !== "object" || entry === null) return entry;
    const known = watchedEntries.get(key);
    if (known !== undefined) return known;
    const result = readThrough(entry, (name, original) => {
      const note = notes.get(name) ?? log.noteIn(`${place}${PROPERTY}${name}`);
      notes.set(name, note);
      note(key);
      return original();
    });
    watchedEntries.set(key, result);
    return result;
  };
}
