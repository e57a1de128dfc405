/** `standpoint serve`: the site on this machine, rebuilt at each change. */
import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import type { BuildOptions } from "../../build/options.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Adds the command. */
export function addServeCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("serve"))
    .description(
      "Build the site, serve it on this machine and rebuild it at each change. Mistakes in the content are told and waited out.",
    )
    .option("--port <number>", "the port to serve on", port, 8080)
    .action(async (read: SheetOptions & { readonly port: number }) => {
      const { serveSite } = await import("../../build/serve-site.ts");
      const options = readOptions(packageFolder, read);
      await renewEditorFiles(options);
      await serveSite(options, read.port);
    });
}

/** Snippets and schemas hold the ids that there are when the server starts. */
async function renewEditorFiles({ contentFolder, workingFolder }: BuildOptions): Promise<void> {
  if (!existsSync(contentFolder)) return;
  const { readContent } = await import("../../content/read.ts");
  const editor = await import("../../scaffold/editor-files.ts");
  editor.renewEditorFiles(readContent(contentFolder, workingFolder), workingFolder);
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && number < 65_536) return number;
  throw new InvalidArgumentError("Give a number from 1 to 65535.");
}
