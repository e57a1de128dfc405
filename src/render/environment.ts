/** The templates of a build: markup only, escaped by default, strict about what is missing. */
import { glyphsIn } from "./glyphs.ts";
import { relationOf } from "./links.ts";
import { directionOf } from "./locale/direction.ts";
import type { Words } from "./locale/words.ts";
import type { HELPERS } from "./template-code.ts";
import * as runtime from "./templates/runtime.ts";

/** Renders a view, which the template finds as `view`, with the page template of that name. */
export interface Templates {
  readonly render: (name: string, view: object) => string;
}

/** A function that templates may call. */
type Helper = (...given: readonly never[]) => unknown;

/**
 * Makes the templates of one language ready. To render one that does not exist throws.
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
      const template: unknown = Reflect.get(Object(compiled), name);
      if (typeof template !== "function") throw new Error(`There is no templates/${name}.njk`);
      return String(template(view));
    },
  };
}
