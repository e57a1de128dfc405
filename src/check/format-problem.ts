/** Problems as a person reads them on a terminal: place, code, message, the line itself, a hint. */

import { codeFrameColumns } from "@babel/code-frame";
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
  const where = `${place.path}:${place.line}:${place.column}`;
  const head = `${where} ${palette[severity](code)}  ${message}.`;
  const lines = [head, ...frame(problem), ...(hint ? [`  ${hint}`] : [])];
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

function frame({ place }: Problem): string[] {
  if (place.text === "") return [];
  const location = {
    start: { line: place.line, column: place.column },
    end: { line: place.line, column: place.column + place.length },
  };
  return codeFrameColumns(place.text, location, { linesAbove: 1, linesBelow: 1 }).split("\n");
}
