/** The templates as Nunjucks itself renders them: what compiled ones are held against. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import type { Templates } from "../../src/render/environment.ts";
import { glyphsIn } from "../../src/render/glyphs.ts";
import { relationOf } from "../../src/render/links.ts";
import { directionOf } from "../../src/render/locale/direction.ts";
import type { Words } from "../../src/render/locale/words.ts";

/** Macros of all partials are known to every template by name. */
export function nunjucksTemplates(folder: string, words: Words): Templates {
  const environment = nunjucksEnvironment(folder);
  environment.addGlobal("t", words.t);
  environment.addGlobal("direction", directionOf);
  environment.addGlobal("relation", relationOf);
  environment.addGlobal("glyphsIn", glyphsIn);
  const macros = new Map<string, unknown>();
  environment.addGlobal("keep", (exported: object) => {
    for (const [name, macro] of Object.entries(exported)) macros.set(name, macro);
    return "";
  });
  for (const file of readdirSync(join(folder, "partials")).sort())
    environment.renderString(`{% import "partials/${file}" as all %}{{ keep(all) }}`, {});
  for (const [name, macro] of macros) environment.addGlobal(name, macro);
  return { render: (name, view) => environment.render(`${name}.njk`, { view }) };
}

/** Nunjucks with the settings templates are written for. */
export function nunjucksEnvironment(folder: string): nunjucks.Environment {
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(folder, { noCache: false }), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}
