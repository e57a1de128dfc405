/** `standpoint import`: a table or an exported sheet to content files. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { counted } from "../../content/wording.ts";
import { EXIT } from "../exit.ts";

interface ImportFlags {
  readonly mapping?: string;
  readonly content: string;
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly overwrite?: boolean;
}

/** Adds the command. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .argument("<file>", "a .csv or .json file, or a folder of exported tables")
    .description(
      "Write content files from a table or an exported sheet, and tell every row that does not fit. Nothing is written unless all do.",
    )
    .option("--mapping <file>", "what the columns of your table mean, in YAML or JSON")
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .option("--dry-run", "tell what would be written, and write nothing")
    .option("--skip-bad", "leave out what does not fit and write the rest")
    .option("--overwrite", "replace files that are there already")
    .allowExcessArguments(false)
    .action(importFile);
}

async function importFile(from: string, flags: ImportFlags): Promise<void> {
  const { content, mapping = "", dryRun = false, skipBad = false, overwrite = false } = flags;
  const { ImportError, importInto } = await import("../../exchange/import.ts");
  const { formatFault } = await import("../../exchange/faults.ts");
  const workingFolder = process.cwd();
  const contentFolder = resolve(workingFolder, content);
  try {
    const request = { from, mapping, workingFolder, contentFolder, dryRun, skipBad, overwrite };
    const { files, faults, skipped } = importInto(request);
    for (const fault of faults) process.stderr.write(`${formatFault(fault)}\n`);
    if (faults.length > 0 && files.length === 0) {
      process.stderr.write(`\n${counted(faults.length, "fault")}; nothing was written.\n`);
      process.exitCode = EXIT.content;
      return;
    }
    if (dryRun) for (const { path } of files) process.stdout.write(`${path}\n`);
    const left = skipped === 0 ? "" : `, ${skipped} left out`;
    process.stdout.write(
      `${dryRun ? "Would write" : "Wrote"} ${counted(files.length, "file")}${left}.\n`,
    );
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    process.stderr.write(`Not imported: ${error.message}.\n`);
    process.exitCode = EXIT.call;
  }
}
