/** The text of a new file: its keys with what each means, those not used yet as comments, and the body. */
import type { Key } from "../content/schema/keys.ts";
import { writeKey } from "../content/write-front-matter.ts";
import type { Values } from "./fields.ts";
import { isFactKind, type Kind } from "./kinds.ts";

/** What goes into a new file. */
export interface NewText {
  readonly values: Values;
  readonly body: string;
  /** Whether each key is explained, and those that may be added are shown. */
  readonly comments: boolean;
}

/** Writes a file of a kind. A key that is needed and not given stands there without a value. */
export function writeNew(kind: Kind, { values, body, comments }: NewText): string {
  const given: Values = isFactKind(kind.name) ? { ...values, kind: [kind.name] } : values;
  const used = kind.keys.filter((key) => key.required || isGiven(key, given));
  const unused = kind.keys.filter((key) => !used.includes(key));
  const lines = used.flatMap((key) => [
    ...(comments ? [`# ${explain(key)}\n`] : []),
    writeUsed(key, given, comments),
  ]);
  if (comments && unused.length > 0) {
    lines.push("\n# May be added: take the # in front of the key away and give a value.\n");
    lines.push(...unused.map((key) => commented(offer(key))));
  }
  const text = body.trim();
  return `---\n${lines.join("")}---\n${text === "" ? "" : `${text}\n`}`;
}

function isGiven(key: Key, values: Values): boolean {
  return Object.keys(values).some((path) => path === key.name || path.startsWith(`${key.name}.`));
}

function writeUsed(key: Key, values: Values, comments: boolean): string {
  if (key.form !== "keys") return writeValue(key, values[key.name]);
  const given = key.keys.filter(({ name }) => values[`${key.name}.${name}`] !== undefined);
  const inner = given.map((each) => writeValue(each, values[`${key.name}.${each.name}`]));
  const rest = key.keys.filter((each) => !given.includes(each));
  const offered = comments ? rest.map((each) => commented(offer(each))) : [];
  return `${key.name}:\n${indented([...inner, ...offered].join(""))}`;
}

function writeValue({ name, form }: Key, given: readonly string[] = []): string {
  const [first] = given;
  if (first === undefined) return `${name}:\n`;
  const many = form === "list of texts" || given.length > 1;
  return writeKey(name, many ? given : first);
}

/** What a key means, and the words it chooses among. */
function explain({ description, words }: Key): string {
  return words.length > 1 ? `${description}: ${words.join(", ")}` : description;
}

/** A key that may be added, below what it means: a comment behind it would be taken for a part of the value. */
function offer(key: Key): string {
  const isList = key.form === "list of keys";
  const inner = key.keys.map((each, place) => {
    const lines = `# ${explain(each)}\n${isList && place === 0 ? "- " : ""}${each.name}:\n`;
    return isList && place > 0 ? indented(lines) : lines;
  });
  return `# ${explain(key)}\n${key.name}:\n${indented(inner.join(""))}`;
}

/** Each line as a comment, and each comment as one that stays one. */
function commented(text: string): string {
  return text.replace(/^(?=#)/gm, "#").replace(/^(?=[^#\n])/gm, "# ");
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
