/**
 * The admin page: hands Sveltia CMS its settings, the way in which content files are read and written, and,
 * where a server of this machine keeps the files, a folder that reads and writes through that server.
 */
import { mergeFile, partsOf } from "../../../src/admin/merge-file.ts";
import type { AdminSettings } from "../../../src/admin/settings.ts";
import { valuesOf } from "../../../src/admin/values.ts";
import { openRemoteFolder } from "./remote-folder.ts";

/** What is used of Sveltia CMS. */
interface Cms {
  init(options: { readonly config: object }): unknown;
  registerCustomFormat(
    name: string,
    extension: string,
    format: {
      readonly fromFile: (text: string) => object;
      readonly toFile: (form: Readonly<Record<string, unknown>>) => string;
    },
  ): void;
}

/** Beside the keys of a file, its text as it was: what a form does not show is written back from it. */
const ORIGINAL = "$original";

/** Starts the page. */
export async function startAdmin(cms: Cms): Promise<void> {
  const response = await fetch("settings.json");
  const settings: AdminSettings = await response.json();
  if (settings.local) await useLocalFolder(settings.local.token);
  const fromFile = (text: string): object => formOf(text, settings.listed);
  cms.registerCustomFormat("standpoint-frontmatter", "md", { fromFile, toFile });
  await cms.init({ config: settings.cms });
}

function formOf(text: string, listed: readonly string[]): object {
  const parts = partsOf(text);
  if (parts === null) throw new Error("The front matter cannot be read. See: standpoint check");
  const values = Object.entries(parts.values).map(([key, value]) => [
    key,
    listed.includes(key) && typeof value === "string" ? [value] : value,
  ]);
  return { ...Object.fromEntries(values), body: parts.body, [ORIGINAL]: text };
}

function toFile({
  body,
  [ORIGINAL]: original,
  ...form
}: Readonly<Record<string, unknown>>): string {
  const values = valuesOf(form);
  return mergeFile(typeof original === "string" ? original : "", {
    values,
    body: typeof body === "string" ? body : "",
  });
}

/**
 * Sveltia CMS has a back end for trying it out, which keeps files in the browser's own folder for this origin. It is
 * handed the sheet's folder in its place, and signed in at once.
 */
async function useLocalFolder(token: string): Promise<void> {
  const folder = await openRemoteFolder(token);
  Object.defineProperty(navigator.storage, "getDirectory", { value: async () => folder });
  // Without it, files are written in their place, and not beside it and then moved.
  Reflect.deleteProperty(globalThis.FileSystemFileHandle?.prototype ?? {}, "move");
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
}
