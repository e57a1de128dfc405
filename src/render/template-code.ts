/**
 * All templates as JavaScript. To read and compile them takes a tenth of a second, so they are
 * compiled ahead with the program, and lie beside it; if one is not as it was then, all are compiled anew.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { compareText } from "../content/dates.ts";
import { aheadFile } from "./ahead-file.ts";
import { hashOf } from "./fingerprints.ts";
import { compileTemplates } from "./templates/compile.ts";
import { parseTemplate } from "./templates/parse.ts";

/** Functions that templates may call by these names. */
export const HELPERS = ["t", "direction", "relation", "glyphsIn"] as const;

/** Macros of `partials/chrome.njk`: what they are given is one object for many pages. */
const ONCE_FOR_EACH_OBJECT = ["headLinks", "brandAndNavigation", "themeSwitch", "footLinks"];

/** Templates that were compiled. */
interface TemplatesAhead {
  readonly code: string;
  /** Hash of the templates. */
  readonly sources: string;
}

/** The file that holds what {@link templatesAhead} gives. */
export const TEMPLATES_AHEAD = aheadFile<TemplatesAhead>(
  "templates.json",
  z.object({ code: z.string(), sources: z.string() }),
);

/** The body of a function that gives the templates; it depends on nothing but them. @throws Error for a template that cannot be compiled. */
export function templateCode(folder: string): string {
  const sources = readSources(folder);
  const ahead = TEMPLATES_AHEAD.read();
  return ahead?.sources === hashOfSources(sources) ? ahead.code : compiled(sources);
}

/** Compiles all, as {@link TEMPLATES_AHEAD} holds them. */
export function templatesAhead(folder: string): TemplatesAhead {
  const sources = readSources(folder);
  return { code: compiled(sources), sources: hashOfSources(sources) };
}

type Sources = ReadonlyMap<string, string>;

function compiled(sources: Sources): string {
  return compileTemplates({
    templates: [...sources].map(([path, source]) => parseTemplate(path, source)),
    helpers: HELPERS,
    onceForEachObject: ONCE_FOR_EACH_OBJECT,
  });
}

/** Those of the folder itself, of `layouts/` and of `partials/`, by their paths from the folder. */
function readSources(folder: string): Sources {
  const paths = ["", "layouts/", "partials/"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith(".njk"))
      .sort(compareText)
      .map((name) => `${part}${name}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function hashOfSources(sources: Sources): string {
  return hashOf(JSON.stringify([...sources]));
}
