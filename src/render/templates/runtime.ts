/** What compiled templates call while they render. */

/** Markup a macro made, which goes into a page as it is. As in Nunjucks it counts as true even if empty. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

const SPECIAL = /[&"'<>\\]/;

/**
 * A value as it stands in a page: markup as it is, everything else escaped as Nunjucks does it.
 * @throws Error for `null` and `undefined`, which only a mistake in a template or its view gives.
 */
export function output(value: unknown, place: string): string {
  if (typeof value === "string") return SPECIAL.test(value) ? escaped(value) : value;
  if (value instanceof Markup) return value.html;
  if (value === null || value === undefined)
    throw new Error(`templates/${place} shows something that the page's view does not have`);
  return escaped(String(value));
}

/** Text as markup. */
export function escaped(text: string): string {
  let result = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const replacement = ESCAPES[text.charCodeAt(at)];
    if (replacement === undefined) continue;
    result += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** By character code. */
const ESCAPES: readonly (string | undefined)[] = Array.from({ length: 93 }, (_, code) => {
  const character = String.fromCharCode(code);
  return {
    "&": "&amp;",
    '"': "&quot;",
    "'": "&#39;",
    "<": "&lt;",
    ">": "&gt;",
    "\\": "&#92;",
  }[character];
});

/** What a loop goes through. @throws Error if it is no list. */
export function list(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`templates/${place} goes through something that is no list`);
}

/** A list's entries with something between them. @throws Error if it is no list */
export function join(value: unknown, separator: unknown): string {
  if (!Array.isArray(value)) throw new Error("A template joins something that is no list");
  return value.join(String(separator));
}

/** Text that is markup already. */
export function safe(value: unknown): Markup {
  return value instanceof Markup ? value : new Markup(String(value));
}

/** A macro that remembers its markup by the object it was given, on which alone it depends. */
export function onceForEachObject(macro: (given: object) => string): (given: object) => string {
  const known = new WeakMap<object, string>();
  return (given) => {
    const markup = known.get(given) ?? macro(given);
    known.set(given, markup);
    return markup;
  };
}
