/** `standpoint serve`: the site on this machine, each change at once. */
import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import type { AdminRequests } from "../../admin/requests.ts";
import type { BuildOptions } from "../../build/options.ts";
import { EXIT } from "../exit.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** What the command is called with. */
type ServeCall = SheetOptions & {
  readonly host: string;
  readonly port: number;
  readonly admin?: boolean;
};

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
    .option("--admin", "with a page at /admin/ that edits the sheet's files in the browser")
    .action(async (read: ServeCall) => {
      const { serveSite } = await import("../../serve/serve-site.ts");
      const options = readOptions(packageFolder, read);
      const admin = read.admin ? await openAdmin(options, read.host) : null;
      if (read.admin && !admin) return;
      await renewEditorFiles(options);
      const served = await serveSite(options, { ...read, admin });
      const stop = (): void => void served.close().then(() => process.exit());
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
}

/** The page writes files: it is there for this machine alone. Tells what stands in the way and returns `null`. */
async function openAdmin(options: BuildOptions, host: string): Promise<AdminRequests | null> {
  const { isLoopback } = await import("../../serve/server.ts");
  const { adminRequests } = await import("../../admin/requests.ts");
  const { MissingCmsError } = await import("../../admin/page-files.ts");
  const refuse = (message: string): null => {
    process.stderr.write(`${message}\n`);
    process.exitCode = EXIT.call;
    return null;
  };
  if (!isLoopback(host))
    return refuse("--admin is served to this machine alone: leave out --host.");
  try {
    return await adminRequests(options);
  } catch (error) {
    if (error instanceof MissingCmsError) return refuse(error.message);
    throw error;
  }
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
