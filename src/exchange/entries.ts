/** A sheet as plain entries: what each file says, without how it is written. */
import { lstatSync } from "node:fs";
import { COLLECTIONS, type Collection, homeOfFile, idOf } from "../content/file-names.ts";
import { isFolder, listFiles } from "../content/files.ts";
import { cutFrontMatter } from "../content/front-matter.ts";
import { COLLECTION_SCHEMAS, siteSchema } from "../content/schema/collections.ts";
import { FACT_KINDS } from "../content/schema/fact.ts";
import { type Key, keysIn } from "../content/schema/keys.ts";
import { readText, type TextFile } from "../content/text.ts";
import { type FrontMatterKeys, writeFrontMatter } from "../content/write-front-matter.ts";
import { readYamlBlock } from "../content/yaml-block.ts";
import { kindNamed } from "../scaffold/kinds.ts";

/** One file of a sheet as it is exchanged. */
export interface Entry {
  readonly collection: Collection;
  readonly id: string;
  /** Of a fact: the folder below `facts/` in which its file lies; else empty. */
  readonly folder: string;
  readonly keys: FrontMatterKeys;
  readonly body: string;
}

/** The names of an entry's own parts: no key of front matter is called so. */
export const ENTRY_PARTS = ["id", "folder", "body"] as const;

/** The texts of a content folder's files that can be read, in order of path; none where there is no folder. */
export function readTexts(contentFolder: string, workingFolder: string): readonly TextFile[] {
  if (!isFolder(contentFolder)) return [];
  return listFiles(contentFolder, workingFolder).files.flatMap((file) => {
    const read = readText(file, lstatSync(file.absolute));
    return "code" in read ? [] : [read];
  });
}

/** A sound content file as an entry; `null` where its front matter cannot be read. */
export function entryOf({ path, inContent, text }: TextFile): Entry | null {
  const collection = homeOfFile(inContent);
  const cut = cutFrontMatter(path, text);
  if (collection === null || "code" in cut) return null;
  const { block } = readYamlBlock(path, text, cut.yaml, cut.yamlOffset);
  if (block === null) return null;
  const folders = inContent.split("/").slice(1, -1);
  return {
    collection,
    id: collection === "site" ? "site" : idOf(inContent),
    folder: folders.join("/"),
    keys: inFileOrder(collection, asKeys(block.value)),
    body: cut.body,
  };
}

/** An entry's file: where it lies in the content folder, and its text. */
export function fileOf(entry: Entry): Pick<TextFile, "inContent" | "text"> {
  const { collection, folder, id, keys, body } = entry;
  const inContent =
    collection === "site"
      ? "site.md"
      : [collection, ...(folder === "" ? [] : [folder]), `${id}.md`].join("/");
  return { inContent, text: writeFrontMatter(inFileOrder(collection, keys), body) };
}

/** The keys that files of a collection may have; of facts, those of all kinds. */
export function keysOfCollection(collection: Collection): readonly Key[] {
  if (collection === "site") return keysIn(siteSchema);
  if (collection !== "facts") return keysIn(COLLECTION_SCHEMAS[collection]);
  const all = FACT_KINDS.flatMap((kind) => kindNamed(kind).keys);
  return all.filter(({ name }, place) => all.findIndex((key) => key.name === name) === place);
}

/** Whether a text is the name of a collection. */
export function isCollection(text: string): text is Collection {
  return COLLECTIONS.some((collection) => collection === text);
}

/** What the reader yields is text, lists and maps, and nothing else. */
function asKeys(value: Readonly<Record<string, unknown>>): FrontMatterKeys {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asValue(each)]));
}

/** A value as front matter can hold it; numbers and switches as text. */
export function asValue(value: unknown): NonNullable<FrontMatterKeys[string]> {
  if (Array.isArray(value)) return value.map(asValue);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asValue(each)]));
  return value === null || value === undefined ? "" : String(value);
}

/** Keys in the order of a well-kept file; unknown ones last. */
function inFileOrder(collection: Collection, keys: FrontMatterKeys): FrontMatterKeys {
  const kind = FACT_KINDS.find((each) => each === keys.kind);
  const known =
    collection === "facts" && kind ? kindNamed(kind).keys : keysOfCollection(collection);
  const names = known.map(({ name }) => name);
  const place = (key: string): number => (names.includes(key) ? names.indexOf(key) : names.length);
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => place(a) - place(b)));
}
