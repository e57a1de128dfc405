/** What editors of text take from a sheet, with its own ids: JSON Schemas, and snippets for VS Code. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Content } from "../content/assemble.ts";
import { nameOf } from "../content/files.ts";
import { schemaFiles } from "../json-schema/schema-files.ts";
import { namedIn } from "./known.ts";
import { snippetsOf } from "./snippets.ts";

/** Where the schemas with ids are, below the working folder. */
export const SCHEMA_FOLDER = ".standpoint/schema";

/** The snippets' file, below the working folder. */
export const SNIPPETS_FILE = ".vscode/standpoint.code-snippets";

/**
 * Writes the files anew where they have changed: after each change in the content they hold its ids.
 * The snippets are only written where there is a `.vscode/`. None of it belongs in git.
 * @param workingFolder absolute path of the folder that is opened in the editor.
 * @returns the files that were written, as messages name them.
 */
export function renewEditorFiles(content: Content, workingFolder: string): string[] {
  const ids = {
    actors: namedIn(content, "actors"),
    issues: namedIn(content, "issues"),
    sources: namedIn(content, "sources"),
    facts: namedIn(content, "facts"),
  };
  const files = schemaFiles(ids).map(({ name, text }) => ({
    path: `${SCHEMA_FOLDER}/${name}`,
    text,
  }));
  if (existsSync(join(workingFolder, ".vscode"))) {
    const snippets = JSON.stringify(snippetsOf(content), null, 2);
    files.push({
      path: SNIPPETS_FILE,
      text: `// Made by "standpoint schema --with-ids"; changes are lost.\n${snippets}\n`,
    });
  }
  return files.flatMap(({ path, text }) => {
    const absolute = join(workingFolder, path);
    return writeIfChanged(absolute, text) ? [nameOf(absolute, workingFolder)] : [];
  });
}

/** Writes a file unless it holds that text already; returns whether it did. */
export function writeIfChanged(absolute: string, text: string): boolean {
  if (existsSync(absolute) && readFileSync(absolute, "utf8") === text) return false;
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return true;
}
