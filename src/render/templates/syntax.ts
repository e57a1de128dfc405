/**
 * The templates' syntax tree: the part of Nunjucks that the templates use, in types of our own.
 * Nunjucks' parser reads the templates; what they hold beyond this is refused with its place.
 */
import { createRequire } from "node:module";

/** Something with a value. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "name"; readonly name: string; readonly place: string }
  | { readonly kind: "property"; readonly of: Expression; readonly name: Expression }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly given: readonly Expression[];
      readonly place: string;
    }
  | { readonly kind: "safe"; readonly value: Expression }
  | { readonly kind: "join"; readonly list: Expression; readonly separator: Expression }
  | { readonly kind: "not"; readonly value: Expression }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "choice";
      readonly condition: Expression;
      readonly chosen: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, Expression])[] };

/** What stands between two expressions, as JavaScript has it. */
export type Operator = "&&" | "||" | "+" | "-" | "==" | "!=" | "<" | ">" | "<=" | ">=";

/** Something that gives markup. */
export type Statement =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "output"; readonly value: Expression; readonly place: string }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: "for";
      readonly name: string;
      readonly list: Expression;
      readonly body: readonly Statement[];
      readonly place: string;
    }
  | {
      readonly kind: "set";
      readonly name: string;
      /** An expression, or the markup between `set` and `endset`. */
      readonly value: Expression | readonly Statement[];
    }
  | { readonly kind: "block"; readonly name: string; readonly body: readonly Statement[] }
  | { readonly kind: "include"; readonly path: string };

/** A macro: markup with names for what it is given. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
}

/** One template. */
export interface Template {
  /** Such as `layouts/base.njk`. */
  readonly path: string;
  /** The template whose blocks it fills; `null` for one that stands alone. */
  readonly extends: string | null;
  readonly macros: readonly Macro[];
  readonly body: readonly Statement[];
}

interface SyntaxNode {
  readonly typename: string;
  readonly lineno: number;
}

type Place = (node: SyntaxNode) => string;

/** Reads a template. @throws Error for syntax that Nunjucks or Standpoint does not know. */
export function parseTemplate(path: string, source: string): Template {
  const root = parseSource(path, source);
  const place: Place = ({ lineno }) => `${path}:${lineno + 1}`;
  const nodes = childrenOf(root);
  const parent = nodes.find(({ typename }) => typename === "Extends");
  return {
    path,
    extends: parent ? textOf(nodeAt(parent, "template"), place) : null,
    macros: nodes
      .filter(({ typename }) => typename === "Macro")
      .map((node) => ({
        name: nameOf(nodeAt(node, "name"), place),
        parameters: childrenOf(nodeAt(node, "args")).map((parameter) => nameOf(parameter, place)),
        body: statementsOf(nodeAt(node, "body"), place),
      })),
    body: nodes
      .filter(({ typename }) => typename !== "Extends" && typename !== "Macro")
      .flatMap((node) => statementsOf(node, place)),
  };
}

function parseSource(path: string, source: string): SyntaxNode {
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

function statementsOf(node: SyntaxNode, place: Place): readonly Statement[] {
  switch (node.typename) {
    case "NodeList":
      return childrenOf(node).flatMap((child) => statementsOf(child, place));
    case "Output":
      return childrenOf(node).map((child) =>
        child.typename === "TemplateData"
          ? { kind: "text", text: String(Reflect.get(child, "value")) }
          : { kind: "output", value: expressionOf(child, place), place: place(child) },
      );
    case "If":
      return [
        {
          kind: "if",
          condition: expressionOf(nodeAt(node, "cond"), place),
          body: statementsOf(nodeAt(node, "body"), place),
          otherwise: optional(node, "else_", (otherwise) => statementsOf(otherwise, place), []),
        },
      ];
    case "For":
      if (Reflect.get(node, "else_") !== null) throw unknownSyntax(node, place);
      return [
        {
          kind: "for",
          name: nameOf(nodeAt(node, "name"), place),
          list: expressionOf(nodeAt(node, "arr"), place),
          body: statementsOf(nodeAt(node, "body"), place),
          place: place(node),
        },
      ];
    case "Set": {
      const [target, second] = nodesAt(node, "targets");
      if (!target || second) throw unknownSyntax(node, place);
      const name = nameOf(target, place);
      const value = optional<Expression | readonly Statement[] | null>(
        node,
        "value",
        (found) => expressionOf(found, place),
        null,
      );
      const captured = (): readonly Statement[] =>
        statementsOf(nodeAt(nodeAt(node, "body"), "body"), place);
      return [{ kind: "set", name, value: value ?? captured() }];
    }
    case "Block":
      return [
        {
          kind: "block",
          name: nameOf(nodeAt(node, "name"), place),
          body: statementsOf(nodeAt(node, "body"), place),
        },
      ];
    case "Include":
      return [{ kind: "include", path: textOf(nodeAt(node, "template"), place) }];
    default:
      throw unknownSyntax(node, place);
  }
}

const OPERATORS: Readonly<Record<"And" | "Or" | "Add" | "Sub", Operator>> = {
  And: "&&",
  Or: "||",
  Add: "+",
  Sub: "-",
};

const COMPARISONS: Readonly<Record<string, Operator>> = {
  "==": "==",
  "!=": "!=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
};

function expressionOf(node: SyntaxNode, place: Place): Expression {
  const at = (name: string): Expression => expressionOf(nodeAt(node, name), place);
  const { typename } = node;
  switch (typename) {
    case "Literal":
      return { kind: "literal", value: literalOf(node, place) };
    case "Symbol":
      return { kind: "name", name: nameOf(node, place), place: place(node) };
    case "LookupVal":
      return { kind: "property", of: at("target"), name: at("val") };
    case "FunCall":
      return {
        kind: "call",
        name: nameOf(nodeAt(node, "name"), place),
        given: givenOf(node, place),
        place: place(node),
      };
    case "Filter":
      return filterOf(node, place);
    case "Group": {
      const [inner, second] = childrenOf(node);
      if (!inner || second) throw unknownSyntax(node, place);
      return expressionOf(inner, place);
    }
    case "Not":
      return { kind: "not", value: at("target") };
    case "And":
    case "Or":
    case "Add":
    case "Sub":
      return {
        kind: "operation",
        operator: OPERATORS[typename],
        left: at("left"),
        right: at("right"),
      };
    case "Compare":
      return comparisonOf(node, place);
    case "InlineIf":
      return {
        kind: "choice",
        condition: at("cond"),
        chosen: at("body"),
        otherwise: optional(node, "else_", (found) => expressionOf(found, place), EMPTY),
      };
    case "Dict":
      return {
        kind: "record",
        entries: childrenOf(node).map((pair) => [
          keyOf(nodeAt(pair, "key"), place),
          expressionOf(nodeAt(pair, "value"), place),
        ]),
      };
    default:
      throw unknownSyntax(node, place);
  }
}

const EMPTY: Expression = { kind: "literal", value: "" };

function givenOf(node: SyntaxNode, place: Place): readonly Expression[] {
  return childrenOf(nodeAt(node, "args")).map((given) => expressionOf(given, place));
}

function filterOf(node: SyntaxNode, place: Place): Expression {
  const [value, separator, more] = givenOf(node, place);
  const name = nameOf(nodeAt(node, "name"), place);
  if (value && name === "safe" && !separator) return { kind: "safe", value };
  if (value && name === "join" && separator && !more)
    return { kind: "join", list: value, separator };
  throw unknownSyntax(node, place);
}

function comparisonOf(node: SyntaxNode, place: Place): Expression {
  const [operand, second] = nodesAt(node, "ops");
  const operator = operand && COMPARISONS[String(Reflect.get(operand, "type"))];
  if (!operand || !operator || second) throw unknownSyntax(node, place);
  return {
    kind: "operation",
    operator,
    left: expressionOf(nodeAt(node, "expr"), place),
    right: expressionOf(nodeAt(operand, "expr"), place),
  };
}

function literalOf(node: SyntaxNode, place: Place): string | number | boolean | null {
  const value: unknown = Reflect.get(node, "value");
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw unknownSyntax(node, place);
}

/** A name of a template, which stands in the compiled code: word characters only. */
function nameOf(node: SyntaxNode, place: Place): string {
  const value: unknown = Reflect.get(node, "value");
  if (node.typename === "Symbol" && typeof value === "string" && /^\w+$/.test(value)) return value;
  throw unknownSyntax(node, place);
}

function keyOf(node: SyntaxNode, place: Place): string {
  return node.typename === "Symbol" ? nameOf(node, place) : textOf(node, place);
}

function textOf(node: SyntaxNode, place: Place): string {
  const value = node.typename === "Literal" ? literalOf(node, place) : null;
  if (typeof value === "string") return value;
  throw unknownSyntax(node, place);
}

function unknownSyntax(node: SyntaxNode, place: Place): Error {
  return new Error(`templates/${place(node)} holds a ${node.typename} that is not known here`);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return nodesAt(node, "children");
}

function nodesAt(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const found: unknown = Reflect.get(node, name);
  if (!Array.isArray(found)) throw new Error(`A ${node.typename} of Nunjucks has no ${name}`);
  return found.map(nodeOf);
}

function nodeAt(node: SyntaxNode, name: string): SyntaxNode {
  return nodeOf(Reflect.get(node, name));
}

function optional<Result>(
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
