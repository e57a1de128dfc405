/** The interface's words in one language: plain, with values, and as phrases that hold links. */
import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { type InterfaceLanguage, interfaceLanguage } from "../../content/interface-languages.ts";
import { type Direction, directionOf } from "./direction.ts";
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
  /** The language of the strings. */
  readonly language: InterfaceLanguage;
  readonly direction: Direction;
  /** A string with its placeholders filled. @throws Error for an unknown key or a missing value. */
  readonly t: (key: WordKey, values?: Readonly<Record<string, Value>>) => string;
  /** A string as pieces of text, names, links and dates, in the order the language has them. */
  readonly phrase: (
    key: WordKey,
    values: Readonly<Record<string, PhraseValue>>,
  ) => readonly Piece[];
}

const FALLBACK = "en";

/**
 * Loads the strings of a sheet's language, and no others. A language without strings gets the
 * English ones; the check says so.
 */
export function loadWords(language: string): Words {
  const found = interfaceLanguage(language) ?? FALLBACK;
  return createWords(found, readStrings(found));
}

/** Makes words from strings. One that is missing comes from English; to ask for one that English lacks throws. */
export function createWords(
  language: InterfaceLanguage,
  strings: Readonly<Record<string, string>>,
): Words {
  const messages = new Map(
    Object.entries(strings).map(([key, text]) => [key, parseMessage(text, language)]),
  );
  let english: Words | null = null;
  const otherwise = (): Words => {
    english ??= loadWords(FALLBACK);
    return english;
  };
  const unknown = (key: string): Error => new Error(`No interface string is called "${key}"`);
  return {
    language,
    direction: directionOf(language),
    t: (key, values = {}) => {
      const message = messages.get(key);
      if (message) return message.text(key, values);
      if (language === FALLBACK) throw unknown(key);
      return otherwise().t(key, values);
    },
    phrase: (key, values) => {
      const message = messages.get(key);
      if (message) return message.pieces(key, values);
      if (language === FALLBACK) throw unknown(key);
      return otherwise().phrase(key, values);
    },
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
    // Digits as in dates and addresses: which ones Arabic gets depends on the runtime's release.
    format ??= new IntlMessageFormat(text, `${language}-u-nu-latn`);
    return format;
  };
  const texts = new Map<string, string>();
  const forms = new Map<string, Form>();
  return {
    text: (_key, values) =>
      remembered(texts, keyOf(values), () => String(formatter().format(values))),
    pieces: (_key, values) => {
      const plain = mapValues(values, (value) => (isPlain(value) ? value : HOLDS_PIECES));
      const form = remembered(forms, keyOf(plain), () => formOf(formatter(), values));
      const pieces: Piece[] = [];
      for (const part of form) {
        if (typeof part === "string") addText(pieces, part);
        else addValue(pieces, values[part.name] ?? "");
      }
      return pieces;
    },
  };
}

/** A message for some plain values: text, and places for pieces. */
type Form = readonly (string | { readonly name: string })[];

function formOf(formatter: IntlMessageFormat, values: Readonly<Record<string, PhraseValue>>): Form {
  const places = Object.entries(values).map(([name, value]): [string, Value | { name: string }] => [
    name,
    isPlain(value) ? value : { name },
  ]);
  return formatter
    .formatToParts<{ readonly name: string }>(Object.fromEntries(places))
    .map(({ value }) => value);
}

/** Stands for a value that is no plain one: which pieces they are does not change the form. */
const HOLDS_PIECES = "\u0000";

function keyOf(values: Readonly<Record<string, Value>>): string {
  let key = "";
  for (const name in values) key += `${name}\u0001${values[name]}\u0001`;
  return key;
}

/** Most pages fill a string with few different numbers: so many fillings are kept. */
const MOST_REMEMBERED = 2000;

function remembered<Result>(known: Map<string, Result>, key: string, make: () => Result): Result {
  const found = known.get(key);
  if (found !== undefined) return found;
  const result = make();
  if (known.size < MOST_REMEMBERED) known.set(key, result);
  return result;
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
    text: (key, values) => {
      let filled = "";
      parts.forEach((part, at) => {
        filled += at % 2 ? value(key, values, part) : part;
      });
      return filled;
    },
    pieces: (key, values) => {
      const pieces: Piece[] = [];
      parts.forEach((part, at) => {
        if (at % 2) addValue(pieces, value(key, values, part));
        else addText(pieces, part);
      });
      return pieces;
    },
  };
}

function addValue(pieces: Piece[], value: PhraseValue): void {
  if (isPlain(value)) addText(pieces, String(value));
  else if ("text" in value) addPiece(pieces, value);
  else for (const piece of value) addPiece(pieces, piece);
}

function addPiece(pieces: Piece[], piece: Piece): void {
  if (isText(piece)) addText(pieces, piece.text);
  else if (piece.text !== "") pieces.push(piece);
}

/** Neighbouring plain texts become one, empty ones are left out. */
function addText(pieces: Piece[], text: string): void {
  if (text === "") return;
  const last = pieces.at(-1);
  if (last && isText(last)) pieces[pieces.length - 1] = textPiece(last.text + text);
  else pieces.push(textPiece(text));
}

function isPlain(value: PhraseValue): value is Value {
  return typeof value === "string" || typeof value === "number";
}

/** Whether a piece is text and nothing else. */
function isText({ as, href }: Piece): boolean {
  return as === "text" && href === "";
}

function mapValues<From, To>(
  object: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** By language. They lie beside the program, whose folder may be cleared away while it runs. */
const known = new Map<InterfaceLanguage, Record<string, string>>();

function readStrings(language: InterfaceLanguage): Record<string, string> {
  const strings = known.get(language) ?? readAnew(language);
  known.set(language, strings);
  return strings;
}

function readAnew(language: InterfaceLanguage): Record<string, string> {
  const json = readFileSync(new URL(`./${language}.json`, import.meta.url), "utf8");
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== "object" || parsed === null)
    throw new Error(`${language}.json is no map of strings`);
  return Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, String(text)]));
}
