/** The JSON Schemas that every site publishes below `schema/`. */
import { z } from "zod";
import { type SchemaFile, schemaFiles } from "../json-schema/schema-files.ts";
import { aheadFile } from "../render/ahead-file.ts";

/** The file that holds what {@link schemaFiles} gives. */
export const SCHEMAS_AHEAD = aheadFile<readonly SchemaFile[]>(
  "schemas.json",
  z.array(z.object({ name: z.string(), text: z.string() })),
);

/** The files of all schemas: as they were made ahead, or else made now. */
export function publishedSchemas(): readonly SchemaFile[] {
  return SCHEMAS_AHEAD.read() ?? schemaFiles();
}
