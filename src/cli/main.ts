/** The command line: every command is added here. */
import { resolve } from "node:path";
import { Command, CommanderError } from "commander";
import { isCode } from "../build/system-fault.ts";
import { readVersion } from "../build/version.ts";
import { addBuildCommand } from "./commands/build.ts";
import { addCaptureCommand } from "./commands/capture.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addDiffCommand } from "./commands/diff.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addExportCommand } from "./commands/export.ts";
import { addImportCommand } from "./commands/import.ts";
import { addInitCommand } from "./commands/init.ts";
import { addNewCommand } from "./commands/new.ts";
import { addPdfCommand } from "./commands/pdf.ts";
import { addSchemaCommand } from "./commands/schema.ts";
import { addServeCommand } from "./commands/serve.ts";
import { EXIT } from "./exit.ts";

/**
 * Runs the command line and sets the exit status: 0 done, 1 the content is at fault, 2 the call is.
 * @param arguments_ the process's arguments, program names included.
 * @param binFolder the folder of the program's own file, one below the package's.
 */
export async function main(arguments_: readonly string[], binFolder: string): Promise<void> {
  const packageFolder = resolve(binFolder, "..");
  process.stdout.on("error", passOverReaderGone);
  const program = new Command("standpoint")
    .description(
      "Builds a static fact sheet: who said they want what, of whom, and what came back.",
    )
    .version(readVersion(packageFolder))
    .showHelpAfterError("Add --help for what can be asked.")
    .showSuggestionAfterError()
    // An option belongs to the command that it follows: `new` and `new position` have some alike.
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText("after", EXIT_HELP);
  addBuildCommand(program, packageFolder);
  addServeCommand(program, packageFolder);
  addCheckCommand(program, packageFolder);
  addExplainCommand(program, packageFolder);
  addNewCommand(program);
  addInitCommand(program, packageFolder);
  addCaptureCommand(program);
  addDiffCommand(program);
  addImportCommand(program);
  addExportCommand(program);
  addPdfCommand(program, packageFolder);
  addSchemaCommand(program);

  try {
    await program.parseAsync([...arguments_]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.call;
  }
}

/** Whoever reads the output may stop before its end, as `head` does: that is no fault. */
function passOverReaderGone(error: Error): void {
  if (!isCode(error, "EPIPE")) throw error;
}

/**
 * Writes what builds need and the program alone decides, for a program that was just compiled.
 * @param folder where the program lies
 */
export async function makeAhead(packageFolder: string, folder: string): Promise<void> {
  const ahead = await import("../build/made-ahead.ts");
  ahead.makeAhead(packageFolder, folder);
}

const EXIT_HELP = `
Exit status: 0 done, 1 the content is at fault, 2 the call is at fault.`;
