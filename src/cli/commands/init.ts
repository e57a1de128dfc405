/** `standpoint init DIR`: a new, empty sheet for another dispute. */
import { relative, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { isLanguageTag } from "../../content/schema/scalars.ts";
import type { NewSheet } from "../../scaffold/new-sheet.ts";
import { EXIT } from "../exit.ts";

/** Options as the command line reads them. */
interface InitOptions {
  readonly title?: string;
  readonly question?: string;
  readonly summary?: string;
  readonly language?: string;
  readonly tool?: string;
}

/** What a sheet says of itself and must not lack. */
const NEEDED = {
  title: "the name of the sheet",
  question: "the question the dispute turns on",
  summary: "the dispute in a few sentences",
} as const;

/** Adds the command. */
export function addInitCommand(program: Command, packageFolder: string): void {
  program
    .command("init")
    .argument("<dir>", "a folder that is empty or not there yet")
    .description(
      "Start a new, empty sheet for another dispute, with its README, workflows and settings. It builds at once.",
    )
    .option("--title <text>", `${NEEDED.title} (needed)`)
    .option("--question <text>", `${NEEDED.question} (needed)`)
    .option("--summary <text>", `${NEEDED.summary} (needed)`)
    .option("--language <tag>", "the language the sheet is written in, if not English", language)
    .option(
      "--tool <spec>",
      "where npm takes Standpoint from, such as 1.2.0 or file:standpoint.tgz",
    )
    .allowExcessArguments(false)
    .action((folder: string, read: InitOptions) => init(packageFolder, folder, read));
}

async function init(packageFolder: string, given: string, read: InitOptions): Promise<void> {
  const { isFree, writeNewSheet } = await import("../../scaffold/new-sheet.ts");
  const workingFolder = process.cwd();
  const folder = resolve(workingFolder, given);
  if (!isFree(folder)) return refuse([`${given} holds files already; nothing was written.`]);
  const said = await complete(read);
  if ("missing" in said) {
    const lines = said.missing.map((key) => `  --${key.padEnd(8)}  ${NEEDED[key]}`);
    return refuse([
      "Nothing was written.",
      ...(lines.length > 0 ? ["Still needed:", ...lines] : []),
    ]);
  }
  const { language: tag = "", tool = "" } = read;
  writeNewSheet({ packageFolder, folder, ...said, language: tag, tool });
  const { compileSheet } = await import("../../build/compile.ts");
  const { buildOptions } = await import("../../build/options.ts");
  const { printProblems } = await import("../print-problems.ts");
  printProblems(compileSheet(buildOptions(packageFolder, folder)).problems);
  const name = relative(workingFolder, folder) || ".";
  process.stdout.write(
    [
      `Started an empty sheet in ${name}/. Its README.md says how to go on.`,
      `Next: ${name === "." ? "" : `cd ${name}, `}npm install, npm exec -- standpoint new issue`,
      "",
    ].join("\n"),
  );
}

type Said = Pick<NewSheet, keyof typeof NEEDED>;

/** Asks for what is missing on a terminal; elsewhere it says what is. */
async function complete(
  read: InitOptions,
): Promise<Said | { readonly missing: readonly (keyof typeof NEEDED)[] }> {
  const { askText, canAsk, Cancelled } = await import("../ask.ts");
  const keys = ["title", "question", "summary"] as const;
  const said = { title: "", question: "", summary: "" };
  for (const key of keys) said[key] = read[key]?.trim() ?? "";
  const missing = keys.filter((key) => said[key] === "");
  if (missing.length > 0 && !canAsk()) return { missing };
  try {
    for (const key of missing) {
      while (said[key] === "") said[key] = await askText(`${key}: ${NEEDED[key]}`, "", () => "");
    }
    return said;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return { missing: [] };
  }
}

function language(given: string): string {
  if (isLanguageTag(given)) return given;
  throw new InvalidArgumentError("Write a language tag such as en, uk or pt-BR.");
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = EXIT.call;
}
