/** The line at the head of each printed page but the first, as style: `@page` knows no text of the page. */

/** What stands at the head of printed pages. */
export interface RunningHead {
  /** Where a line begins: the sheet, and the page where it is known. */
  readonly start: string;
  /** Where it ends; may be empty. */
  readonly end: string;
  readonly direction: "ltr" | "rtl";
}

/** Style rules in the layer of the print style; the first page, which has the title block, goes without. */
export function runningHeadStyle({ start, end, direction }: RunningHead): string {
  const [first, last] = direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const boxes = (one: string, other: string): string =>
    `{@top-${first}{content:${one}}@top-${last}{content:${other}}}`;
  return `@layer print{@page${boxes(quoted(start), quoted(end))}@page :first${boxes("none", "none")}}`;
}

/** Text as a CSS string: whatever could end it is escaped by its number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
