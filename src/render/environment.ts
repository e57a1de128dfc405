/** The one Nunjucks environment of a build: markup only, escaped by default, strict about what is missing. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { relationOf } from "./links.ts";
import { directionOf } from "./locale/direction.ts";
import type { Words } from "./locale/words.ts";
import { quickenNunjucks } from "./quick-nunjucks.ts";

/** Renders a view, which the template finds as `view`, with the page template of that name. */
export interface Templates {
  readonly render: (name: string, view: object) => string;
}

/**
 * Makes the environment. Each template is compiled once, when first used. The macros of
 * `partials/` are made once and known to every template by name: importing them page by page
 * would cost more than rendering the page.
 * @param folder the folder that holds the templates.
 * @param words the strings that templates ask for by `t("key")`.
 */
export function createTemplates(folder: string, words: Words): Templates {
  quickenNunjucks();
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(folder, { watch: false, noCache: false }),
    { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
  );
  environment.addGlobal("t", words.t);
  environment.addGlobal("direction", directionOf);
  environment.addGlobal("relation", relationOf);
  for (const [name, macro] of macrosIn(environment, folder)) environment.addGlobal(name, macro);
  const compiled = new Map<string, nunjucks.Template>();
  return {
    render: (name, view) => {
      const template = compiled.get(name) ?? environment.getTemplate(`${name}.njk`, true);
      compiled.set(name, template);
      return template.render({ view });
    },
  };
}

/** The macros of all partials by name. @throws Error if two have one name. */
function macrosIn(environment: nunjucks.Environment, folder: string): ReadonlyMap<string, unknown> {
  const macros = new Map<string, unknown>();
  environment.addGlobal("keep", (exported: object) => {
    for (const [name, macro] of Object.entries(exported)) {
      if (macros.has(name)) throw new Error(`Two macros are called "${name}"`);
      macros.set(name, macro);
    }
    return "";
  });
  for (const file of readdirSync(join(folder, "partials")).sort())
    environment.renderString(`{% import "partials/${file}" as all %}{{ keep(all) }}`, {});
  for (const name of ONCE_FOR_EACH_OBJECT) macros.set(name, onceForEachObject(macros.get(name)));
  return macros;
}

/** Macros of `partials/chrome.njk`: what they are given is one object for many pages. */
const ONCE_FOR_EACH_OBJECT = ["headLinks", "brandAndNavigation", "themeSwitch", "footLinks"];

/** A macro that remembers its markup by the object it was given: it depends on nothing else. */
function onceForEachObject(macro: unknown): (given: object) => unknown {
  if (typeof macro !== "function") throw new Error("A macro of the chrome is missing");
  const markup = new WeakMap<object, unknown>();
  return (given) => {
    const known = markup.get(given) ?? Reflect.apply(macro, undefined, [given]);
    markup.set(given, known);
    return known;
  };
}
