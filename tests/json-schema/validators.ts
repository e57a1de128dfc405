/** The JSON Schemas as an editor's checker applies them: front matter read with YAML's core schema. */
import { Ajv, type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { homeOfFile } from "../../src/content/file-names.ts";
import { cutFrontMatter } from "../../src/content/front-matter.ts";
import { contentSchemas, type KnownIds } from "../../src/json-schema/content-schemas.ts";

/** The compiled schemas by name; unknown keywords and types that contradict each other are refused. */
export function validators(ids: KnownIds | null = null): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    keywords: ["enumDescriptions", "patternErrorMessage"],
  });
  return new Map(contentSchemas(ids).map(({ name, schema }) => [name, ajv.compile(schema)]));
}

/** The front matter of a file as an editor reads it; `null` if it has none that is YAML. */
export function frontMatterOf(text: string): unknown {
  const cut = cutFrontMatter("file.md", text);
  if ("code" in cut) return null;
  try {
    return parse(cut.yaml, { version: "1.2", schema: "core", logLevel: "silent" });
  } catch {
    return null;
  }
}

/** The name of the schema for a file, by its place below the content folder. */
export function schemaNameFor(inContent: string): string {
  const home = homeOfFile(inContent);
  return home === null || home === "site" ? "site" : home.replace(/s$/, "");
}
