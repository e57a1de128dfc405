/** `standpoint check`: every problem in the content, nothing written. */

import type { Command } from "commander";
import { counted } from "../../content/wording.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Adds the command. */
export function addCheckCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("check"))
    .description(
      "Tell every problem in the content, with its file, line and column; write nothing.",
    )
    .option("--against <site>", "compare with the published site: its address, or a folder")
    .action(async (read: SheetOptions & { readonly against?: string }) => {
      const { compileSheet } = await import("../../build/compile.ts");
      const { printProblems } = await import("../print-problems.ts");
      const { withPublished } = await import("../against.ts");
      const options = readOptions(packageFolder, read);
      const { problems, dossier } = compileSheet(options);
      printProblems(await withPublished(problems, read.against, options));
      if (dossier) {
        const { facts, actors, issues, sources } = dossier;
        const counts = [
          counted(facts.size, "fact"),
          counted(actors.size, "actor"),
          counted(issues.size, "issue"),
          counted(sources.size, "source"),
        ].join(", ");
        const asOf = facts.size === 0 ? "no facts yet" : `as of ${dossier.asOf}`;
        process.stdout.write(`Checked ${counts}; ${asOf}.\n`);
      }
    });
}
