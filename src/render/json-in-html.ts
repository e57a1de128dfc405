/** Data for a page's script, in a script element that is never run. */

/**
 * JSON as it may stand in a script element. `<` is written by its number, so that no text can end
 * the element or open a comment in it; what `JSON.parse` gives is the same.
 */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
