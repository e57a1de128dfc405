/** The JSON Schemas as files: in the repository, and with every site below `schema/`. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { contentSchemas, type KnownIds, schemaText } from "./content-schemas.ts";

/** A file of schemas: its name, and its text. */
export interface SchemaFile {
  /** Such as `position.json`. */
  readonly name: string;
  readonly text: string;
}

/** The name of the file that lies beside the compiled program and holds what {@link schemaFiles} gives. */
export const SCHEMAS_FILE = "schemas.json";

/** The files of all schemas. With the ids of a sheet, references take no others. */
export function schemaFiles(ids: KnownIds | null = null): SchemaFile[] {
  return contentSchemas(ids).map((each) => ({ name: `${each.name}.json`, text: schemaText(each) }));
}

/** The files of all schemas, as they were made ahead when the program was compiled. Not so the sources: they make them. */
export function publishedSchemas(): readonly SchemaFile[] {
  try {
    const file = new URL(`./${SCHEMAS_FILE}`, import.meta.url);
    return z
      .array(z.object({ name: z.string(), text: z.string() }))
      .parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return schemaFiles();
  }
}
