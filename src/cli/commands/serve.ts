/** `standpoint serve`: the site on this machine, rebuilt at each change. */
import { type Command, InvalidArgumentError } from "commander";
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
      await serveSite(readOptions(packageFolder, read), read.port);
    });
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && number < 65_536) return number;
  throw new InvalidArgumentError("Give a number from 1 to 65535.");
}
