/** The interface's words in one language: plain, with values, and as phrases that hold links. */
import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import type english from "./en.json";
import { type Piece, textPiece } from "./piece.ts";

/** The name of an interface string. */
export type WordKey = keyof typeof english;

/** What may stand in for a placeholder in plain text. */
export type Value = string | number;

/** What may stand in for a placeholder in a phrase. */
export type PhraseValue = Value | Piece | readonly Piece[];

/** Interface strings of one language. */
export interface Words {
  /** BCP 47 tag of the strings. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** A string with its placeholders filled. @throws Error for an unknown key or a missing value. */
  readonly t: (key: WordKey, values?: Readonly<Record<string, Value>>) => string;
  /** A string as pieces of text, names, links and dates, in the order the language has them. */
  readonly phrase: (
    key: WordKey,
    values: Readonly<Record<string, PhraseValue>>,
  ) => readonly Piece[];
}

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const FALLBACK = "en";

/** Loads the strings of a language, or the English ones where there are none yet. */
export function loadWords(language: string): Words {
  const wanted = language.split("-")[0] ?? FALLBACK;
  const found = readStrings(wanted);
  return found ? createWords(wanted, found) : createWords(FALLBACK, readStrings(FALLBACK) ?? {});
}

/** Makes words from strings. */
export function createWords(language: string, strings: Readonly<Record<string, string>>): Words {
  const messages = new Map(
    Object.entries(strings).map(([key, text]) => [key, parseMessage(text, language)]),
  );
  const message = (key: string): Message => {
    const found = messages.get(key);
    if (!found) throw new Error(`No interface string is called "${key}"`);
    return found;
  };
  return {
    language,
    direction: RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr",
    t: (key, values = {}) => message(key).text(key, values),
    phrase: (key, values) => merge(message(key).pieces(key, values)),
  };
}

interface Message {
  readonly text: (key: string, values: Readonly<Record<string, Value>>) => string;
  readonly pieces: (key: string, values: Readonly<Record<string, PhraseValue>>) => readonly Piece[];
}

/** Strings without plurals are filled directly; the others by the ICU formatter, made when first used. */
function parseMessage(text: string, language: string): Message {
  if (!/\{\s*\w+\s*,/.test(text)) return plainMessage(text);
  let format: IntlMessageFormat | null = null;
  const formatter = (): IntlMessageFormat => {
    format ??= new IntlMessageFormat(text, language);
    return format;
  };
  return {
    text: (_key, values) => String(formatter().format(values)),
    pieces: (_key, values) =>
      formatter()
        .formatToParts<readonly Piece[]>(
          mapValues(values, (value) => (isPlain(value) ? value : toPieces(value))),
        )
        .flatMap((part) => (typeof part.value === "string" ? [textPiece(part.value)] : part.value)),
  };
}

function plainMessage(text: string): Message {
  /** Text at even places, names of placeholders at odd ones. */
  const parts = text.split(/\{(\w+)\}/);
  const value = <Some>(key: string, values: Readonly<Record<string, Some>>, name: string): Some => {
    const found = values[name];
    if (found === undefined)
      throw new Error(`The interface string "${key}" needs a value for {${name}}`);
    return found;
  };
  return {
    text: (key, values) =>
      parts.length === 1
        ? text
        : parts.map((part, at) => (at % 2 ? value(key, values, part) : part)).join(""),
    pieces: (key, values) =>
      parts.flatMap((part, at) =>
        at % 2 ? toPieces(value(key, values, part)) : [textPiece(part)],
      ),
  };
}

function toPieces(value: PhraseValue): readonly Piece[] {
  if (isPlain(value)) return [textPiece(String(value))];
  return "text" in value ? [value] : value;
}

function isPlain(value: PhraseValue): value is Value {
  return typeof value === "string" || typeof value === "number";
}

/** Neighbouring plain texts as one, empty ones gone. */
function merge(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.as === "text" && last?.as === "text")
      merged[merged.length - 1] = textPiece(last.text + piece.text);
    else if (piece.text !== "") merged.push(piece);
  }
  return merged;
}

function mapValues<From, To>(
  object: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function readStrings(language: string): Record<string, string> | null {
  if (!/^[a-z]{2,3}$/.test(language)) return null;
  let json: string;
  try {
    json = readFileSync(new URL(`./${language}.json`, import.meta.url), "utf8");
  } catch {
    return null;
  }
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== "object" || parsed === null)
    throw new Error(`${language}.json is no map of strings`);
  return Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, String(text)]));
}
