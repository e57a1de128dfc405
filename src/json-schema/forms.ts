/**
 * How each form of value looks to JSON Schema. Standpoint reads every value as text; editors read YAML's
 * core schema, in which `2022` is a number and `true` a switch. So each form takes what such a reader makes
 * of a text that Standpoint takes. No form takes `null`, which is what a key without a value becomes.
 */
import type { Form } from "../content/schema/meta.ts";

/** A part of a JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const TEXT: JsonSchema = { type: ["string", "number", "boolean"], pattern: "\\S" };

const ID: JsonSchema = {
  patternErrorMessage: "An id has a-z, 0-9 and single hyphens.",
  type: ["string", "number", "boolean"],
  pattern: trimmed("[a-z0-9]+(?:-[a-z0-9]+)*"),
  minimum: 0,
};

const YEAR = "(?!0000)\\d{4}";
const LEAP_YEAR =
  "(?:(?!0000)(?:[02468][048]|[13579][26])00|\\d\\d(?:0[48]|[2468][048]|[13579][26]))";
const DAY = `(?:${YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|${LEAP_YEAR}-02-29)`;
const BOUND = `(?:${DAY}|${YEAR}(?:-(?:0[1-9]|1[0-2]))?)`;
const CLOCK = "T(?:[01]\\d|2[0-3]):[0-5]\\d(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)";

/** A language tag of BCP 47: a language, then script, region, variants and extensions. */
const LANGUAGE =
  "[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\\d{3}))?|[A-Za-z]{5,8}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\\d{3}))?";
const LANGUAGE_TAIL =
  "(?:-(?:[A-Za-z0-9]{5,8}|\\d[A-Za-z0-9]{3}))*(?:-[A-Wa-wY-Zy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?";

/** Where a schema has a form's definition. */
export function refTo(name: string): string {
  return `#/definitions/${name.replaceAll(" ", "-")}`;
}

/** Each form as JSON Schema; those of groups of keys and of words are made from their own schemas. */
export const FORMS: Readonly<Partial<Record<Form, JsonSchema>>> = {
  text: TEXT,
  date: {
    patternErrorMessage:
      "Write a day as 2025-05-11, a month as 2024-06, a year as 2022, a span as 2025-05-08/2025-05-10, and ../2025-05-11 for by then.",
    type: ["string", "integer"],
    pattern: trimmed(`(?:(?:\\.\\./)?${BOUND}|${DAY}${CLOCK}|${BOUND}/${BOUND})`),
    minimum: 1,
    maximum: 9999,
  },
  id: ID,
  ids: {
    anyOf: [{ $ref: refTo("id") }, { type: "array", items: { $ref: refTo("id") }, minItems: 1 }],
  },
  number: { type: ["integer", "string"], pattern: trimmed("\\d{1,4}"), minimum: 0, maximum: 9999 },
  switch: { enum: [true, false, "true", "false"] },
  address: {
    patternErrorMessage: "An address begins with http:// or https://.",
    type: "string",
    pattern: "^\\s*[Hh][Tt][Tt][Pp][Ss]?:[/\\\\]*[^/\\\\\\s?#]",
  },
  language: {
    patternErrorMessage: "Write a language tag such as en, uk or pt-BR.",
    type: "string",
    pattern: trimmed(`(?:${LANGUAGE})${LANGUAGE_TAIL}`),
  },
  country: {
    patternErrorMessage: "Write the two capitals of ISO 3166-1, such as UA.",
    type: "string",
    pattern: trimmed("[A-Z]{2}"),
  },
  "Wikidata id": {
    patternErrorMessage: "Write Q and a number, such as Q42.",
    type: "string",
    pattern: trimmed("Q[1-9]\\d*"),
  },
};

/** A pattern for the whole text but for spaces at its ends, which reading cuts off. */
function trimmed(pattern: string): string {
  return `^\\s*${pattern}\\s*$`;
}
