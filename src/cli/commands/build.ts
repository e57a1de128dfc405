/** `standpoint build`: the whole site, or nothing. */
import { relative } from "node:path";
import type { Command } from "commander";
import type { AdminSite } from "../../admin/site-files.ts";
import type { BuildOptions } from "../../build/options.ts";
import { EXIT } from "../exit.ts";
import { readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** What the command is called with. */
type BuildCall = SheetOptions & { readonly admin?: boolean };

/** Adds the command. */
export function addBuildCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("build"))
    .description(
      "Check the content and build the site. A site that fails to build leaves the last one untouched.",
    )
    .option("--output <dir>", "the folder to put the site in", "_site")
    .option("--no-search", "without the search index")
    .option("--admin", "with a page at /admin/ that edits the sheet's files in their repository")
    .action((read: BuildCall) => build(packageFolder, read));
}

async function build(packageFolder: string, read: BuildCall): Promise<void> {
  const started = performance.now();
  const { buildSite } = await import("../../build/build-site.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { ForeignOutputError } = await import("../../build/site-tree.ts");
  const { BusyOutputError } = await import("../../build/lock.ts");
  const { systemFault } = await import("../../build/system-fault.ts");
  const options = readOptions(packageFolder, read);
  try {
    const admin = read.admin ? await adminPage(options) : null;
    if (read.admin && !admin) return;
    const built = await buildSite(options, printProblems, admin);
    if (!built) return;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const folder = relative(options.workingFolder, options.outputFolder) || ".";
    process.stdout.write(
      `Built ${built.pages} pages from ${built.facts} facts in ${seconds} s: ${folder}/\n`,
    );
  } catch (error) {
    const isRefusal = error instanceof ForeignOutputError || error instanceof BusyOutputError;
    const fault = systemFault(error);
    if (!isRefusal && fault === null) throw error;
    const message = isRefusal ? error.message : `The site was not built: ${fault}`;
    process.stderr.write(`${message}\n`);
    process.exitCode = EXIT.call;
  }
}

/** Tells what stands in the way and returns `null`. */
async function adminPage(options: BuildOptions): Promise<AdminSite | null> {
  const { adminSite, AdminBackendError } = await import("../../admin/site-files.ts");
  const { MissingCmsError } = await import("../../admin/page-files.ts");
  try {
    return await adminSite(options);
  } catch (error) {
    if (!(error instanceof MissingCmsError || error instanceof AdminBackendError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.call;
    return null;
  }
}
