/** Prints problems to standard error and sets the exit status. */
import { terminalPalette } from "../build/terminal.ts";
import { formatProblems } from "../check/format-problem.ts";
import { hasErrors, type Problem } from "../content/problem.ts";
import { EXIT } from "./exit.ts";

/** Prints the problems, if any; an error among them makes the exit status 1. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`${formatProblems(problems, terminalPalette(process.stderr))}\n`);
  if (hasErrors(problems)) process.exitCode = EXIT.content;
}
