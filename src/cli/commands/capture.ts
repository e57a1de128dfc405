/** `standpoint capture`: an article to a source file with its fingerprint; the full text stays on this machine. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CaptureRequest } from "../../capture/capture-to-files.ts";
import { SOURCE_TYPES } from "../../content/schema/vocabulary.ts";
import { EXIT } from "../exit.ts";

/** Options as the command line reads them. */
type CaptureFlags = Omit<CaptureRequest, "from" | "workingFolder" | "contentFolder"> & {
  readonly content: string;
};

/** Adds the command. */
export function addCaptureCommand(program: Command): void {
  program
    .command("capture")
    .argument("<file-or-url>", "saved HTML, plain text, Markdown or PDF, or an http(s) address")
    .description(
      "Read an article, write or update its source file with a fingerprint of the text, and keep the full text in .snapshots/ on this machine only.",
    )
    .requiredOption("--id <id>", "the source's id: its file is content/sources/<id>.md", idOf)
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .option("--title <text>", "the title, where the document's own is missing or wrong")
    .option("--publisher <text>", "who published it")
    .option("--author <text>", "who wrote it")
    .option("--published <date>", "when it was published, such as 2025-05-11")
    .option("--accessed <date>", "when it was read; today, if left out")
    .option("--url <address>", "its address")
    .option("--archived <address>", "the address of an archived copy")
    .option("--language <tag>", "its language, such as en or uk")
    .addOption(new Option("--type <type>", "the kind of document").choices(SOURCE_TYPES))
    .option("--all-text", "take all text of a web page, not only the article")
    .allowExcessArguments(false)
    .action(async (from: string, { content, ...flags }: CaptureFlags) => {
      const { captureToFiles, CaptureFailure } = await import("../../capture/capture-to-files.ts");
      const { resolve } = await import("node:path");
      const workingFolder = process.cwd();
      try {
        const told = await captureToFiles({
          ...flags,
          from,
          workingFolder,
          contentFolder: resolve(workingFolder, content),
        });
        process.stdout.write(`${told.lines.join("\n")}\n`);
        if (told.lost > 0) process.exitCode = EXIT.content;
      } catch (error) {
        if (!(error instanceof CaptureFailure)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = EXIT.call;
      }
    });
}

function idOf(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError("Use a-z, 0-9 and single hyphens.");
}
