/** Snippets for VS Code: one for each kind of file, with the words and the ids to choose from. */
import type { Content } from "../content/assemble.ts";
import { withArticle } from "../content/wording.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { isFactKind, KIND_NAMES, type Kind, kindNamed } from "./kinds.ts";
import { choicesFor } from "./known.ts";

/** One snippet as VS Code reads it. */
export interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The fields that a fact's snippet offers beside those that it needs. */
const USUAL: readonly string[] = ["quote.text", "quote.speaker"];

/** VS Code puts the day in the place of this. */
const TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

/** The snippets of a sheet, by title. */
export function snippetsOf(content: Content): Readonly<Record<string, Snippet>> {
  return Object.fromEntries(
    KIND_NAMES.map((name) => {
      const kind = kindNamed(name);
      const title = `Standpoint: ${withArticle(name)}`;
      return [
        title,
        { scope: "markdown", prefix: name, description: kind.meaning, body: bodyOf(kind, content) },
      ];
    }),
  );
}

function bodyOf(kind: Kind, content: Content): string[] {
  const fields = fieldsOf(kind).filter(({ path, required }) => required || USUAL.includes(path));
  const stops = new Map(
    fields.map((field, place) => [field.path, stopFor(field, place + 1, content)]),
  );
  const lines = kind.keys.flatMap(({ name }) => {
    if (isFactKind(kind.name) && name === "kind") return [`kind: ${kind.name}`];
    if (name === "quote" && stops.has("quote.text")) {
      const inner = [...stops].filter(([path]) => path.startsWith("quote."));
      return ["quote:", ...inner.map(([path, stop]) => `  ${path.replace("quote.", "")}: ${stop}`)];
    }
    if (name === "recorded") return [`recorded: ${TODAY}`];
    const stop = stops.get(name);
    return stop === undefined ? [] : [`${name}: ${stop}`];
  });
  return ["---", ...lines, "---", kind.bodyNeeded ? `\${0:${escaped(kind.bodyNeeded)}}` : "$0"];
}

/** What is to be filled in: a choice where there is one, else what the key means. */
function stopFor(field: Field, number: number, content: Content): string {
  const choices =
    field.key.words.length > 0 ? field.key.words : choicesFor(field, content).map(({ id }) => id);
  if (choices.length > 0) return `\${${number}|${choices.map(escapedChoice).join(",")}|}`;
  if (field.key.form === "date") return `\${${number}:${TODAY}}`;
  if (field.key.form === "number") return `\${${number}:1}`;
  return `\${${number}:${escaped(field.key.description)}}`;
}

/** Text in a placeholder: what the grammar of snippets gives a meaning is escaped. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function escapedChoice(text: string): string {
  return text.replace(/[\\,|$}]/g, "\\$&");
}
