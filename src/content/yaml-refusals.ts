/** What YAML has and content may not use: what could hide, double or cut a value. */
import { type Document, isMap, isScalar, type Node, visit, type YAMLMap } from "yaml";
import { lineStart } from "./problem.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** A part of a block that is refused. */
export interface Refusal {
  readonly code: ProblemCode;
  /** Where it stands in the block. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** Anchors, aliases, tags, keys that stand twice and comments that cut a value. */
export function refusedParts(document: Document, yaml: string): Refusal[] {
  const refusals: Refusal[] = [];
  visit(document, {
    Alias: (_key, node) => {
      refusals.push(unused(node, yaml, "an alias (*name)"));
    },
    Node: (_key, node) => {
      if ("anchor" in node && node.anchor) refusals.push(unused(node, yaml, "an anchor (&name)"));
      if (node.tag && !PLAIN_TAGS.includes(node.tag)) {
        refusals.push(unused(node, yaml, `a tag (${node.tag})`));
      }
      if (isMap(node)) refusals.push(...repeatedKeys(node, yaml));
      if (isScalar(node) && node.type === "PLAIN") refusals.push(...cuttingComment(node, yaml));
    },
  });
  return refusals;
}

/** The tags that text, maps and lists have without being given one. */
const PLAIN_TAGS: readonly string[] = ["str", "map", "seq"].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

function unused({ range }: Node, yaml: string, what: string): Refusal {
  const [valueStart, end] = range ?? [0, 1];
  const start = beforeProperties(yaml, valueStart);
  const message = `${what} is not used in content`;
  const hint = "Write the value out, or put quotation marks around it if it is text.";
  return { code: "invalid-yaml", start, end, message, hint };
}

/** Where a value begins together with its anchor and its tag, which its own range leaves out. */
function beforeProperties(yaml: string, valueStart: number): number {
  let start = valueStart;
  const line = lineStart(yaml, valueStart);
  for (let properties = 0; properties < 2; properties++) {
    const before = yaml.slice(line, start).trimEnd();
    const word = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\t")) + 1;
    if (!/^[&!]/.test(before.slice(word, word + 1))) break;
    start = line + word;
  }
  return start;
}

/** The parser's own search for them takes a time that grows with the square of the keys. */
function repeatedKeys({ items }: YAMLMap, yaml: string): Refusal[] {
  const known = new Set<unknown>();
  return items.flatMap(({ key }): Refusal[] => {
    if (!isScalar(key)) return [];
    const isRepeated = known.has(key.value);
    known.add(key.value);
    if (!isRepeated) return [];
    const start = key.range?.[0] ?? 0;
    const word = /^[^\s:]+/.exec(yaml.slice(start, start + 100))?.[0] ?? "a key";
    const message = `"${word}" stands twice`;
    return [{ code: "duplicate-key", start, end: start + 1, message, hint: "Keep one of them." }];
  });
}

/** ` #` ends a value without quotation marks, and nobody would miss the rest: `says: Rule #3` reads "Rule" with one more space. */
function cuttingComment({ range }: Node, yaml: string): Refusal[] {
  const [start, end, stop] = range ?? [0, 0, 0];
  const comment = start === end ? null : /^[ \t]+#.*/.exec(yaml.slice(end, stop));
  if (!comment) return [];
  return [
    {
      code: "comment-in-value",
      start: end + comment[0].indexOf("#"),
      end: end + comment[0].length,
      message: "what follows # is a comment and no part of the value",
      hint: "Put quotation marks around the whole value, or the comment on a line of its own.",
    },
  ];
}
