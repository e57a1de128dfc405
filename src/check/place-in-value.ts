/** Finds the place in a file of some characters of a YAML value. */
import type { LocatedText } from "../content/problem.ts";
import { scalarUnits } from "./scalar-units.ts";

/**
 * The place of `value[offset, offset + length)` in the file, where `start` is the place at which
 * the value begins there, however it is written: plain, quoted, literal or folded, on one line or
 * several. Where it goes on in a further line, the place ends with the first one.
 */
export function placeInValue(
  start: LocatedText,
  value: string,
  offset: number,
  length: number,
): LocatedText {
  const span = follow(start.text, offsetOf(start), value, offset, offset + length);
  if (span === null) return start;
  const before = start.text.slice(0, span.start).split("\n");
  const written = start.text.slice(span.start, span.end).split("\n")[0] ?? "";
  return {
    ...start,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: Math.max(1, written.length),
  };
}

function offsetOf({ text, line, column }: LocatedText): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** Where the value's characters from one offset to another are written, or `null` if it is another value. */
function follow(
  text: string,
  begin: number,
  value: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | null {
  let read = 0;
  let start: number | null = null;
  let end = begin;
  for (const unit of scalarUnits(text, begin)) {
    if (start !== null && read >= to) break;
    const wanted = value.slice(read, read + unit.value.length);
    if (isBlank(unit.value)) {
      // A run of blanks is as good as any other, and blanks around the value are cut off.
      if (isBlank(wanted)) read = pastBlanks(value, read);
      continue;
    }
    if (wanted !== unit.value) return null;
    if (start === null && read + unit.value.length > from) start = unit.start;
    read += unit.value.length;
    end = unit.end;
  }
  return start === null ? null : { start, end };
}

function isBlank(text: string): boolean {
  return text !== "" && text.trim() === "";
}

function pastBlanks(value: string, from: number): number {
  let at = from;
  while (isBlank(value.charAt(at))) at += 1;
  return at;
}
