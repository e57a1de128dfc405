/** `standpoint check`: every problem in the content, nothing written. */
import type { Command } from "commander";
import { compileSheet } from "../../build/compile.ts";
import { printProblems } from "../print-problems.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Adds the command. */
export function addCheckCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("check"))
    .description(
      "Tell every problem in the content, with its file, line and column; write nothing.",
    )
    .action((read: SheetOptions) => {
      const { problems, dossier } = compileSheet(readOptions(packageFolder, read));
      printProblems(problems);
      if (dossier) {
        const { facts, actors, issues, sources } = dossier;
        const counts = `${facts.size} facts, ${actors.size} actors, ${issues.size} issues, ${sources.size} sources`;
        process.stdout.write(`Checked ${counts}, as of ${dossier.asOf}.\n`);
      }
    });
}
