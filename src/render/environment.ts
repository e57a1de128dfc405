/** The templates of a build: markup only, escaped by default, strict about what is missing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../content/dates.ts";
import { glyphsIn } from "./glyphs.ts";
import { relationOf } from "./links.ts";
import { directionOf } from "./locale/direction.ts";
import type { Words } from "./locale/words.ts";
import { compileTemplates } from "./templates/compile.ts";
import * as runtime from "./templates/runtime.ts";
import { parseTemplate, type Template } from "./templates/syntax.ts";

/** Renders a view, which the template finds as `view`, with the page template of that name. */
export interface Templates {
  readonly render: (name: string, view: object) => string;
}

/** Macros of `partials/chrome.njk`: what they are given is one object for many pages. */
const ONCE_FOR_EACH_OBJECT = ["headLinks", "brandAndNavigation", "themeSwitch", "footLinks"];

const HELPERS = ["t", "direction", "relation", "glyphsIn"] as const;

/**
 * Compiles all templates. The code depends on nothing else.
 * @param folder the folder that holds the templates.
 * @throws Error for a template that cannot be compiled.
 */
export function templateCode(folder: string): string {
  return compileTemplates({
    templates: readTemplates(folder),
    helpers: HELPERS,
    onceForEachObject: ONCE_FOR_EACH_OBJECT,
  });
}

/** A function that templates may call. */
type Helper = (...given: readonly never[]) => unknown;

/**
 * Makes the templates of one language ready.
 * @param code what `templateCode` gave.
 * @param words the strings that templates ask for by `t("key")`.
 */
export function createTemplates(code: string, words: Words): Templates {
  const helpers: Readonly<Record<(typeof HELPERS)[number], Helper>> = {
    t: words.t,
    direction: directionOf,
    relation: relationOf,
    glyphsIn,
  };
  const compiled: unknown = new Function("runtime", "helpers", code)(runtime, helpers);
  return {
    render: (name, view) => {
      const template: unknown = isObject(compiled) ? Reflect.get(compiled, name) : null;
      if (typeof template !== "function") throw new Error(`There is no templates/${name}.njk`);
      return String(template(view));
    },
  };
}

/** Those of the folder itself, of `layouts/` and of `partials/`. */
function readTemplates(folder: string): readonly Template[] {
  return ["", "layouts", "partials"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith(".njk"))
      .sort(compareText)
      .map((name) => [part, name].filter((step) => step !== "").join("/"))
      .map((path) => parseTemplate(path, readFileSync(join(folder, path), "utf8"))),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
