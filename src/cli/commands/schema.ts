/** `standpoint schema`: what editors of text complete and check front matter with. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { counted } from "../../content/wording.ts";
import { EXIT } from "../exit.ts";

/** Options as the command line reads them. */
interface SchemaOptions {
  readonly content: string;
  readonly output: string;
  readonly withIds?: boolean;
}

/** Adds the command. */
export function addSchemaCommand(program: Command): void {
  program
    .command("schema")
    .description(
      "Write a JSON Schema for each kind of file; with the sheet's ids, also snippets for VS Code.",
    )
    .option("--output <dir>", "the folder to put the schemas in", "schemas")
    .option("--with-ids", "with the sheet's ids, into .standpoint/schema/ and .vscode/")
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .allowExcessArguments(false)
    .action(writeSchemas);
}

async function writeSchemas({ content, output, withIds = false }: SchemaOptions): Promise<void> {
  const workingFolder = process.cwd();
  const { renewEditorFiles, writeIfChanged } = await import("../../scaffold/editor-files.ts");
  if (!withIds) {
    const { schemaFiles } = await import("../../json-schema/schema-files.ts");
    const files = schemaFiles();
    for (const { name, text } of files) writeIfChanged(resolve(workingFolder, output, name), text);
    process.stdout.write(`${counted(files.length, "schema")} in ${output}/\n`);
    return;
  }
  const folder = resolve(workingFolder, content);
  if (!existsSync(folder)) {
    process.stderr.write(`There is no folder ${content}. Name the sheet's with --content.\n`);
    process.exitCode = EXIT.call;
    return;
  }
  const { readContent } = await import("../../content/read.ts");
  const written = renewEditorFiles(readContent(folder, workingFolder), workingFolder);
  const changed = written.length === 0 ? "nothing had changed" : `written: ${written.join(", ")}`;
  process.stdout.write(`Schemas and snippets with the sheet's ids; ${changed}.\n`);
}
