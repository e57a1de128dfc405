/** Which key stands on a line of a file that we have written ourselves. */

/** The key on a line, such as `quote.text` or `corrections.2.note`; `body` below the front matter, empty on its first line. */
export function keyOnLine(text: string, line: number): string {
  let key = "";
  let entry = 0;
  let found = "";
  for (const [place, written] of text.split("\n").entries()) {
    if (place === 0) continue;
    if (written === "---") return "body";
    const [, outer] = /^([A-Za-z]+):/.exec(written) ?? [];
    const [, dash, inner] = /^ {2}(- | {2})?([A-Za-z]+):/.exec(written) ?? [];
    if (outer !== undefined) {
      [key, entry, found] = [outer, 0, outer];
    } else if (inner !== undefined && (dash === "- " || entry > 0)) {
      if (dash === "- ") entry += 1;
      found = `${key}.${entry}.${inner}`;
    } else if (inner !== undefined && dash === undefined) found = `${key}.${inner}`;
    if (place === line - 1) return found;
  }
  return "";
}
