/** Puts parsed files together: the records of each collection in order, and what only several files show. */
import { compareText } from "./dates.ts";
import { type ContentIds, collectIds } from "./file-names.ts";
import { cutFrontMatter } from "./front-matter.ts";
import type { SheetImage } from "./images.ts";
import type { ParsedFile, RecordOf } from "./parse-file.ts";
import { type LocatedText, type Problem, wholeFile } from "./problem.ts";
import type { RecordBase, Records, Site } from "./records.ts";
import { type KeyPath, readYamlBlock, type YamlBlock } from "./yaml-block.ts";

/** A content folder read. */
export interface Content {
  /** The records that parsed; `site` is `null` if it did not. */
  readonly records: Omit<Records, "site"> & { readonly site: Site | null };
  /** Every id that a file name gives, whether or not the file parsed. */
  readonly ids: ContentIds;
  /** Where a key's value stands in a record's file. */
  readonly locate: (record: RecordBase, path: KeyPath) => LocatedText;
  /** Facts whose front matter is YAML but did not parse: their references are checked all the same. */
  readonly unparsedFacts: readonly UnparsedFact[];
  readonly problems: readonly Problem[];
}

/** A fact's file that did not parse. */
export interface UnparsedFact extends RecordBase {
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Puts files together. A record is the very object that its file was parsed to, so that what is
 * derived from an unchanged one can be kept.
 * @param files in order of path.
 * @param refused what is wrong with files that were not read.
 * @param textOf the text of one of the files, empty where it cannot be had. Asked only for what a
 *   message shows.
 * @param images that bodies may show.
 */
export function assembleContent(
  files: readonly ParsedFile[],
  refused: readonly Problem[],
  textOf: (path: string) => string,
  images: readonly SheetImage[] = [],
): Content {
  const read: { [Home in keyof RecordOf]: RecordOf[Home][] } = {
    site: [],
    actors: [],
    issues: [],
    sources: [],
    facts: [],
    pages: [],
  };
  for (const file of files) keep(file, read);
  const { ids, problems } = collectIds(files, textOf);
  const facts = inOrder(read.facts);
  return {
    records: {
      site: read.site[0] ?? null,
      actors: inOrder(read.actors),
      issues: inOrder(read.issues),
      sources: inOrder(read.sources),
      facts: facts.filter(({ withdrawn }) => withdrawn === null),
      withdrawn: facts.filter(({ withdrawn }) => withdrawn !== null),
      pages: inOrder(read.pages),
      images,
    },
    ids,
    locate: locator(textOf),
    unparsedFacts: files.flatMap(({ id, path, unparsed }) =>
      unparsed === null ? [] : [{ id, path, body: "", value: unparsed }],
    ),
    problems: [...refused, ...files.flatMap((file) => file.problems), ...problems],
  };
}

function keep(file: ParsedFile, read: { [Home in keyof RecordOf]: RecordOf[Home][] }): void {
  if (file.record === null) return;
  switch (file.collection) {
    case "site":
      read.site.push(file.record);
      break;
    case "actors":
      read.actors.push(file.record);
      break;
    case "issues":
      read.issues.push(file.record);
      break;
    case "sources":
      read.sources.push(file.record);
      break;
    case "facts":
      read.facts.push(file.record);
      break;
    case "pages":
      read.pages.push(file.record);
      break;
  }
}

function inOrder<Item extends RecordBase>(records: Item[]): Item[] {
  return records.sort((a, b) => compareText(a.id, b.id) || compareText(a.path, b.path));
}

/** Positions are read only when a message asks for one: they cost more than all else. */
function locator(textOf: (path: string) => string): Content["locate"] {
  const blocks = new Map<string, YamlBlock | null>();
  const blockOf = (path: string): YamlBlock | null => {
    const known = blocks.get(path);
    if (known !== undefined) return known;
    const text = textOf(path);
    const cut = cutFrontMatter(path, text);
    const block = "code" in cut ? null : readYamlBlock(path, text, cut.yaml, cut.yamlOffset).block;
    blocks.set(path, block);
    return block;
  };
  return (record, path) => blockOf(record.path)?.locate(path) ?? wholeFile(record.path);
}
