/** `standpoint export`: the sheet as data, to be imported elsewhere or opened in a spreadsheet. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { COLLECTIONS, type Collection } from "../../content/file-names.ts";
import { EXIT } from "../exit.ts";

interface ExportFlags {
  readonly content: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly table?: Collection;
  readonly output?: string;
}

/** Adds the command. */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description(
      "Write the whole sheet as one JSON file or as CSV tables. standpoint import is the inverse.",
    )
    .addOption(new Option("--json", "one file with everything").conflicts("csv"))
    .option("--csv", "tables: one of them, or all into a folder")
    .addOption(new Option("--table <name>", "the table to print").choices(COLLECTIONS))
    .option("--output <path>", "the file, or for all tables the folder, to write to")
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .allowExcessArguments(false)
    .action(exportSheet);
}

async function exportSheet(flags: ExportFlags): Promise<void> {
  const { content, json = false, csv = false, table, output } = flags;
  const { entryOf, readTexts } = await import("../../exchange/entries.ts");
  const { exportCsv, exportJson } = await import("../../exchange/export.ts");
  const { readContent } = await import("../../content/read.ts");
  const { hasErrors } = await import("../../content/problem.ts");
  const { printProblems } = await import("../print-problems.ts");
  if (json === csv || (table !== undefined && !csv)) {
    const why = json ? "--table belongs to --csv" : "say what to write: --json or --csv";
    process.stderr.write(`Not exported: ${why}.\n`);
    process.exitCode = EXIT.call;
    return;
  }
  const folder = resolve(process.cwd(), content);
  const { problems } = readContent(folder, process.cwd());
  if (hasErrors(problems)) {
    printProblems(problems);
    return;
  }
  const entries = readTexts(folder, process.cwd())
    .flatMap((file) => entryOf(file) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (json) write(exportJson(entries), output);
  else if (table !== undefined || output === undefined)
    write(exportCsv(entries, table ?? "facts"), output);
  else for (const name of COLLECTIONS) write(exportCsv(entries, name), join(output, `${name}.csv`));
}

function write(text: string, output: string | undefined): void {
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const path = resolve(process.cwd(), output);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`Wrote ${output}\n`);
}
