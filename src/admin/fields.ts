/** A key of the content model as a field of the admin page's forms. */
import { z } from "zod";
import type { Key } from "../content/schema/keys.ts";
import type { Target } from "../content/schema/meta.ts";
import { FORMS } from "../json-schema/forms.ts";

/** A field as Sveltia CMS is told of it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required?: boolean;
  readonly [option: string]: unknown;
}

/** How a field is filled in. */
interface Widget {
  readonly widget: string;
  readonly [option: string]: unknown;
}

/** A fact that others can name. */
export interface NamedFact {
  readonly id: string;
  /** How it is listed: its date and what it says. */
  readonly label: string;
}

/** Keys that hold a name or a few words; all other text has room for several lines. */
const SHORT: readonly string[] = [
  ...["title", "name", "publisher", "author", "as", "where", "place", "contact"],
];

/** What a list of files is told by, in the collection's own keys. */
const TOLD_BY: Readonly<Record<Exclude<Target, "facts">, readonly string[]>> = {
  actors: ["name"],
  issues: ["title"],
  sources: ["title", "publisher", "published"],
};

/** The field of each key. */
export function fieldsOf(keys: readonly Key[], facts: readonly NamedFact[]): readonly Field[] {
  return keys.map((key) => fieldOf(key, facts));
}

function fieldOf(key: Key, facts: readonly NamedFact[]): Field {
  const [only, ...others] = key.words;
  if (key.form === "word" && others.length === 0) {
    return { name: key.name, label: labelOf(key.name), widget: "hidden", default: only };
  }
  const common = {
    name: key.name,
    label: labelOf(key.name),
    hint: hintOf(key),
    required: key.required,
  };
  switch (key.form) {
    case "id":
      return { ...common, ...choiceOf(key.names, facts, false) };
    case "ids":
      return { ...common, ...choiceOf(key.names, facts, true) };
    case "word":
      return { ...common, ...wordsOf(key) };
    case "switch":
      return { ...common, widget: "boolean", default: false };
    case "list of texts":
      return { ...common, widget: "list" };
    case "keys":
      return { ...common, widget: "object", collapsed: "auto", fields: fieldsOf(key.keys, facts) };
    case "list of keys":
      return { ...common, widget: "list", collapsed: true, fields: fieldsOf(key.keys, facts) };
    case "text":
      if (key.name === "fingerprint") return { ...common, widget: "text", readonly: true };
      return {
        ...common,
        widget: SHORT.includes(key.name) ? "string" : "text",
        use_emoji_autocomplete: false,
      };
    default:
      return { ...common, widget: "string", use_emoji_autocomplete: false, ...patternOf(key) };
  }
}

/** Files are chosen by name. Facts lie in folders, where a relation would name the folder too: they are listed. */
function choiceOf(names: Target | null, facts: readonly NamedFact[], multiple: boolean): Widget {
  if (names === null) return multiple ? { widget: "list" } : { widget: "string" };
  if (names === "facts") {
    const options = facts.map(({ id, label }) => ({ value: id, label }));
    return { widget: "select", options, multiple, dropdown_threshold: 0 };
  }
  return {
    widget: "relation",
    collection: names,
    value_field: "{{slug}}",
    display_fields: TOLD_BY[names],
    multiple,
    dropdown_threshold: 0,
  };
}

function wordsOf({ words, meanings }: Key): Widget {
  const options = words.map((word) => {
    const meaning = meanings[word];
    return { value: word, label: meaning ? `${word}: ${meaning.replaceAll("`", "")}` : word };
  });
  return { widget: "select", options, dropdown_threshold: 0 };
}

const patternSchema = z.object({
  pattern: z.string(),
  patternErrorMessage: z.string().default("Write a whole number from 0 to 9999."),
});

/** The form's pattern in the JSON Schemas is the one that is meant here. */
function patternOf({ form }: Key): object {
  const { data } = patternSchema.safeParse(FORMS[form]);
  return data ? { pattern: [data.pattern, data.patternErrorMessage] } : {};
}

/** `speaksFor` is shown as "Speaks for". */
function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function hintOf({ description }: Key): string {
  const text = description.replaceAll("`", "");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
