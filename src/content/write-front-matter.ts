/** Writes front matter as an editor would: what is read back is what was given. */
import { Document, isScalar, Scalar, visit, type YAMLSeq } from "yaml";
import { CONTROL_CHARACTER } from "./honest-text.ts";

/** What a key may hold: text, a list, or keys of its own. */
export type FrontMatterValue =
  | string
  | readonly FrontMatterValue[]
  | { readonly [key: string]: FrontMatterValue };

/** Keys in the order in which they are written; one that is `undefined` is left out. */
export type FrontMatterKeys = Readonly<Record<string, FrontMatterValue | undefined>>;

/** A list of words that is longer than this is written one item a line. */
const LONGEST_LIST = 80;

/**
 * A content file: the keys between two lines of hyphens, and the body below.
 * @param body Markdown without control characters; spaces and empty lines at both ends are cut off, as
 *   reading does.
 */
export function writeFrontMatter(keys: FrontMatterKeys, body = ""): string {
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [writeKey(key, value)],
  );
  const text = body.trim();
  return `---\n${lines.join("")}---\n${text === "" ? "" : `${text}\n`}`;
}

/**
 * One key with its value, ended by a line end: quoted only where YAML asks for it. Text stays on its line
 * however long it is, text of several lines and lists of keys stand below the key, short lists of words beside
 * it.
 */
export function writeKey(key: string, value: FrontMatterValue): string {
  const document = new Document({ [key]: readByAll(value) });
  visit(document, {
    Scalar: (_key, node) => {
      if (isScalar(node) && !isPlainProse(String(node.value))) node.type = Scalar.QUOTE_DOUBLE;
    },
    Seq: (_key, node) => {
      node.flow = isShortList(node);
    },
  });
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  // Such a character stands between double quotation marks, where it can be escaped.
  return text.replace(new RegExp(HIDDEN, "gu"), escaped);
}

/** Text that YAML can hold as it is: nothing hidden, and no line with spaces at an end, which a block would lose. */
function isPlainProse(text: string): boolean {
  if (HIDDEN.test(text)) return false;
  const lines = text.split("\n");
  return (
    lines.length === 1 || (text === text.trim() && lines.every((line) => line === line.trim()))
  );
}

/** Text that reading would refuse, or a reader of YAML pass over, if it stood in the file as it is. */
const HIDDEN = new RegExp(`${CONTROL_CHARACTER.source}|[\\u2028\\u2029\\uFEFF]`, "u");

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Numbers and switches are written without quotation marks, as the documentation shows them; other text that
 * some readers of YAML take for something else (`null`, `1e3`) is quoted.
 */
function readByAll(value: FrontMatterValue): unknown {
  if (typeof value === "string") {
    if (value === "true" || value === "false") return value === "true";
    return /^(?:0|[1-9]\d{0,3})$/.test(value) ? Number(value) : value;
  }
  if (isList(value)) return value.map(readByAll);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readByAll(each)]));
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}

function isShortList({ items }: YAMLSeq): boolean {
  const words = items.map((item) => (isScalar(item) ? String(item.value) : null));
  return (
    words.every((word) => word !== null && !/[\n,]/.test(word)) &&
    words.join(", ").length <= LONGEST_LIST
  );
}
