/**
 * Makes Pagefind's output depend on nothing but what was indexed. Its filters, their values and its
 * sort keys come in the order of hash maps that are seeded anew in each run, and file names carry
 * hashes of that. Here they are sorted and named again. The files that change are left uncompressed,
 * which Pagefind's script accepts: what `zlib` makes of the same bytes differs between machines.
 */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { compareText } from "../content/dates.ts";
import { arrayOf, itemsOf, textItem, textOf } from "./cbor.ts";

/** A file of the index, its path relative to the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What every file of Pagefind's begins with. */
const SIGNATURE = Buffer.from("pagefind_dcd");

const entrySchema = z.object({
  version: z.string(),
  languages: z.record(
    z.string(),
    z.object({ hash: z.string(), wasm: z.string().nullable(), page_count: z.number() }),
  ),
  include_characters: z.array(z.string()),
});

/**
 * Sorts what is unordered and leaves out what our page does not use.
 * @throws Error if a file is not of the form that Pagefind 1.5 writes.
 */
export function settledIndex(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): readonly IndexFile[] {
  const file = (path: string): Uint8Array => {
    const found = files.find((candidate) => candidate.path === path);
    if (!found) throw new Error(`Pagefind made no ${path}`);
    return found.content;
  };
  const below = (folder: string): IndexFile[] =>
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, content }) => ({ path, bytes: content }));

  const entry = entrySchema.parse(JSON.parse(Buffer.from(file("pagefind-entry.json")).toString()));
  const filters = below("filter/").map(({ path, bytes }) => settledFilter(path, bytes));
  const renamed = new Map(filters.map(({ before, after }) => [before, after]));
  const languages = Object.entries(entry.languages)
    .sort(([a], [b]) => compareText(a, b))
    .map(([language, about]) => {
      const bytes = settledMeta(file(`pagefind.${about.hash}.pf_meta`), renamed);
      return { language, about: { ...about, hash: `${language}_${hashOf(bytes, 10)}` }, bytes };
    });
  const programs = new Set(
    languages.map(({ about }) => `wasm.${about.wasm ?? "unknown"}.pagefind`),
  );

  return [
    { path: "pagefind.js", bytes: file("pagefind.js") },
    ...[...programs].map((path) => ({ path, bytes: file(path) })),
    {
      path: "pagefind-entry.json",
      bytes: Buffer.from(
        JSON.stringify({
          ...entry,
          languages: Object.fromEntries(languages.map(({ language, about }) => [language, about])),
        }),
      ),
    },
    ...languages.map(({ about, bytes }) => ({ path: `pagefind.${about.hash}.pf_meta`, bytes })),
    ...filters.map(({ after, bytes }) => ({ path: `filter/${after}.pf_filter`, bytes })),
    ...below("index/"),
    ...below("fragment/"),
  ].sort((a, b) => compareText(a.path, b.path));
}

/** A filter, `[name, [[value, [page, …]], …]]`, with its values in order. */
function settledFilter(
  path: string,
  compressed: Uint8Array,
): { readonly before: string; readonly after: string; readonly bytes: Uint8Array } {
  const before = path.slice("filter/".length, -".pf_filter".length);
  const [name, values] = itemsOf(contentOf(compressed));
  if (!name || !values) throw new Error(`${path} is no filter`);
  const bytes = signed(arrayOf([name, arrayOf(byFirstText(itemsOf(values)))]));
  const language = before.slice(0, before.lastIndexOf("_"));
  return { before, after: `${language}_${hashOf(bytes, 7)}`, bytes };
}

/** The list of everything, `[version, pages, chunks, filters, sorts, …]`, with filters and sorts in order. */
function settledMeta(compressed: Uint8Array, renamed: ReadonlyMap<string, string>): Uint8Array {
  const [version, pages, chunks, filters, sorts, ...rest] = itemsOf(contentOf(compressed));
  if (!version || !pages || !chunks || !filters || !sorts)
    throw new Error("Pagefind’s list of pages has another form than is known");
  const named = itemsOf(filters).map((filter) => {
    const [name, hash] = itemsOf(filter);
    const after = hash && renamed.get(textOf(hash));
    if (!name || !after) throw new Error("Pagefind lists a filter that it did not write");
    return arrayOf([name, textItem(after)]);
  });
  return signed(
    arrayOf([
      version,
      pages,
      chunks,
      arrayOf(byFirstText(named)),
      arrayOf(byFirstText(itemsOf(sorts))),
      ...rest,
    ]),
  );
}

/** Arrays in the order of the text that each begins with. */
function byFirstText(arrays: readonly Uint8Array[]): readonly Uint8Array[] {
  const text = (array: Uint8Array): string => {
    const [first] = itemsOf(array);
    return first ? textOf(first) : "";
  };
  return [...arrays].sort((a, b) => compareText(text(a), text(b)));
}

function contentOf(compressed: Uint8Array): Uint8Array {
  const bytes = gunzipSync(compressed);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error("A file of Pagefind’s does not begin with its signature");
  return bytes.subarray(SIGNATURE.length);
}

function signed(content: Uint8Array): Uint8Array {
  return Buffer.concat([SIGNATURE, content]);
}

function hashOf(bytes: Uint8Array, length: number): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, length);
}
