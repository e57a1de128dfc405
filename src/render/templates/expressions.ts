/** Expressions of templates as JavaScript. */
import type { Expression, Template } from "./syntax.ts";

/** What is compiled. */
export interface TemplateSet {
  readonly templates: readonly Template[];
  /** Names of functions that templates may call, which depend on nothing but what they are given. */
  readonly helpers: readonly string[];
  /** Macros that are given one object for many pages, and run once for each. */
  readonly onceForEachObject: readonly string[];
}

/** What names mean at a place in a template. */
export interface Scope {
  readonly set: TemplateSet;
  /** Names of values: parameters, variables of loops, `view`. */
  readonly values: ReadonlySet<string>;
  readonly macros: ReadonlySet<string>;
  /** The JavaScript variables of the innermost loop. */
  readonly loop: { readonly index: string; readonly list: string } | null;
  readonly depth: number;
  /** For blocks, where the page's are passed. */
  readonly isLayout: boolean;
  /** What is the same for all pages: JavaScript variables by their code, which is run once. */
  readonly constants: Map<string, string>;
}

/** The code of a helper's call that is the same for all pages; `null` for everything else. */
function constantCall(expression: Expression, scope: Scope): string | null {
  if (expression.kind !== "call" || meaningOf(expression.name, scope) !== "helper") return null;
  const given = expression.given.map((value) =>
    value.kind === "literal" ? JSON.stringify(value.value) : constantCall(value, scope),
  );
  return given.includes(null) ? null : `h_${expression.name}(${given.join(", ")})`;
}

/** The variable that holds what some code gives. */
function constant(code: string, { constants }: Scope): string {
  const name = constants.get(code) ?? `c${constants.size}`;
  constants.set(code, name);
  return name;
}

/** The markup an expression gives. */
export function outputCode(expression: Expression, place: string, scope: Scope): string {
  if (expression.kind === "call" && meaningOf(expression.name, scope) === "macro")
    return macroCall(expression.name, expression.given, scope);
  const call = constantCall(expression, scope);
  if (call !== null) return constant(`output(${call}, ${JSON.stringify(place)})`, scope);
  if (expression.kind === "safe") return `safe(${valueCode(expression.value, scope)}).html`;
  return `output(${valueCode(expression, scope)}, ${JSON.stringify(place)})`;
}

/** The value of an expression. @throws Error with the place if it calls what is no function or macro */
export function valueCode(expression: Expression, scope: Scope): string {
  const call = constantCall(expression, scope);
  if (call !== null) return constant(call, scope);
  switch (expression.kind) {
    case "name":
      return nameCode(expression.name, expression.place, scope);
    case "property":
      return loopPropertyCode(expression, scope) ?? propertyCode(expression, scope);
    case "call": {
      if (meaningOf(expression.name, scope) === "macro")
        return `new Markup(${macroCall(expression.name, expression.given, scope)})`;
      if (meaningOf(expression.name, scope) !== "helper")
        throw new Error(`templates/${expression.place} calls "${expression.name}", which is none`);
      return `h_${expression.name}(${expression.given.map((value) => valueCode(value, scope)).join(", ")})`;
    }
    case "safe":
      return `safe(${valueCode(expression.value, scope)})`;
    case "join":
      return `join(${valueCode(expression.list, scope)}, ${valueCode(expression.separator, scope)})`;
    case "not":
      return `!(${valueCode(expression.value, scope)})`;
    case "operation":
      return `(${valueCode(expression.left, scope)} ${expression.operator} ${valueCode(expression.right, scope)})`;
    case "choice":
      return `(${valueCode(expression.condition, scope)} ? ${valueCode(expression.chosen, scope)} : ${valueCode(expression.otherwise, scope)})`;
    case "record":
      return `{ ${expression.entries.map(([key, value]) => `${JSON.stringify(key)}: ${valueCode(value, scope)}`).join(", ")} }`;
    case "literal":
      return JSON.stringify(expression.value);
  }
}

function nameCode(name: string, place: string, scope: Scope): string {
  if (meaningOf(name, scope) === "value") return variable(name);
  throw new Error(`templates/${place} names "${name}", which is not known there`);
}

/** As in Nunjucks, what is missing has no properties rather than none that can be asked for. */
function propertyCode({ of, name }: Expression & { kind: "property" }, scope: Scope): string {
  const target = valueCode(of, scope);
  if (
    name.kind === "literal" &&
    typeof name.value === "string" &&
    /^[A-Za-z_]\w*$/.test(name.value)
  )
    return `${target}?.${name.value}`;
  return `${target}?.[${valueCode(name, scope)}]`;
}

function loopPropertyCode(
  { of, name }: Expression & { kind: "property" },
  scope: Scope,
): string | null {
  const { loop } = scope;
  if (of.kind !== "name" || of.name !== "loop" || scope.values.has("loop")) return null;
  const property = name.kind === "literal" ? name.value : null;
  if (loop && property === "index") return `(${loop.index} + 1)`;
  if (loop && property === "first") return `(${loop.index} === 0)`;
  if (loop && property === "last") return `(${loop.index} === ${loop.list}.length - 1)`;
  throw new Error(`templates/${of.place} asks for loop.${String(property)}, which is not known`);
}

function macroCall(name: string, given: readonly Expression[], scope: Scope): string {
  return `m_${name}(${given.map((value) => valueCode(value, scope)).join(", ")})`;
}

/** A value hides a macro of its name, a macro a helper. */
function meaningOf(name: string, scope: Scope): "value" | "macro" | "helper" | "unknown" {
  if (scope.values.has(name)) return "value";
  if (scope.macros.has(name)) return "macro";
  return scope.set.helpers.includes(name) ? "helper" : "unknown";
}

/** The JavaScript variable of a template's name. */
export function variable(name: string): string {
  return `v_${name}`;
}
