/** What can be said of a new file on the command line or in answer to a question: its keys, those below `quote` too. */
import type { Key } from "../content/schema/keys.ts";
import type { Kind } from "./kinds.ts";

/** One value that can be given. */
export interface Field {
  /** The key's path with dots: `by`, `quote.speaker`. */
  readonly path: string;
  readonly key: Key;
  /** Its option without the hyphens in front: `by`, `quote-speaker`; `quote` for the words themselves. */
  readonly option: string;
  /** Whether a file lacks something without it. */
  readonly required: boolean;
  readonly isList: boolean;
}

/** Values by path. A list's entries and one value alike; absent is not given. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** The fields of a kind, in the order of its file. Lists of groups of keys are written by hand. */
export function fieldsOf({ keys, collection }: Kind): Field[] {
  return keys.flatMap((key): Field[] => {
    if (key.form === "list of keys" || isSettled(key, collection)) return [];
    if (key.form !== "keys") return [field(key, key.name, key.required)];
    return key.keys.map((inner) => field(inner, `${key.name}.${inner.name}`, false));
  });
}

/** A fact's kind is said by the command's own name. */
function isSettled({ name }: Key, collection: string): boolean {
  return collection === "facts" && name === "kind";
}

function field(key: Key, path: string, required: boolean): Field {
  return {
    path,
    key,
    option: path === "quote.text" ? "quote" : kebab(path),
    required,
    isList: key.form === "ids" || key.form === "list of texts",
  };
}

function kebab(path: string): string {
  return path.replaceAll(".", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What is wrong with one value of a field, a phrase; empty if nothing is. */
export function faultIn({ key, isList }: Field, value: string): string {
  if (key.words.length > 0) {
    return key.words.includes(value) ? "" : `is none of ${key.words.join(", ")}`;
  }
  return key.faultOf(isList ? [value] : value);
}
