/** The signs of marks, which a page draws once and refers to: `templates/partials/glyphs.njk`. */

/** Names of all signs, in the order in which pages draw them. */
export const GLYPHS = [
  "yes",
  "half",
  "ring",
  "query",
  "no",
  "counter",
  "differ",
  "same",
  "none",
] as const;

/** The name of a sign. */
export type Glyph = (typeof GLYPHS)[number];

/** How markup refers to a sign, up to its name. */
const REFERENCE = "#g-";

/** The signs that markup refers to, each once. */
export function glyphsIn(markup: unknown): readonly Glyph[] {
  const text = String(markup);
  const names = new Set<string>();
  for (let at = text.indexOf(REFERENCE); at >= 0; at = text.indexOf(REFERENCE, at)) {
    at += REFERENCE.length;
    names.add(text.slice(at, text.indexOf('"', at)));
  }
  return GLYPHS.filter((name) => names.has(name));
}
