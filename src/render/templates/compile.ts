/**
 * Templates as one JavaScript function for each, which put strings together and nothing else: a
 * template that is run for 10,000 pages costs what its page costs. Nunjucks looks each name up in
 * frames at run time instead, which took a third of a build.
 *
 * Macros of `partials/` are known to all templates by name, macros of a page to that page. What
 * does not depend on a page, such as an interface word without values, is made once, before the
 * first page. The code depends on the templates alone, not on the language.
 */

import { outputCode, type Scope, type TemplateSet, valueCode, variable } from "./expressions.ts";
import { escaped } from "./runtime.ts";
import type { Expression, Macro, Statement, Template } from "./syntax.ts";

/**
 * Compiles templates into the body of a function of `runtime` and `helpers`, which returns the
 * page templates by name, as functions of a view.
 * @throws Error for a name that is not known.
 */
export function compileTemplates(set: TemplateSet): string {
  const partials = set.templates.filter(({ path }) => path.startsWith("partials/"));
  const layouts = set.templates.filter(({ path }) => path.startsWith("layouts/"));
  const pages = set.templates.filter(({ path }) => !path.includes("/"));
  const macros = partials.flatMap((template) => template.macros);
  const names = new Set(macros.map(({ name }) => name));
  if (names.size < macros.length) throw new Error("Two macros of templates/partials have one name");
  const scope: Scope = {
    set,
    values: new Set(),
    macros: names,
    loop: null,
    depth: 0,
    isLayout: false,
    constants: new Map(),
  };
  const functions = [
    ...macros.map((macro) => macroCode(macro, scope)),
    ...layouts.map((layout) => layoutCode(layout, scope)),
    "return {",
    ...pages.map((page) => `${JSON.stringify(nameOf(page))}: ${pageCode(page, scope)},`),
    "};",
  ];
  return [
    '"use strict";',
    "const { output, list, join, safe, onceForEachObject, Markup } = runtime;",
    ...set.helpers.map((name) => `const h_${name} = helpers.${name};`),
    ...[...scope.constants].map(([code, name]) => `const ${name} = ${code};`),
    ...functions,
  ].join("\n");
}

function nameOf({ path }: Template): string {
  return path.slice(0, -".njk".length);
}

function macroCode({ name, parameters, body }: Macro, scope: Scope): string {
  const inner = { ...scope, values: new Set(parameters) };
  const code = `(${parameters.map(variable).join(", ")}) => ${functionBody(body, inner)}`;
  const isKept = scope.set.onceForEachObject.includes(name);
  return `const m_${name} = ${isKept ? `onceForEachObject(${code})` : code};`;
}

function layoutCode(layout: Template, scope: Scope): string {
  const inner = { ...scope, values: new Set(["view"]), isLayout: true };
  return `const ${layoutName(layout.path)} = (v_view, blocks) => ${functionBody(layout.body, inner)};`;
}

function layoutName(path: string): string {
  return `l_${path.replace(/\W/g, "_")}`;
}

function pageCode(page: Template, scope: Scope): string {
  const twice = page.macros.find(({ name }) => scope.macros.has(name));
  if (twice)
    throw new Error(`templates/${page.path} has a macro called like "${twice.name}" of another`);
  const inner = {
    ...scope,
    values: new Set(["view"]),
    macros: new Set([...scope.macros, ...page.macros.map(({ name }) => name)]),
  };
  const macros = page.macros.map((macro) => macroCode(macro, inner));
  return ["(() => {", ...macros, ...renderCode(page, inner), "})()"].join("\n");
}

/** A page that stands alone, or one that fills the blocks of a layout. */
function renderCode(page: Template, scope: Scope): readonly string[] {
  if (page.extends === null) return [`return (v_view) => ${functionBody(page.body, scope)};`];
  const blocks = page.body.flatMap((statement) => (statement.kind === "block" ? [statement] : []));
  return [
    "const blocks = {",
    ...blocks.map(({ name, body }) => `${name}: (v_view) => ${functionBody(body, scope)},`),
    "};",
    `return (v_view) => ${layoutName(page.extends)}(v_view, blocks);`,
  ];
}

function functionBody(body: readonly Statement[], scope: Scope): string {
  return `{\nlet o = "";\n${bodyCode(body, scope)}return o;\n}`;
}

/** Statements, with what is known of them now put together. */
function bodyCode(body: readonly Statement[], outer: Scope): string {
  let scope = outer;
  let code = "";
  let text = "";
  const flush = (): void => {
    if (text !== "") code += `o += ${JSON.stringify(text)};\n`;
    text = "";
  };
  for (const statement of withIncludes(body, scope.set)) {
    const known = knownText(statement);
    if (known !== null) {
      text += known;
      continue;
    }
    flush();
    if (statement.kind === "set")
      scope = { ...scope, values: new Set([...scope.values, statement.name]) };
    code += statementCode(statement, scope);
  }
  flush();
  return code;
}

function withIncludes(body: readonly Statement[], set: TemplateSet): readonly Statement[] {
  return body.flatMap((statement) => {
    if (statement.kind !== "include") return statement;
    const included = set.templates.find(({ path }) => path === statement.path);
    if (!included) throw new Error(`There is no templates/${statement.path} to include`);
    return withIncludes(included.body, set);
  });
}

function knownText(statement: Statement): string | null {
  if (statement.kind === "text") return statement.text;
  if (statement.kind !== "output" || statement.value.kind !== "literal") return null;
  const { value } = statement.value;
  return value === null ? null : escaped(String(value));
}

function statementCode(statement: Statement, scope: Scope): string {
  switch (statement.kind) {
    case "output":
      return `o += ${outputCode(statement.value, statement.place, scope)};\n`;
    case "if": {
      const then = `if (${valueCode(statement.condition, scope)}) {\n${bodyCode(statement.body, scope)}}`;
      const otherwise = bodyCode(statement.otherwise, scope);
      return `${then}${otherwise === "" ? "" : ` else {\n${otherwise}}`}\n`;
    }
    case "for":
      return loopCode(statement, scope);
    case "set": {
      const { value } = statement;
      return isStatements(value)
        ? `const ${variable(statement.name)} = (() => ${functionBody(value, scope)})();\n`
        : `const ${variable(statement.name)} = ${valueCode(value, scope)};\n`;
    }
    case "block": {
      if (!scope.isLayout) throw new Error("A block stands where none is known");
      const name = JSON.stringify(statement.name);
      const otherwise = bodyCode(statement.body, scope);
      return `if (blocks[${name}]) o += blocks[${name}](v_view);\n${otherwise === "" ? "" : `else {\n${otherwise}}\n`}`;
    }
    default:
      throw new Error(`A statement of kind ${statement.kind} is not known here`);
  }
}

function loopCode({ name, list, body, place }: Statement & { kind: "for" }, scope: Scope): string {
  const depth = scope.depth + 1;
  const loop = { list: `list${depth}`, index: `at${depth}` };
  const inner = { ...scope, values: new Set([...scope.values, name]), loop, depth };
  return [
    "{",
    `const ${loop.list} = list(${valueCode(list, scope)}, ${JSON.stringify(place)});`,
    `for (let ${loop.index} = 0; ${loop.index} < ${loop.list}.length; ${loop.index}++) {`,
    `const ${variable(name)} = ${loop.list}[${loop.index}];`,
    `${bodyCode(body, inner)}}`,
    "}\n",
  ].join("\n");
}

function isStatements(value: Expression | readonly Statement[]): value is readonly Statement[] {
  return Array.isArray(value);
}
