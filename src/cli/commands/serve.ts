/** `standpoint serve`: the site on this machine, each change at once. */
import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import type { BuildOptions } from "../../build/options.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Adds the command. */
export function addServeCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("serve"))
    .description(
      "Serve the site on this machine, each change at once. Mistakes in the content are laid over the last good page and waited out.",
    )
    .option("--port <number>", "the port to serve on; the next free one if it is taken", port, 8080)
    .option(
      "--host <name>",
      "the address to serve on; 127.0.0.1 is reached from this machine alone",
      "127.0.0.1",
    )
    .action(async (read: SheetOptions & { readonly host: string; readonly port: number }) => {
      const { serveSite } = await import("../../serve/serve-site.ts");
      const options = readOptions(packageFolder, read);
      await renewEditorFiles(options);
      const served = await serveSite(options, read);
      const stop = (): void => void served.close().then(() => process.exit());
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
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
