/**
 * The templates' syntax tree: the part of Nunjucks that the templates use, in types of our own.
 * Places in it are such as `partials/chrome.njk:12`.
 */

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
