/** Hostile content: each case keeps its property, read by the code and by the command. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { CONTROL_CHARACTER } from "../../src/content/honest-text.ts";
import { readContent } from "../../src/content/read.ts";
import { standpoint } from "../support/command.ts";
import { wendWith } from "../support/sheet.ts";
import type { HostileCase } from "./case.ts";
import { characterCases } from "./cases/characters.ts";
import { fileCases } from "./cases/files.ts";
import { frontMatterCases } from "./cases/front-matter.ts";
import { limitCases } from "./cases/limits.ts";
import { valueCases } from "./cases/values.ts";
import { yamlCases } from "./cases/yaml.ts";

const GROUPS = {
  characterCases,
  frontMatterCases,
  yamlCases,
  limitCases,
  valueCases,
  fileCases,
};
const ALL: readonly HostileCase[] = Object.values(GROUPS).flat();

function put(content: string, { files, make }: HostileCase): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  }
  make?.(content);
}

/** The problems of a folder as cases name them, but for unused sources, which cases are not about. */
function problemsIn(folder: string): string[] {
  return checkFolder(join(folder, "content"), folder)
    .problems.filter(({ code }) => code !== "unused-source")
    .map(({ code, place }) => `${place.path.replace(/^content\//, "")} ${code}`)
    .sort();
}

describe.each(Object.entries(GROUPS))("%s", (_group, cases) => {
  test.each(cases.map((one) => [one.name, one.property, one] as const))(
    "%s: %s",
    (_name, _property, one) => {
      const folder = wendWith();
      put(join(folder, "content"), one);
      expect(problemsIn(folder)).toEqual([...one.problems].sort());
      const { facts } = readContent(join(folder, "content"), folder).records;
      for (const [id, says] of Object.entries(one.says ?? {})) {
        expect(facts.find((fact) => fact.id === id)?.says).toBe(says);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

describe("standpoint check, told all of them at once", () => {
  test("names each, prints nothing that a terminal obeys, and shows no stack", () => {
    const folder = wendWith();
    const paths = new Set<string>();
    const together = ALL.filter(({ files }) => {
      const own = Object.keys(files);
      const isFree = own.every((path) => !paths.has(path));
      for (const path of own) paths.add(path);
      return isFree;
    }).filter(({ make, name }) => make === undefined || name === "a pipe");
    for (const one of together) put(join(folder, "content"), one);
    const { status, stdout, stderr } = standpoint(folder, ["check"]);
    expect(status).toBe(1);
    const told = stderr.replace(/\uFFFD/g, "?");
    const missing = together
      .flatMap(({ problems }) => problems)
      .filter((line) => !line.includes("unused") && !told.includes(` ${line.split(" ").at(-1)}  `));
    expect(missing).toEqual([]);
    // A tab within a line is the one control character that a file may hold.
    expect(`${stdout}${stderr}`.replace(/[\t\n]/g, "")).not.toMatch(CONTROL_CHARACTER);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(stderr).not.toMatch(/^::/m);
    expect(together.length).toBeGreaterThan(200);
  });

  test("there are at least 200 cases, each with a name of its own", () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    expect(ALL.length).toBeGreaterThanOrEqual(200);
  });
});
