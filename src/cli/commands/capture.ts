/** `standpoint capture`: an article to a source file with its fingerprint; the full text stays on this machine. */
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { SourceFields } from "../../capture/source-file.ts";
import { parseWrittenDate } from "../../content/dates.ts";
import { ID_PATTERN, isLanguageTag, isWebAddress } from "../../content/schema/scalars.ts";
import { SOURCE_TYPES } from "../../content/schema/vocabulary.ts";
import { EXIT } from "../exit.ts";

/** Options as the command line reads them: what goes into the source file, and the rest. */
interface CaptureFlags extends Omit<SourceFields, "fingerprint"> {
  readonly id: string;
  readonly content: string;
  readonly allText?: boolean;
}

/** Adds the command. */
export function addCaptureCommand(program: Command): void {
  program
    .command("capture")
    .argument("<file-or-url>", "saved HTML, plain text, Markdown or PDF, or an http(s) address")
    .description(
      "Read an article, write its source file with a fingerprint, and tell which quotes stand in it. The full text stays in .snapshots/ on this machine.",
    )
    .requiredOption("--id <id>", "the source's id: its file is content/sources/<id>.md", id)
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .option("--title <text>", "the title, where the document's own is missing or wrong", text)
    .option("--publisher <text>", "who published it", text)
    .option("--author <text>", "who wrote it", text)
    .option("--published <date>", "when it was published, such as 2025-05-11", date)
    .option("--accessed <date>", "when it was last read at its address", date)
    .option("--url <address>", "its address", address)
    .option("--archived <address>", "the address of an archived copy", address)
    .option("--language <tag>", "its language, such as en or uk", language)
    .addOption(new Option("--type <type>", "the kind of document").choices(SOURCE_TYPES))
    .option("--all-text", "take all text of a web page, not only the article")
    .allowExcessArguments(false)
    .action(captureAndTell);
}

async function captureAndTell(
  from: string,
  { id, content, allText = false, ...fields }: CaptureFlags,
): Promise<void> {
  const { captureToFiles } = await import("../../capture/capture-to-files.ts");
  const { CaptureError } = await import("../../capture/document.ts");
  const { printProblems } = await import("../print-problems.ts");
  const workingFolder = process.cwd();
  const contentFolder = resolve(workingFolder, content);
  try {
    const request = { from, id, workingFolder, contentFolder, allText, fields };
    const { lines, problems } = await captureToFiles(request);
    process.stdout.write(`${lines.join("\n")}\n`);
    printProblems(problems);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    const hint = error.hint === "" ? "" : `\n  ${error.hint}`;
    process.stderr.write(`Not captured: ${error.message}.${hint}\n`);
    process.exitCode = EXIT.call;
  }
}

function id(given: string): string {
  if (ID_PATTERN.test(given)) return given;
  throw new InvalidArgumentError("Use a-z, 0-9 and single hyphens.");
}

function text(given: string): string {
  if (given.trim() !== "") return given.trim();
  throw new InvalidArgumentError("Leave it out, or say what it is.");
}

function date(given: string): string {
  if (parseWrittenDate(given)) return given;
  throw new InvalidArgumentError("Write a day as 2025-05-11, a month as 2025-05, a year as 2025.");
}

function address(given: string): string {
  if (isWebAddress(given)) return given;
  throw new InvalidArgumentError("An address begins with http:// or https://.");
}

function language(given: string): string {
  if (isLanguageTag(given)) return given;
  throw new InvalidArgumentError("Write a language tag such as en, uk or pt-BR.");
}
