/** How `check` reports: the words for a person, or one of the forms for programs. */
import { terminalPalette } from "../build/terminal.ts";
import { readVersion } from "../build/version.ts";
import { formatProblems } from "../check/format-problem.ts";
import { formatGithub } from "../check/formats/github.ts";
import { formatJson } from "../check/formats/json.ts";
import type { ReportFormat } from "../check/formats/names.ts";
import { formatSarif } from "../check/formats/sarif.ts";
import { problemCodes, readProblemPage } from "../check/problem-pages.ts";
import type { Problem } from "../content/problem.ts";

/** What a report prints, and where. */
export interface Report {
  readonly standardOutput: string;
  readonly standardError: string;
}

/**
 * Writes a report. Words for a person go to standard error; what programs read goes to standard output.
 * @param summary a line on what was checked, for a person; or empty
 */
export function writeReport(
  problems: readonly Problem[],
  format: ReportFormat,
  { packageFolder, summary }: { readonly packageFolder: string; readonly summary: string },
): Report {
  const silent = { standardOutput: "", standardError: "" };
  switch (format) {
    case "pretty": {
      const words = formatProblems(problems, terminalPalette(process.stderr));
      return { standardOutput: summary, standardError: words === "" ? "" : `${words}\n` };
    }
    case "json":
      return { ...silent, standardOutput: formatJson(problems) };
    case "github":
      return { ...silent, standardOutput: formatGithub(problems) + summary };
    case "sarif": {
      const pages = problemCodes().map((code) => readProblemPage(packageFolder, code));
      const log = formatSarif(problems, pages, readVersion(packageFolder));
      return { ...silent, standardOutput: log };
    }
  }
}
