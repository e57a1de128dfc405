/** What the sources keep to: the layers of decision 0001, and a comment on all that is exported. */
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_FOLDER } from "../support/sheet.ts";
import { codeWords, readDoc, tablesIn } from "./pages.ts";

const FILES = readdirSync(join(PROJECT_FOLDER, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .sort();

/** Such as `src/build/lock.ts:14`. */
type Place = string;

describe("layers", () => {
  /** From the first to the last; each may import from those before it. */
  const order = [
    "network",
    ...tablesIn(readDoc("docs/decisions/0001-layers.md"))
      .filter(({ header }) => header[0] === "layer")
      .flatMap(({ rows }) => rows.flatMap(([layer = ""]) => codeWords(layer))),
  ];

  test("are the folders of src/", () => {
    expect([...order].sort()).toEqual([...new Set(FILES.map(layerOf))].sort());
  });

  test("import only from those before them", () => {
    const upwards = FILES.flatMap((path) =>
      importsOf(path)
        .map(layerOf)
        .filter((layer) => order.indexOf(layer) > order.indexOf(layerOf(path)))
        .map((layer) => `${path} imports from ${layer}`),
    );
    expect(upwards).toEqual([]);
  });
});

test("all that is exported says what it is", () => {
  expect(FILES.flatMap((path) => uncommented(path, readDoc(path)))).toEqual([]);
});

test.each([
  ["nothing above it", "/** A file. */\nimport x from 'x';\n\nexport const A = 1;\n"],
  ["the file's own comment alone", "/**\n * A file.\n */\nexport function a() {}\n"],
  ["a comment that is none on it", "/** A. */\n// Why.\nexport type A = 1;\n"],
])("what is exported with %s is found", (_what, text) => {
  expect(uncommented("src/a.ts", text)).toHaveLength(1);
});

/** The layer of a path, such as `build` of `src/build/lock.ts`. */
function layerOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** The paths of the sources that a source imports, at its start or later. */
function importsOf(path: string): readonly string[] {
  return [...readDoc(path).matchAll(/(?:\bfrom |\bimport\()"(\.[^"]+)"/g)].map(([, target = ""]) =>
    posix.join(posix.dirname(path), target),
  );
}

const EXPORTED =
  /^export (?:abstract |async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/;

/**
 * Exported declarations without a comment of their own, which ends on the line before. The comment on a
 * function's first overload is the comment on all of them.
 */
function uncommented(path: string, text: string): readonly Place[] {
  const lines = text.split("\n");
  const endOfHeader = lines.findIndex((line) => line.endsWith("*/"));
  const declared = lines.flatMap((line, place) => {
    const name = EXPORTED.exec(line)?.[1];
    return name === undefined ? [] : [{ name, place }];
  });
  return declared
    .filter(({ name }, nth) => declared[nth - 1]?.name !== name)
    .filter(({ place }) => place - 1 <= endOfHeader || !lines[place - 1]?.endsWith("*/"))
    .map(({ name, place }) => `${path}:${place + 1} ${name}`);
}
