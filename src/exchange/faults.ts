/** What does not fit in an import: each at its row and column, all told at once. */
import type { ProblemCode } from "../content/problem-codes.ts";

/** A row of what is imported, and a column. */
export interface Place {
  /** `table.csv:17`, or `sheet.json:facts[3]`. */
  readonly where: string;
  /** The column or key; empty for the row as a whole. */
  readonly column: string;
}

/** What can be wrong beside what can be wrong with any content file. */
export type ImportCode =
  | "invalid-csv"
  | "invalid-json"
  | "unknown-column"
  | "unknown-word"
  | "unreadable-date"
  | "file-exists";

/** One fault. */
export interface ImportFault {
  readonly place: Place;
  readonly code: ImportCode | ProblemCode;
  readonly message: string;
}

/** A place in a table. */
export function placedIn(file: string, line: number, column: string): Place {
  return { where: `${file}:${line}`, column };
}

/** A fault on a line: `table.csv:17:date impossible-date  "31.2." is not a date.` */
export function formatFault({ place, code, message }: ImportFault): string {
  const column = place.column === "" ? "" : `:${place.column}`;
  return `${place.where}${column} ${code}  ${message}.`;
}
