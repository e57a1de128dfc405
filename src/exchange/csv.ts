/** Tables as CSV (RFC 4180), safe to open in a spreadsheet. */
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { Cells } from "./cells.ts";

/** A row of a table and the line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: Cells;
}

/** A table read. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Thrown when a file is no table; the message says why. */
export class TableError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** What spreadsheets take for a formula; an apostrophe before it says that it is text. */
const FORMULA = /^'*[=+\-@\t]/;

/** Writes a table: UTF-8 with the mark by which spreadsheets know it, lines ended as the standard says. */
export function writeCsv(columns: readonly string[], rows: readonly Cells[]): string {
  const cells = rows.map((row) => columns.map((column) => guarded(row.get(column) ?? "")));
  return stringify([columns.map(guarded), ...cells], { bom: true, record_delimiter: "windows" });
}

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const parsedRows = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ bytes: z.number() }) }),
);

/**
 * Reads a table whose first row names its columns. Empty rows are passed over.
 * @throws TableError where it is no CSV, a row has too many or too few cells, or two columns have one name
 */
export function readCsv(text: string): Table {
  let parsed: z.output<typeof parsedRows>;
  try {
    parsed = parsedRows.parse(parse(text, { bom: true, info: true, skip_empty_lines: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    throw new TableError(error.message.replace(/ on line \d+/, ""), line);
  }
  const [head, ...records] = parsed;
  const columns = (head?.record ?? []).map((name) => unguarded(name).trim());
  const repeated = columns.find((name, place) => columns.indexOf(name) < place);
  if (repeated !== undefined) throw new TableError(`two columns are called "${repeated}"`, 1);
  const lineAt = lineCounter(Buffer.from(text));
  let end = head?.info.bytes ?? 0;
  const rows = records.map(({ record, info }) => {
    const line = lineAt(end);
    end = info.bytes;
    const cells = record.map((cell) => unguarded(cell.replace(/\r\n?/g, "\n")));
    return { line, cells: new Map(columns.map((name, place) => [name, cells[place] ?? ""])) };
  });
  return { columns, rows: rows.filter(({ cells }) => [...cells.values()].some(Boolean)) };
}

/** Tells the line of the first character at or after an offset that ends no line. Offsets must not decrease. */
function lineCounter(bytes: Buffer): (offset: number) => number {
  const [newLine, carriageReturn] = [10, 13];
  let line = 1;
  let place = 0;
  return (offset) => {
    while (place < offset || bytes[place] === newLine || bytes[place] === carriageReturn) {
      if (bytes[place] === newLine) line += 1;
      place += 1;
    }
    return line;
  };
}
