/** Made-up records for tests of search: enough different words for an index of many shards. */
import { INDEX_FOLDER } from "../../src/build/search-format.ts";
import { buildSearchIndex } from "../../src/build/search-index.ts";
import { PATHS } from "../../src/render/links.ts";
import type { SearchRecord } from "../../src/render/search-records.ts";
import { type SearchFiles, searchFiles } from "../../templates/assets/js/search/files.ts";
import type { Finding } from "../../templates/assets/js/search/find.ts";
import { find } from "../../templates/assets/js/search/find.ts";

const EMPTY = {
  title: "",
  second: "",
  translation: "",
  body: "",
  names: "",
  kind: "",
  who: "",
  mark: "",
  note: "",
  draft: "",
  date: "",
  days: "",
  language: "",
  hasQuote: false,
  sort: "",
  filters: {},
};

/** A record of a sentence and what else is given. */
export function record(id: string, says: string, others: Partial<SearchRecord> = {}): SearchRecord {
  return { ...EMPTY, path: `facts/${id}/index.html`, says, ...others };
}

const SYLLABLES = "la mo ri ke tun ba shi do ve ga pol ny".split(" ");

/** A word that a number stands for; small numbers are in many records. */
function word(number: number): string {
  let text = "";
  for (let rest = number + 12; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text = (SYLLABLES[rest % SYLLABLES.length] ?? "") + text;
  return text;
}

/** Numbered records on lamps and islands. */
export function manyRecords(count: number): readonly SearchRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const day = `20${10 + (number % 15)}-0${1 + (number % 9)}-${10 + (number % 18)}`;
    return record(
      `f${number}`,
      `The lamp ${word(number)} and ${word(number % 40)} on island ${number % 9}`,
      {
        second: `${word((number * 7) % 9000)} burns ${word((number * 31) % 5000)}`,
        body: number % 3 === 0 ? `Oil for ${word((number * 13) % 20_000)}.` : "",
        names: `Island ${number % 9}`,
        kind: number % 2 === 0 ? "Claim" : "Event",
        hasQuote: true,
        date: day,
        days: `${day}/${day}`,
        sort: `${day} `,
        filters: { kind: [number % 2 === 0 ? "claim" : "event"], actor: [`island-${number % 9}`] },
      },
    );
  });
}

/** Opens the index of records as the search page does. */
export function openRecords(records: readonly SearchRecord[]): SearchFiles {
  const files = new Map(
    buildSearchIndex(records).files.map(({ path, bytes }) => [path, String(bytes)]),
  );
  return openIndex((path) => files.get(path) ?? "no such file");
}

/** Opens an index as the search page does, given the texts of its files. */
export function openIndex(read: (path: string) => string): SearchFiles {
  return searchFiles(JSON.parse(read(PATHS.searchIndex)), async (name, signal) => {
    // A file takes a moment, in which it may be given up.
    await null;
    signal?.throwIfAborted();
    return JSON.parse(read(`${INDEX_FOLDER}${name}.json`));
  });
}

/** All paths that a query finds, best first. */
export async function pathsFor(
  files: SearchFiles,
  q: string,
  filters: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const finding = await wholeFor(files, q, filters);
  return (await files.full(finding.ids)).map(({ path }) => path.split("/")[1] ?? "");
}

/** All that a query finds. */
export async function wholeFor(
  files: SearchFiles,
  q: string,
  filters: Readonly<Record<string, string>> = {},
): Promise<Finding> {
  const nothing = { q, kind: "", actor: "", issue: "", from: "", until: "" };
  const finding = await find(files, { ...nothing, ...filters }, { isWhole: true });
  if (!finding) throw new Error("The search was given up");
  return finding;
}
