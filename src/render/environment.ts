/** The one Nunjucks environment of a build: markup only, escaped by default, strict about what is missing. */
import nunjucks from "nunjucks";
import type { Words } from "./locale/words.ts";

/** Renders a view, which the template finds as `view`, with the page template of that name. */
export interface Templates {
  readonly render: (name: string, view: object) => string;
}

/**
 * Makes the environment. Each template is compiled once, when first used.
 * @param folder the folder that holds the templates.
 * @param words the strings that templates ask for by `t("key")`.
 */
export function createTemplates(folder: string, words: Words): Templates {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(folder, { watch: false, noCache: false }),
    { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
  );
  environment.addGlobal("t", words.t);
  const compiled = new Map<string, nunjucks.Template>();
  return {
    render: (name, view) => {
      const template = compiled.get(name) ?? environment.getTemplate(`${name}.njk`, true);
      compiled.set(name, template);
      return template.render({ view });
    },
  };
}
