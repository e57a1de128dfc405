/** The line at the head of each printed page but the first, as style: `@page` knows no text of the page. */

/** What stands at the head of printed pages. */
export interface RunningHead {
  /** Where a line begins: the sheet, and the page where it is known. */
  readonly start: string;
  /** Where it ends; may be empty. */
  readonly end: string;
  readonly direction: "ltr" | "rtl";
}

/** A style rule in the layer of the print style, whose rule for first pages is stronger. */
export function runningHeadStyle({ start, end, direction }: RunningHead): string {
  const [first, last] = direction === "rtl" ? ["right", "left"] : ["left", "right"];
  return `@layer print{@page{@top-${first}{content:${quoted(start)}}@top-${last}{content:${quoted(end)}}}}`;
}

/** Text as a CSS string: whatever could end it is escaped by its number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
