/** Questions on a terminal, and what they say when the answer is that there is none. */
import { autocomplete, autocompleteMultiselect, isCancel, multiselect, text } from "@clack/prompts";
import { type Field, faultIn } from "../scaffold/fields.ts";
import type { Named } from "../scaffold/known.ts";

/** Thrown when a question is left with Escape or Control-C. */
export class Cancelled extends Error {}

/** How many choices a list shows at once. */
const SHOWN = 8;

/** Whether somebody can answer: without a terminal at both ends no question is ever asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/**
 * Asks for a field's value.
 * @param choices what it may name, where it names files.
 * @returns the values; none if it was left to be filled in later.
 * @throws Cancelled
 */
export async function askField(
  field: Field,
  choices: readonly Named[],
): Promise<readonly string[]> {
  const { key, isList } = field;
  const message = questionFor(field);
  if (key.words.length > 0) {
    const named = key.words.map((word) => ({ id: word, label: key.meanings[word] ?? word }));
    return chooseOne(message, named, field.required);
  }
  if (key.names !== null && choices.length > 0) {
    return isList ? chooseSome(message, choices) : chooseOne(message, choices, field.required);
  }
  if (key.form === "switch") return ["true"];
  const given = await askText(message, placeholderFor(field), (value) => faultIn(field, value));
  if (given === "") return [];
  return isList ? given.split(",").map((each) => each.trim()) : [given];
}

/**
 * Asks for a line of text; an empty one means that it is left for later.
 * @throws Cancelled
 */
export async function askText(
  message: string,
  placeholder: string,
  fault: (value: string) => string,
  initialValue = "",
): Promise<string> {
  const validate = (value = ""): string | undefined =>
    (value.trim() === "" ? "" : fault(value.trim())) || undefined;
  return answered(await text({ message, placeholder, initialValue, validate })).trim();
}

/**
 * Lets the editor choose which further fields to fill in.
 * @throws Cancelled
 */
export async function askWhichFields(fields: readonly Field[]): Promise<readonly Field[]> {
  if (fields.length === 0) return [];
  return answered(
    await multiselect({
      message: "What else is known? Choose with the space bar; Enter goes on.",
      options: fields.map((value) => ({ value, label: questionFor(value) })),
      required: false,
      maxItems: SHOWN,
    }),
  );
}

/**
 * Lets the editor choose one of several by typing a part of its name or id.
 * @throws Cancelled
 */
export async function chooseOne(
  message: string,
  choices: readonly Named[],
  mayWait = false,
): Promise<readonly string[]> {
  const later = mayWait ? [{ value: "", label: "(fill in later)" }] : [];
  const chosen = await autocomplete({
    message,
    options: [...choices.map(optionOf), ...later],
    maxItems: SHOWN,
    filter: isFound,
  });
  const value = answered(chosen);
  return value === "" ? [] : [value];
}

/** Several, marked with the Tab key; one that is alone is marked already. */
async function chooseSome(message: string, choices: readonly Named[]): Promise<readonly string[]> {
  return answered(
    await autocompleteMultiselect({
      message: `${message} (Tab marks one or more)`,
      options: choices.map(optionOf),
      initialValues: choices.length === 1 ? choices.map(({ id }) => id) : [],
      maxItems: SHOWN,
      filter: isFound,
    }),
  );
}

interface ListOption {
  readonly value: string;
  readonly label?: string;
  readonly hint?: string;
}

function optionOf({ id, label }: Named): { value: string; label: string; hint?: string } {
  return label === id ? { value: id, label } : { value: id, label: `${id}: ${label}` };
}

function isFound(search: string, { value, label = "" }: ListOption): boolean {
  return `${value} ${label}`.toLowerCase().includes(search.toLowerCase());
}

function questionFor({ path, key }: Field): string {
  return `${path}: ${key.description}`;
}

function placeholderFor({ key, required }: Field): string {
  const example = key.form === "date" ? "2025-05-11, 2025-05 or ../2025-05-11" : "";
  const later = required ? "Enter alone leaves it for later" : "";
  return [example, later].filter(Boolean).join("; ");
}

/** What a prompt gives when it is cancelled. */
type NoAnswer = Extract<Awaited<ReturnType<typeof text>>, symbol>;

function answered<Value>(answer: Value | NoAnswer): Value {
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
