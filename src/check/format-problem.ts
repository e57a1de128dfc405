/** Problems as a person reads them on a terminal: place, code, message, the line itself, a hint. */

import { codeFrameColumns } from "@babel/code-frame";
import { withRefusedShown } from "../content/honest-text.ts";
import type { Problem } from "../content/problem.ts";
import { counted } from "../content/wording.ts";

/** How to colour parts of a message; identity functions for plain text. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** A palette that colours nothing. */
export const PLAIN: Palette = {
  error: (text) => text,
  warning: (text) => text,
  faint: (text) => text,
};

/** One problem: `path:line:column code  message`, a code frame where the file can be shown, a hint. */
export function formatProblem(problem: Problem, palette: Palette): string {
  const { place, code, severity, message, hint } = problem;
  const where = `${oneLine(place.path)}:${place.line}:${place.column}`;
  const head = `${where} ${palette[severity](code)}  ${oneLine(message)}.`;
  const lines = [head, ...frame(problem), ...(hint ? [`  ${oneLine(hint)}`] : [])];
  return lines.join("\n");
}

/** All problems and a last line that counts them. */
export function formatProblems(problems: readonly Problem[], palette: Palette): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  const blocks = problems.map((problem) => formatProblem(problem, palette));
  return [...blocks, counts.filter(Boolean).join(", ")].filter(Boolean).join("\n\n");
}

/** What comes from a file may not pass for a line of the tool's own, nor flood a terminal. */
function oneLine(text: string): string {
  const line = withRefusedShown(text.replace(/\s*\n\s*/g, " "));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 1000;

/** How much of a long line is shown, and how much of that before the fault. */
const WINDOW = { length: 400, before: 200 };

/** The line at fault between its neighbours. */
function frame({ place }: Problem): string[] {
  if (place.text === "") return [];
  const firstLine = Math.max(1, place.line - 1);
  const firstColumn = place.column > WINDOW.length ? place.column - WINDOW.before : 1;
  const lines = place.text
    .split("\n", place.line + 1)
    .slice(firstLine - 1)
    .map((line) => line.slice(firstColumn - 1, firstColumn - 1 + WINDOW.length));
  const start = { line: place.line, column: place.column - firstColumn + 1 };
  const location = { start, end: { ...start, column: start.column + place.length } };
  const text = "\n".repeat(firstLine - 1) + withRefusedShown(lines.join("\n"));
  return codeFrameColumns(text, location, { linesAbove: 1, linesBelow: 1 }).split("\n");
}
