/** The options that all commands share. */
import { type Command, InvalidArgumentError } from "commander";
import { type BuildOptions, buildOptions } from "../build/options.ts";
import { type Day, isDay } from "../content/dates.ts";

/** Options as the command line reads them. */
export interface SheetOptions {
  readonly content: string;
  readonly output?: string;
  readonly asOf?: Day;
  readonly drafts?: boolean;
  /** Of `build` alone. */
  readonly search?: boolean;
}

/** Adds `--content`, `--as-of` and `--drafts`. */
export function withSheetOptions(command: Command): Command {
  return command
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .option("--as-of <date>", "the sheet as it stood on this day, such as 2025-05-11", day)
    .option("--drafts", "with the facts marked as drafts")
    .allowExcessArguments(false);
}

/** Completes what was read. */
export function readOptions(packageFolder: string, read: SheetOptions): BuildOptions {
  const { content, output = "_site", asOf = null, drafts = false, search = true } = read;
  return buildOptions(packageFolder, process.cwd(), { content, output, asOf, drafts, search });
}

/** Reads a day of the calendar from an option. @throws InvalidArgumentError if the text is none */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("Write a day of the calendar as 2025-05-11.");
}
