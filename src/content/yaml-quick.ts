/**
 * Reads front matter without positions, several times faster than `yaml-block.ts`, or leaves it:
 * only what is written in the few plain ways that both readers take alike is read here.
 */
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { readPlainLines } from "./yaml-plain.ts";

/** `text`, `"text"`, `'text'`, `[one, two]` or the mark before a block of text. */
const VALUE = [
  /[\p{L}\p{N}.(“„«‘](?:[^:#\n]|:(?=[^ \n])|(?<=[^ ])#)*/u,
  /"(?:[^"\\\n]|\\["\\])*"/u,
  /'(?:[^'\n]|'')*'/u,
  /\[(?:[a-zA-Z0-9][a-zA-Z0-9-]*(?:, [a-zA-Z0-9][a-zA-Z0-9-]*)*)?\]/u,
  /[|>][-+]?/u,
]
  .map(({ source }) => source)
  .join("|");

/** A line that is no plain one: a comment, an empty line, an odd space, an unseen mark, an anchor, a tag and all else. */
const ODD_LINE = new RegExp(
  `^(?! *(?:- (?=[^ \n-]))?(?:[a-zA-Z]+:(?: (?:${VALUE}))?|${VALUE})$)|[^\\S\\n ]|[\\0-\\x08\\x0E-\\x1F\\x7F-\\x9F\uFEFF\uFFFE\uFFFF\\p{Cs}]`,
  "mu",
);

/**
 * The front matter as maps, lists and text, exactly as the strict reader has it.
 * @returns `null` where a line is not plain enough to be sure of that, or the block has any fault.
 */
export function readYamlQuickly(yaml: string): Readonly<Record<string, unknown>> | null {
  if (ODD_LINE.test(yaml)) return null;
  const plain = readPlainLines(yaml);
  if (plain) return plain;
  let value: unknown;
  try {
    value = load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch {
    return null;
  }
  return isMap(value) ? withoutNull(value) : null;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing after a colon is the empty text. Changes the maps and lists in place: they are new. */
function withoutNull<Container extends Record<string, unknown> | unknown[]>(
  container: Container,
): Container {
  for (const [key, value] of Object.entries(container)) {
    if (value === null) Object.defineProperty(container, key, { ...OWN, value: "" });
    else if (Array.isArray(value)) withoutNull(value);
    else if (isMap(value)) withoutNull(value);
  }
  return container;
}

const OWN = { enumerable: true, configurable: true, writable: true };
