/** `standpoint pdf`: the actors' fact sheets as PDFs, printed by the browser at hand. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Command, Option } from "commander";
import { nearest } from "../../content/suggest.ts";
import type { Paper } from "../../pdf/print-pages.ts";
import { EXIT } from "../exit.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Options as the command line reads them. */
interface PdfOptions extends SheetOptions {
  readonly actor?: readonly string[];
  readonly paper: Paper;
}

/** Adds the command. */
export function addPdfCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("pdf"))
    .description(
      "Check the content and print the actors' fact sheets as tagged PDFs, with the Chromium, Chrome or Edge at hand.",
    )
    .option("--output <dir>", "the folder to put the PDFs in, one for each actor", "pdf")
    .option("--actor <id>", "only this actor's sheet; may be given several times", collect)
    .addOption(
      new Option("--paper <size>", "the size of the paper").choices(["a4", "letter"]).default("a4"),
    )
    .action((read: PdfOptions) => print(packageFolder, read));
}

function collect(id: string, before: readonly string[] = []): readonly string[] {
  return [...before, id];
}

async function print(packageFolder: string, read: PdfOptions): Promise<void> {
  const { browserAtHand, NO_BROWSER } = await import("../../pdf/find-browser.ts");
  const browser = browserAtHand();
  if (browser === null) return refuse(NO_BROWSER);

  const { compileSheet } = await import("../../build/compile.ts");
  const { printProblems } = await import("../print-problems.ts");
  const options = readOptions(packageFolder, read);
  const { dossier, problems } = compileSheet(options);
  printProblems(problems);
  if (dossier === null) return;

  const known = [...dossier.named.actors.keys()];
  const actors = read.actor ? [...new Set(read.actor)] : known;
  const unknown = actors.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const guess = nearest(unknown, known);
    return refuse(`There is no actor "${unknown}".${guess ? ` Did you mean "${guess}"?` : ""}`);
  }

  const { printSheets } = await import("../../pdf/print-sheets.ts");
  const { BrowserFailure } = await import("../../pdf/devtools.ts");
  mkdirSync(options.outputFolder, { recursive: true });
  try {
    await printSheets({ options, dossier, actors, paper: read.paper, browser }, (name, pdf) =>
      writeFileSync(join(options.outputFolder, name), pdf),
    );
  } catch (error) {
    if (!(error instanceof BrowserFailure)) throw error;
    return refuse(error.message);
  }
  const folder = relative(options.workingFolder, options.outputFolder) || ".";
  const count = `${actors.length} sheet${actors.length === 1 ? "" : "s"}`;
  process.stdout.write(`Printed ${count} as of ${dossier.asOf}: ${folder}/\n`);
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = EXIT.call;
}
