/** Problems for programs: one JSON document whose form is promised in docs/reference/command-line.md. */
import { z } from "zod";
import { hasErrors, type Problem } from "../../content/problem.ts";

const place = z.strictObject({
  /** Relative to the folder in which the command was called, with forward slashes. */
  path: z.string(),
  /** From 1. */
  line: z.int().positive(),
  /** From 1, in UTF-16 code units. */
  column: z.int().positive(),
  /** Just behind the last character at fault, in the same line. */
  endColumn: z.int().positive(),
});

/** What `check --format json` prints. Keys may be added; `version` changes when one is taken out or changes its meaning. */
export const checkReportSchema = z.strictObject({
  version: z.literal(1),
  /** Whether the sheet can be built. */
  ok: z.boolean(),
  counts: z.strictObject({ errors: z.int(), warnings: z.int() }),
  problems: z.array(
    place.extend({
      code: z.string(),
      severity: z.enum(["error", "warning"]),
      message: z.string(),
      /** What to do, or empty. */
      hint: z.string(),
    }),
  ),
});

/** A report as it is printed. */
export type CheckReport = z.output<typeof checkReportSchema>;

/** The report of some problems. */
export function checkReport(problems: readonly Problem[]): CheckReport {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    version: 1,
    ok: !hasErrors(problems),
    counts: { errors, warnings: problems.length - errors },
    problems: problems.map(({ place: { path, line, column, length }, ...problem }) => ({
      path,
      line,
      column,
      endColumn: column + length,
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      hint: problem.hint,
    })),
  };
}

/** The report as text, two spaces to a level, with a line end. */
export function formatJson(problems: readonly Problem[]): string {
  return `${JSON.stringify(checkReport(problems), null, 2)}\n`;
}
