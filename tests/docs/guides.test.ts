/** Guides and README: links lead somewhere, examples are valid, commands print what is shown. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { formatProblem, PLAIN } from "../../src/check/format-problem.ts";
import { PROJECT_FOLDER, problemsOf, temporaryFolder } from "../support/sheet.ts";
import { blocksIn, codeWords, docsIn, proseOf, readDoc, tablesIn } from "./pages.ts";

const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...docsIn("docs")];

/** Links of a page that lead into the checkout, without images. */
function linksIn(path: string): string[] {
  return [...proseOf(readDoc(path)).matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The fragments that a page's headings can be reached by, as GitHub and most renderers make them. */
function fragmentsIn(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("links", () => {
  test.each(PAGES)("of %s lead to a file and a heading that exist", (path) => {
    for (const link of linksIn(path)) {
      const [file = "", fragment] = link.split("#");
      const target = file === "" ? path : join(dirname(path), file);
      expect(existsSync(join(PROJECT_FOLDER, target)), `${path}: ${link}`).toBe(true);
      if (fragment) expect(fragmentsIn(readDoc(target)), `${path}: ${link}`).toContain(fragment);
    }
  });

  test("the README's picture is there", () => {
    const [, picture = ""] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readDoc("README.md")) ?? [];
    expect(statSync(join(PROJECT_FOLDER, picture)).size).toBeGreaterThan(0);
  });
});

describe("the README", () => {
  const blocks = blocksIn(readDoc("README.md"));

  test("shows a fact as it stands in the sheet", () => {
    const shown = blocks.filter(({ language }) => language === "md");
    expect(shown).not.toEqual([]);
    for (const { info, text } of shown)
      expect(text).toBe(readFileSync(join(PROJECT_FOLDER, info), "utf8"));
  });

  test("shows the problem that the mistake it names makes", () => {
    const folder = temporaryFolder();
    cpSync(join(PROJECT_FOLDER, "content"), join(folder, "content"), { recursive: true });
    const path = blocks.find(({ language }) => language === "md")?.info ?? "";
    const fact = readFileSync(join(folder, path), "utf8");
    writeFileSync(join(folder, path), fact.replace("to: russia", "to: rusia"));
    const errors = checkFolder(join(folder, "content"), folder).problems.filter(
      ({ severity }) => severity === "error",
    );
    const shown = blocks.filter(({ language }) => language === "text").map(({ text }) => text);
    expect(errors.map((error) => `${formatProblem(error, PLAIN)}\n`)).toEqual(shown);
  });

  test("names commands that the package has", () => {
    const { scripts } = JSON.parse(readDoc("package.json")) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((path) => [...readDoc(path).matchAll(/\bnpm run ([a-z:]+)/g)]);
    for (const [, script = ""] of named) expect(Object.keys(scripts)).toContain(script);
  });

  test("calls the program in a way that works", () => {
    const call = ["exec", "--", "standpoint", "--version"];
    const { stdout } = spawnSync("npm", call, {
      cwd: PROJECT_FOLDER,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const { version } = JSON.parse(readDoc("package.json")) as { version: string };
    expect(stdout.trim()).toBe(version);
  });
});

describe("decisions", () => {
  test("give a reason for every package, and for no other", () => {
    const { dependencies, devDependencies } = JSON.parse(readDoc("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const reasons = tablesIn(readDoc("docs/decisions/0002-dependencies.md"));
    const named = reasons.flatMap(({ rows }) => rows.flatMap(([cell = ""]) => codeWords(cell)));
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });
});

describe("how-to guides", () => {
  test.each(docsIn("docs/how-to"))("the examples of %s are valid together", (path) => {
    const examples = blocksIn(readDoc(path)).filter(({ info }) => info.startsWith("right "));
    const files = examples.map(({ info, text }) => [info.slice("right ".length), text]);
    expect(problemsOf(Object.fromEntries(files))).toEqual([]);
  });
});
