/** `standpoint check`: every problem in the content, nothing written. */

import { type Command, Option } from "commander";
import type { BuildOptions } from "../../build/options.ts";
import { REPORT_FORMATS, type ReportFormat } from "../../check/formats/names.ts";
import type { Day } from "../../content/dates.ts";
import type { Problem } from "../../content/problem.ts";
import { EXIT } from "../exit.ts";
import { day, readOptions, type SheetOptions, withSheetOptions } from "../sheet-options.ts";

/** Options as the command line reads them. */
interface CheckOptions extends SheetOptions {
  readonly against?: string;
  readonly format: ReportFormat;
  readonly today?: Day;
  readonly strict?: boolean;
  readonly watch?: boolean;
}

/** Adds the command. */
export function addCheckCommand(program: Command, packageFolder: string): void {
  withSheetOptions(program.command("check"))
    .description(
      "Tell every problem in the content, with its file, line and column; write nothing.",
    )
    .option("--against <site>", "compare with the published site: its address, or a folder")
    .addOption(
      new Option("--format <form>", "the form of the report")
        .choices(REPORT_FORMATS)
        .default("pretty"),
    )
    .option("--today <date>", "warn also of what is old on this day, such as 2025-06-30", day)
    .option("--strict", "let warnings stop it as errors do")
    .addOption(new Option("--watch", "check again at each change").conflicts("against"))
    .action((read: CheckOptions) => check(readOptions(packageFolder, read), read));
}

async function check(options: BuildOptions, read: CheckOptions): Promise<void> {
  const { checkSheet } = await import("../check-sheet.ts");
  const { emptySheetMemory } = await import("../../build/compile.ts");
  const { withPublished } = await import("../against.ts");
  const { writeReport } = await import("../report.ts");
  const { packageFolder } = options;
  const { format } = read;
  const editorial = { today: read.today ?? null };
  if (read.watch) {
    const memory = emptySheetMemory();
    await watchSheet(options.contentFolder, () => {
      const { problems, summary } = checkSheet(options, editorial, memory);
      const report = writeReport(problems, format, { packageFolder, summary });
      return report.standardOutput + report.standardError;
    });
    return;
  }
  const { problems: own, summary } = checkSheet(options, editorial);
  const tell = (line: string): void => {
    (isForPeople(format) ? process.stdout : process.stderr).write(line);
  };
  const problems = await withPublished(own, read.against, options, tell);
  const report = writeReport(problems, format, { packageFolder, summary });
  process.stderr.write(report.standardError);
  process.stdout.write(report.standardOutput);
  if (stops(problems, read.strict ?? false)) process.exitCode = EXIT.content;
}

/** Whether lines of words may stand beside the report. */
function isForPeople(format: ReportFormat): boolean {
  return format === "pretty" || format === "github";
}

function stops(problems: readonly Problem[], strict: boolean): boolean {
  return strict ? problems.length > 0 : problems.some(({ severity }) => severity === "error");
}

/** Prints a report, and at each change the next one if it differs. */
async function watchSheet(contentFolder: string, report: () => string): Promise<void> {
  const { watchUntilInterrupted } = await import("../watch-content.ts");
  let last = "";
  const tell = (): void => {
    const now = report();
    if (now === last) return;
    process.stdout.write(last === "" ? now : `\n${now}`);
    last = now;
  };
  const watching = watchUntilInterrupted(contentFolder, tell);
  tell();
  await watching;
}
