/** Where keys and their values stand in a block of YAML, so that one can be replaced and the rest left as it is. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";

/** A key with its value, as they stand in the text. */
export interface KeySpan {
  readonly name: string;
  /** Where the key begins. */
  readonly start: number;
  /** Where the value ends, a comment behind it not included. */
  readonly end: number;
  readonly value: Node | null;
}

/** The keys of a map written in block style, in the order in which they stand; `null` for any other map. */
export function spansIn(map: YAMLMap): readonly KeySpan[] | null {
  if (map.flow) return null;
  const spans: KeySpan[] = [];
  for (const pair of map.items) {
    const span = spanOf(pair);
    if (span === null) return null;
    spans.push(span);
  }
  return spans;
}

function spanOf({ key, value }: Pair): KeySpan | null {
  if (!isScalar(key) || !key.range) return null;
  const node = isScalar(value) || isMap(value) || isSeq(value) ? value : null;
  return {
    name: String(key.value),
    start: key.range[0],
    end: node === null ? key.range[1] + 1 : endOf(node),
    value: node,
  };
}

/** Where the last thing written in a node ends: a list's own range may reach into comments below it. */
function endOf(node: Node): number {
  const own = node.range?.[1] ?? 0;
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    const span = last && spanOf(last);
    return span ? span.end : own;
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1);
    return isScalar(last) || isMap(last) || isSeq(last) ? endOf(last) : own;
  }
  return own;
}

/** Where the line ends in which an offset lies, its line end included. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** Where the line begins in which an offset lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
