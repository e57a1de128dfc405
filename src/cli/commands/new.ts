/** `standpoint new KIND`: a new file of the sheet, explained, and checked before it is said to be right. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { Form } from "../../content/schema/meta.ts";
import { didYouMean } from "../../content/suggest.ts";
import { withArticle } from "../../content/wording.ts";
import { type Field, fieldsOf, type Values } from "../../scaffold/fields.ts";
import { KIND_NAMES, type Kind, type KindName, kindNamed } from "../../scaffold/kinds.ts";
import { EXIT } from "../exit.ts";

/** Options as the command line reads them: those of the kind's keys, and these. */
interface NewOptions extends Readonly<Record<string, unknown>> {
  readonly content: string;
  readonly id?: string;
  readonly body?: string;
  readonly unfinished?: boolean;
  readonly comments: boolean;
}

/** Adds the command, with a command of its own for each kind. */
export function addNewCommand(program: Command): void {
  const command = program
    .command("new")
    .argument("[kind]", "what to write")
    .description(
      "Write a new file of the sheet: ask for what it needs, or take it from options, explain each key, and check it.",
    )
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .allowExcessArguments(false)
    .action(async (name: string | undefined, { content }: { readonly content: string }) => {
      const kind = await chooseKind(name);
      if (kind) await writeFile(kindNamed(kind), { content, comments: true });
    });
  for (const name of KIND_NAMES) addKind(command, kindNamed(name));
}

function addKind(parent: Command, kind: Kind): void {
  const command = parent
    .command(kind.name)
    .description(`${withArticle(kind.name)}: ${kind.meaning}`.replace(/^./, (a) => a.toUpperCase()))
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .option("--id <id>", "the file's name without .md, if not the one suggested")
    .option("--unfinished", "write it although something that it needs is missing")
    .option("--no-comments", "without an explanation of each key")
    .allowExcessArguments(false);
  for (const field of fieldsOf(kind)) command.addOption(optionOf(field));
  command.option("--body <text>", kind.bodyNeeded || "context, below the keys");
  command.action((read: NewOptions) => writeFile(kind, read));
}

/** The option of a field: as often as there are values where it takes a list. */
function optionOf({ option, key, isList, required }: Field): Option {
  const words = key.words.length > 0 ? `: ${key.words.join(", ")}` : "";
  const about = `${key.description}${words}${required ? " (needed)" : ""}`;
  if (key.form === "switch") return new Option(`--${option}`, about);
  const made = new Option(`--${option} <${PLACEHOLDERS[key.form]}>`, about);
  return isList
    ? made.argParser((value: string, before: readonly string[] = []) => [...before, value])
    : made;
}

const PLACEHOLDERS: Readonly<Record<Form, string>> = {
  text: "text",
  date: "date",
  id: "id",
  ids: "id",
  "list of texts": "text",
  number: "number",
  switch: "",
  address: "address",
  language: "tag",
  country: "code",
  "Wikidata id": "id",
  keys: "",
  "list of keys": "",
  word: "word",
};

async function chooseKind(name: string | undefined): Promise<KindName | null> {
  const { canAsk, Cancelled, chooseOne } = await import("../ask.ts");
  if (name !== undefined) {
    refuse([`There is no kind "${name}". ${didYouMean(name, KIND_NAMES)}`]);
    return null;
  }
  if (!canAsk()) {
    refuse([`Say what to write: standpoint new KIND, with one of ${KIND_NAMES.join(", ")}.`]);
    return null;
  }
  const kinds = KIND_NAMES.map((id) => ({ id, label: kindNamed(id).meaning }));
  try {
    const [chosen] = await chooseOne("What do you want to write?", kinds);
    return KIND_NAMES.find((each) => each === chosen) ?? null;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    refuse(["Nothing was written."]);
    return null;
  }
}

async function writeFile(kind: Kind, read: NewOptions): Promise<void> {
  const { content: folder, id, body = "", unfinished = false, comments } = read;
  const workingFolder = process.cwd();
  const contentFolder = resolve(workingFolder, folder);
  if (!existsSync(contentFolder)) {
    refuse([
      `There is no folder ${folder}. Name the sheet's with --content, or start one with standpoint init.`,
    ]);
    return;
  }
  const { today } = await import("../today.ts");
  const { completeRequest } = await import("../complete-request.ts");
  const { readContent } = await import("../../content/read.ts");
  const content = readContent(contentFolder, workingFolder);
  const given = { values: valuesIn(kind, read), id, body };
  const request = await completeRequest(kind, given, { content, today: today(), unfinished });
  if ("refusal" in request) {
    refuse(request.refusal);
    return;
  }
  const { writeNew } = await import("../../scaffold/write.ts");
  const { createFile } = await import("../../scaffold/create.ts");
  const { tellCreated } = await import("../tell-created.ts");
  const text = writeNew(kind, { ...request, comments });
  const { inContent } = request;
  const created = createFile({ contentFolder, workingFolder, inContent, text });
  tellCreated(created, { kind: kind.name, id: request.id, folder });
}

/** The values of the kind's keys among the options. */
function valuesIn(kind: Kind, read: NewOptions): Values {
  const entries = fieldsOf(kind).flatMap((field): [string, readonly string[]][] => {
    const value = read[optionOf(field).attributeName()];
    if (value === undefined) return [];
    const all = (Array.isArray(value) ? value : [value]).map(String);
    return [[field.path, field.key.form === "ids" ? all.flatMap(splitIds) : all]];
  });
  return Object.fromEntries(entries);
}

function splitIds(ids: string): string[] {
  return ids.split(",").map((id) => id.trim());
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = EXIT.call;
}
