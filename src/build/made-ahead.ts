/** What each build needs and depends on the program alone: made once, when the program is compiled. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "../json-schema/schema-files.ts";
import type { AheadFile } from "../render/ahead-file.ts";
import { BUNDLES_AHEAD, bundlesAhead } from "../render/bundles.ts";
import { TEMPLATES_AHEAD, templatesAhead } from "../render/template-code.ts";
import { SCHEMAS_AHEAD } from "./published-schemas.ts";

/** Writes it into a folder: that of the compiled program, which reads it from beside itself. */
export function makeAhead(packageFolder: string, folder: string): void {
  const put = <Value>({ name }: AheadFile<Value>, value: Value): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  const templates = join(packageFolder, "templates");
  put(BUNDLES_AHEAD, bundlesAhead(templates));
  put(TEMPLATES_AHEAD, templatesAhead(templates));
  put(SCHEMAS_AHEAD, schemaFiles());
}
