/** Compiled templates give what Nunjucks gives, and refuse what they cannot be sure of. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSheet } from "../../src/build/compile.ts";
import { buildOptions } from "../../src/build/options.ts";
import { renderSite, renderTools } from "../../src/build/render-site.ts";
import type { Templates } from "../../src/render/environment.ts";
import { createTemplates } from "../../src/render/environment.ts";
import { loadWords } from "../../src/render/locale/words.ts";
import { templateCode } from "../../src/render/template-code.ts";
import { compileTemplates } from "../../src/render/templates/compile.ts";
import { parseTemplate } from "../../src/render/templates/parse.ts";
import * as runtime from "../../src/render/templates/runtime.ts";
import { nunjucksEnvironment, nunjucksTemplates } from "../support/nunjucks-templates.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";

const TEMPLATES = join(PROJECT_FOLDER, "templates");

describe("compiled templates", () => {
  test.each([
    "",
    "tests/golden/wend",
    "tests/golden/uk",
    "tests/golden/ar",
    "tests/render/fixtures",
  ])("render every page of the sheet in %j to the bytes Nunjucks renders", (folder) => {
    const { different, types } = pagesThatDiffer(join(PROJECT_FOLDER, folder));
    expect(types.size).toBeGreaterThan(10);
    expect(different).toEqual([]);
  });

  test.each([
    "plain",
    "{{ view.text }}{% if view.missing.length %}a{% endif %}",
    "{% if view.empty %}a{% elif view.text %}b{% else %}c{% endif %}",
    "{% if not view.empty and view.list.length %}a{% endif %}",
    "{% if view.empty or view.missing %}a{% else %}b{% endif %}",
    "{% for x in view.list %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for x in view.list %}{% for x in view.list %}{{ loop.first }}{{ x }}{% endfor %}{{ loop.index }}{{ x }}{% endfor %}",
    '{{ "n" + view.number }}{{ view.number - 1 }}{{ view.number == 3 }}{{ view.number != "3" }}',
    '{{ view.list | join("<") }}{{ view.text | safe }}{{ view.list[1] }}',
    '{{ "yes" if view.empty else view.text }}',
    "{% set it = view.text %}{{ it }}{% set block %}<b>{{ it }}</b>{% endset %}{{ block }}{{ block | safe }}",
    "{% macro m(a, b) %}[{{ a }}{% if b %}{{ b }}{% endif %}]{% endmacro %}{{ m(view.text) }}{{ m(m(view.text), view.text) }}",
    '{% macro m(a) %}{% if a %}given {{ a.x }}{% endif %}{% endmacro %}{{ m({ x: view.text }) }}{{ m("") }}',
    "{% macro m() %}{% endmacro %}{% if m() %}markup counts as true{% endif %}",
    "{# a comment #}\n  {% if view.text %}\n  x\n  {% endif %}\n{{ view.text }}\n",
  ])("mean what they mean to Nunjucks: %s", (source) => {
    const view = {
      text: `a & "b" <i>'c' \\`,
      empty: "",
      missing: null,
      list: ["<", 2, "x"],
      number: 3,
    };
    const nunjucks = nunjucksEnvironment(TEMPLATES).renderString(source, { view });
    expect(rendered({ "page.njk": source }, view)).toBe(nunjucks);
  });

  test("escape any text as Nunjucks does", () => {
    const environment = nunjucksEnvironment(TEMPLATES);
    const text = fc.string({
      unit: fc.constantFrom("&", '"', "'", "<", ">", "\\", "a", "é", "字"),
    });
    fc.assert(
      fc.property(text, (view) => {
        expect(rendered({ "page.njk": "{{ view }}" }, { view }.view)).toBe(
          environment.renderString("{{ view }}", { view }),
        );
      }),
    );
  });

  test("fill in what is the same for all pages when they are compiled", () => {
    let calls = 0;
    const helper = (word: never): string => `<${String(word)}>${++calls}`;
    const render = compiled({ "page.njk": '{{ h("x") }}{{ view }}' }, { h: helper });
    expect([render("a"), render("b")]).toEqual(["&lt;x&gt;1a", "&lt;x&gt;1b"]);
  });

  test("tell the place of a value that is missing", () => {
    const source = "one\n<p>{{ view.name }}</p>";
    expect(() => rendered({ "page.njk": source }, {})).toThrow("templates/page.njk:2 ");
    expect(() => rendered({ "page.njk": source }, { name: null })).toThrow("templates/page.njk:2 ");
    expect(() => rendered({ "page.njk": "\n{% for x in view.names %}{% endfor %}" }, {})).toThrow(
      "templates/page.njk:2 ",
    );
  });

  test.each([
    ["a name that is not known", "{{ veiw.name }}"],
    ["a call of nothing", "{{ marc(view) }}"],
    ["a macro that sees what it was not given", "{% macro m() %}{{ view }}{% endmacro %}"],
    ["another property of a loop", "{% for x in view %}{{ loop.depth }}{% endfor %}"],
    ["a loop's variable after the loop", "{% for x in view %}{% endfor %}{{ x }}"],
    ["a tag that Nunjucks does not know", "{% no %}"],
    ["a filter that is not used", "{{ view | upper }}"],
    ["a tag that is not used", '{% import "x.njk" as x %}'],
    ["a template that is not there", '{% include "partials/none.njk" %}'],
  ])("are refused for %s, with the template's place or the template's name", (_what, source) => {
    expect(() => compiled({ "page.njk": source })).toThrow(/templates\/(?:page\.njk:1 |partials)/);
  });

  test("are named with their last line where something is missing at the end", () => {
    expect(() => rendered({ "page.njk": "a\n{% if view.name %}\nb\n" }, {})).toThrow(
      "templates/page.njk:3 ",
    );
  });

  test("have one macro of a name", () => {
    const macro = "{% macro m() %}{% endmacro %}";
    const page = `${macro}{% extends "layouts/l.njk" %}`;
    expect(() => compiled({ "partials/a.njk": macro, "partials/b.njk": macro })).toThrow();
    expect(() =>
      compiled({ "partials/a.njk": macro, "layouts/l.njk": "", "page.njk": page }),
    ).toThrow(/page\.njk/);
  });
});

function pagesThatDiffer(folder: string): { different: string[]; types: Set<string> } {
  const options = { ...buildOptions(PROJECT_FOLDER, folder), search: false };
  const contentFolder = folder.endsWith("fixtures") ? join(folder, "ferry") : options.contentFolder;
  const { dossier, days } = compileSheet({ ...options, contentFolder });
  if (!dossier) throw new Error(`The sheet in ${folder} has errors`);
  const words = loadWords(dossier.site.language);
  const different: string[] = [];
  const types = new Set<string>();
  const both: Templates = {
    render: (name, view) => {
      types.add(name);
      const html = createdTemplates.render(name, view);
      if (html !== reference.render(name, view)) different.push(`${name} ${html.length}`);
      return html;
    },
  };
  const createdTemplates = createTemplates(templateCode(TEMPLATES), words);
  const reference = nunjucksTemplates(TEMPLATES, words);
  const tools = { ...renderTools(dossier, PROJECT_FOLDER), templates: both };
  for (const { pages } of renderSite(dossier, options, days, { tools }).pageTypes)
    for (const page of pages) page.render();
  return { different, types };
}

function rendered(sources: Readonly<Record<string, string>>, view: unknown): string {
  return compiled(sources)(view);
}

/** Templates by path, compiled; gives `page.njk`. */
function compiled(
  sources: Readonly<Record<string, string>>,
  helpers: Readonly<Record<string, (word: never) => string>> = {},
): (view: unknown) => string {
  const templates = Object.entries(sources).map(([path, source]) => parseTemplate(path, source));
  const code = compileTemplates({
    templates,
    helpers: Object.keys(helpers),
    onceForEachObject: [],
  });
  const pages: unknown = new Function("runtime", "helpers", code)(runtime, helpers);
  return (view) => {
    const page: unknown = Reflect.get(Object(pages), "page");
    if (typeof page !== "function") throw new Error("There is no page");
    return String(page(view));
  };
}
