/** What each build needs and depends on the program alone: made once, when the program is compiled. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMAS_FILE, schemaFiles } from "../json-schema/schema-files.ts";
import { BUNDLES_FILE, bundlesAhead } from "../render/bundles.ts";
import { TEMPLATES_FILE, templatesAhead } from "../render/template-code.ts";

/** Writes it into a folder: that of the compiled program, which reads it from beside itself. */
export function makeAhead(packageFolder: string, folder: string): void {
  const put = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  const templates = join(packageFolder, "templates");
  put(BUNDLES_FILE, bundlesAhead(templates));
  put(TEMPLATES_FILE, templatesAhead(templates));
  put(SCHEMAS_FILE, schemaFiles());
}
