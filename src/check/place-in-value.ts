/** Finds the place in a file of some characters of a YAML value. */
import type { LocatedText } from "../content/problem.ts";

/**
 * The place of `value[offset, offset + length)` in the file, where `start` is the place at which
 * the value begins there. Quotation marks, escapes and the folding of lines may stand between: the
 * value is followed through the file character by character, blanks as equal blanks.
 */
export function placeInValue(
  start: LocatedText,
  value: string,
  offset: number,
  length: number,
): LocatedText {
  const lines = start.text.split("\n");
  const begin =
    lines.slice(0, start.line - 1).reduce((sum, line) => sum + line.length + 1, 0) +
    start.column -
    1;
  const at = follow(start.text, begin, value, offset);
  if (at === null) return start;
  const before = start.text.slice(0, at).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const rest = (lines[line - 1] ?? "").length - column + 1;
  return { ...start, line, column, length: Math.max(1, Math.min(length, rest)) };
}

/** The index in `text` of the value's character at `offset`, or `null` if the two part ways. */
function follow(text: string, begin: number, value: string, offset: number): number | null {
  let index = begin;
  for (let read = 0; read <= offset; read++) {
    const wanted = value[read];
    if (wanted === undefined) return null;
    if (/\s/.test(wanted)) {
      while (/\s/.test(text[index] ?? "")) index++;
      continue;
    }
    while (index < text.length && text[index] !== wanted && /[\s"'\\|>+-]/.test(text[index] ?? ""))
      index++;
    if (text[index] !== wanted) return null;
    if (read === offset) return index;
    index++;
  }
  return null;
}
