/** Small parts of a Markdown text. */

/** Text that Markdown shows as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=[#\w]+;)/g, "\\&")
    .replace(/^(#+|[-+]|\d+[.)])(?=\s)/, (mark) => mark.replace(/.$/, "\\$&"));
}

/** Text that leads to an address; the text alone where there is none. */
export function markdownLink(text: string, address: string): string {
  const escaped = escapeMarkdown(text);
  return address === ""
    ? escaped
    : `[${escaped}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`;
}

/** A section with its lines as a list; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `### ${escapeMarkdown(heading)}\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}
