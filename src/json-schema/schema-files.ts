/** The JSON Schemas as files: in the repository, and with every site below `schema/`. */
import { contentSchemas, type KnownIds, schemaText } from "./content-schemas.ts";

/** A file of schemas: its name, and its text. */
export interface SchemaFile {
  /** Such as `position.json`. */
  readonly name: string;
  readonly text: string;
}

/** The files of all schemas. With the ids of a sheet, references take no others. */
export function schemaFiles(ids: KnownIds | null = null): SchemaFile[] {
  return contentSchemas(ids).map((each) => ({ name: `${each.name}.json`, text: schemaText(each) }));
}
