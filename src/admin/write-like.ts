/** Writes a value in the manner of the one whose place it takes. */
import { Document, isScalar, isSeq, type Node, Scalar } from "yaml";
import { type FrontMatterValue, writeKey } from "../content/write-front-matter.ts";

/** How wide folded text is written. */
const WIDTH = 100;

/** The manners in which text can be written that tell it from a plain word. */
const MANNERS: readonly unknown[] = [
  Scalar.BLOCK_FOLDED,
  Scalar.BLOCK_LITERAL,
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
];

/**
 * A key with its value, ended by a line end. Text keeps its quotation marks or its folding, and a list of
 * words its brackets.
 * @param hasComment whether a comment follows on the line, which text of several lines would swallow.
 */
export function writeLike(
  key: string,
  value: FrontMatterValue,
  old: Node | null,
  hasComment: boolean,
): string {
  if (typeof value === "string") {
    const manner = hasComment && value.includes("\n") ? Scalar.QUOTE_DOUBLE : mannerOf(old);
    return manner === null ? writeKey(key, value) : writeScalar(key, value, manner);
  }
  if (isSeq(old) && !old.flow) return writeBlockList(key, value);
  return writeKey(key, value);
}

function mannerOf(old: Node | null): Scalar.Type | null {
  return isScalar(old) && MANNERS.includes(old.type) ? (old.type ?? null) : null;
}

function writeScalar(key: string, value: string, manner: Scalar.Type): string {
  const plain = writeKey(key, value);
  // What hides is escaped, which only double quotation marks can do.
  if (/\\u[0-9a-f]{4}/.test(plain)) return plain;
  const scalar = new Scalar(value);
  scalar.type = manner;
  const isFolded = manner === Scalar.BLOCK_FOLDED;
  return new Document({ [key]: scalar }).toString({ lineWidth: isFolded ? WIDTH : 0 });
}

/** One item a line, as the list was. */
function writeBlockList(key: string, value: FrontMatterValue): string {
  if (typeof value === "string" || !Array.isArray(value)) return writeKey(key, value);
  const isOfWords = value.every((item) => typeof item === "string" && /^[a-z][\w-]*$/.test(item));
  if (!isOfWords) return writeKey(key, value);
  return `${key}:\n${value.map((item) => `  - ${item}\n`).join("")}`;
}
