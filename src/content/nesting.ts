/** How deep YAML nests, told without parsing it: parsers call themselves once a level. */
import { MAX_NESTING } from "./limits.ts";

/** Marks that open a level on the line they stand on: `- - -`, `? ? ?`. */
const OPENERS_IN_A_ROW = new RegExp(`(?:[-?:][ \\t]+){${MAX_NESTING}}`);

/**
 * Where a block nests too deep, or `null`. Brackets within text count too: what is refused is more
 * of them unclosed than any text has.
 */
export function tooDeepAt(yaml: string): number | null {
  const row = OPENERS_IN_A_ROW.exec(yaml);
  if (row) return row.index;
  return tooManyBrackets(yaml) ?? tooManyIndents(yaml) ?? tooManyColons(yaml);
}

/** `a: b: c:` is no YAML, but a parser goes one level down at each colon before it says so. */
function tooManyColons(yaml: string): number | null {
  if (!hasMore(yaml, ":", MAX_COLONS)) return null;
  let offset = 0;
  for (const line of yaml.split("\n")) {
    if (line.split(/:[ \t]/, MAX_COLONS + 2).length > MAX_COLONS + 1) return offset;
    offset += line.length + 1;
  }
  return null;
}

/** Of one line: even a dialogue set in one has fewer. */
const MAX_COLONS = 200;

function tooManyBrackets(yaml: string): number | null {
  if (!hasMore(yaml, "[", MAX_NESTING / 2) && !hasMore(yaml, "{", MAX_NESTING / 2)) return null;
  let depth = 0;
  for (const { 0: bracket, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : depth > 0 ? -1 : 0;
    if (depth > MAX_NESTING) return index;
  }
  return null;
}

/** So far in is at least one line of a block that is indented more often than it may be. */
const DEEPEST_INDENT = " ".repeat(MAX_NESTING);

/** Each deeper indentation than the line before can open a level. */
function tooManyIndents(yaml: string): number | null {
  if (!yaml.includes(DEEPEST_INDENT)) return null;
  const indents: number[] = [];
  for (const { 0: line, index } of yaml.matchAll(/^[ ]*(?=[^ \n])/gm)) {
    while ((indents.at(-1) ?? -1) >= line.length) indents.pop();
    indents.push(line.length);
    if (indents.length > MAX_NESTING) return index;
  }
  return null;
}

/** Whether a text holds a mark more often than so many times: seldom, so that nothing else need be counted. */
function hasMore(text: string, mark: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
