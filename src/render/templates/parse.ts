/** Reads templates: Nunjucks parses them, and what they hold beyond {@link Template} is refused with its place. */
import {
  childrenOf,
  nodeAt,
  nodesAt,
  optional,
  parseSource,
  type SyntaxNode,
} from "./nunjucks-nodes.ts";
import type { Expression, Operator, Statement, Template } from "./syntax.ts";

/** Where a node stands in its template. */
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
