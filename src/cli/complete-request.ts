/** Completes what an editor asks for with `standpoint new`: by questions on a terminal, else by saying what is missing. */
import type { Content } from "../content/assemble.ts";
import { didYouMean } from "../content/suggest.ts";
import { type Field, fieldsOf, type Values } from "../scaffold/fields.ts";
import type { Kind } from "../scaffold/kinds.ts";
import { choicesFor } from "../scaffold/known.ts";
import { faultsIn, idFault, missingFields, placeOf, withDefaults } from "../scaffold/request.ts";
import { suggestId } from "../scaffold/suggest-id.ts";
import { askField, askText, askWhichFields, Cancelled, canAsk } from "./ask.ts";

/** What the options say. */
interface Given {
  readonly values: Values;
  readonly id: string | undefined;
  readonly body: string;
}

/** What a new file is to hold, and where it goes. */
export interface Complete {
  readonly values: Values;
  readonly id: string;
  readonly body: string;
  /** Relative to the content folder. */
  readonly inContent: string;
}

/** What the request is completed from. */
interface Surroundings {
  readonly content: Content;
  readonly today: string;
  /** Whether a file may lack what it needs. */
  readonly unfinished: boolean;
}

/** Completes a request, or says at once all that is wrong with it. */
export async function completeRequest(
  kind: Kind,
  given: Given,
  { content, today, unfinished }: Surroundings,
): Promise<Complete | { readonly refusal: readonly string[] }> {
  const values = withDefaults(kind, given.values, { content, today });
  const faults = [...faultsIn(kind, values, content), ...givenIdFaults(kind, given.id, content)];
  const missing = missingFields(kind, values);
  const lacksBody = kind.bodyNeeded !== "" && given.body.trim() === "";
  const lacks = !unfinished && (missing.length > 0 || lacksBody);
  if (faults.length > 0 || (lacks && !canAsk())) {
    return { refusal: refusal(kind, faults, lacks ? missing : [], lacks && lacksBody, content) };
  }
  if (!lacks) return placed(kind, { values, id: given.id, body: given.body }, content);
  try {
    return placed(kind, await ask(kind, { ...given, values }, content), content);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { refusal: ["Nothing was written."] };
  }
}

function givenIdFaults(kind: Kind, id: string | undefined, content: Content): string[] {
  const fault = id === undefined ? "" : idFault(kind, id, content);
  return fault ? [`--id "${id}" ${fault}`] : [];
}

function placed(kind: Kind, { values, id, body }: Given, content: Content): Complete {
  const chosen = id ?? suggestId(kind, values, content.ids);
  return { values, body, id: chosen, inContent: placeOf(kind, chosen, values, content) };
}

async function ask(kind: Kind, given: Given, content: Content): Promise<Given> {
  const answers = new Map<string, readonly string[]>(Object.entries(given.values));
  const askFor = async (field: Field): Promise<void> => {
    const values = await askField(field, choicesFor(field, content));
    if (values.length > 0) answers.set(field.path, values);
  };
  for (const field of missingFields(kind, given.values)) await askFor(field);
  const open = fieldsOf(kind).filter((field) => !field.required && !answers.has(field.path));
  for (const field of await askWhichFields(open)) await askFor(field);
  const values = Object.fromEntries(answers);
  const body = given.body || (await askBody(kind));
  const suggested = suggestId(kind, values, content.ids);
  const fault = (id: string): string => idFault(kind, id, content);
  const id = given.id ?? (await askText("The file's name", suggested, fault, suggested));
  return { values, body, id: id || suggested };
}

async function askBody({ bodyNeeded }: Kind): Promise<string> {
  if (bodyNeeded === "") return "";
  return askText(`Below the keys: ${bodyNeeded}`, "Enter alone leaves it for later", () => "");
}

/** All that is wrong and all that is missing, with what could be given. */
function refusal(
  kind: Kind,
  faults: readonly string[],
  missing: readonly Field[],
  lacksBody: boolean,
  content: Content,
): string[] {
  const needed = [
    ...missing.map((field): [string, string] => [
      `--${field.option}`,
      `${field.key.description}${offered(field, content)}`,
    ]),
    ...(lacksBody ? [["--body", kind.bodyNeeded] as [string, string]] : []),
  ];
  const width = Math.max(0, ...needed.map(([option]) => option.length));
  return [
    "Nothing was written.",
    ...faults.map((fault) => `  ${fault}`),
    ...(needed.length > 0 ? ["Still needed:"] : []),
    ...needed.map(([option, about]) => `  ${option.padEnd(width)}  ${about}`),
  ];
}

function offered(field: Field, content: Content): string {
  const { words, names } = field.key;
  if (words.length > 0) return `: ${words.join(", ")}`;
  if (names === null) return "";
  const hint = didYouMean(
    "",
    choicesFor(field, content).map(({ id }) => id),
  );
  return hint ? `. ${hint}` : `. There are no ${names} yet.`;
}
