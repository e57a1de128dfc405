/** Nunjucks' own syntax tree, which has no types: all that is taken from it is looked at first. */
import { createRequire } from "node:module";

/** A node of Nunjucks' tree. */
export interface SyntaxNode {
  /** Such as `InlineIf`. */
  readonly typename: string;
  /** Counted from 0. */
  readonly lineno: number;
}

/** Parses a template. @throws Error for one that Nunjucks cannot read, with its line. */
export function parseSource(path: string, source: string): SyntaxNode {
  // Loaded when it is needed, which is seldom: templates are compiled ahead.
  const nunjucks: object = createRequire(import.meta.url)("nunjucks");
  const parser: unknown = Reflect.get(nunjucks, "parser");
  const parse: unknown = isObject(parser) ? Reflect.get(parser, "parse") : null;
  if (typeof parse !== "function") throw new Error("Nunjucks has another form than is known");
  try {
    const root: unknown = parse(source, [], { trimBlocks: true, lstripBlocks: true });
    return nodeOf(root);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Nunjucks names no line for what is missing at the end.
    const line = Number(Reflect.get(error, "lineno")) || source.trimEnd().split("\n").length;
    throw new Error(`templates/${path}:${line} ${error.message}`);
  }
}

/** The nodes that a node holds. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return nodesAt(node, "children");
}

/** The list of nodes of a name. @throws Error if there is none */
export function nodesAt(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const found: unknown = Reflect.get(node, name);
  if (!Array.isArray(found)) throw new Error(`A ${node.typename} of Nunjucks has no ${name}`);
  return found.map(nodeOf);
}

/** The node of a name. @throws Error if there is none */
export function nodeAt(node: SyntaxNode, name: string): SyntaxNode {
  return nodeOf(Reflect.get(node, name));
}

/** What is read of the node of a name, or something else where there is none. */
export function optional<Result>(
  node: SyntaxNode,
  name: string,
  read: (found: SyntaxNode) => Result,
  otherwise: Result,
): Result {
  const found: unknown = Reflect.get(node, name);
  return found === null || found === undefined ? otherwise : read(nodeOf(found));
}

function nodeOf(value: unknown): SyntaxNode {
  if (isNode(value)) return value;
  throw new Error("Nunjucks gives another syntax tree than is known");
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    isObject(value) &&
    typeof Reflect.get(value, "typename") === "string" &&
    typeof Reflect.get(value, "lineno") === "number"
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
