/** Puts parsed files together: the records of each collection in order, and what only several files show. */
import { compareText } from "./dates.ts";
import { type CollectedIds, type ContentIds, collectIds, updateIds } from "./file-names.ts";
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

/** The files of a content folder, parsed. */
export interface ParsedFiles {
  /** In order of path. */
  readonly files: readonly ParsedFile[];
  /** What is wrong with files that were not read. */
  readonly refused: readonly Problem[];
  /** That bodies may show. */
  readonly images: readonly SheetImage[];
}

/** Content put together, and what is needed to bring it up to date. */
export interface Assembled {
  readonly content: Content;
  /** Files with a problem, or of which only the front matter could be read, in order of path. */
  readonly faulty: readonly ParsedFile[];
  readonly names: CollectedIds;
}

/** What became of content that was put together before. */
export interface Difference {
  readonly before: Assembled;
  /** Files that came, and what changed files are now, in order of path. */
  readonly come: readonly ParsedFile[];
  /** Files that went, and what changed files were, in order of path. */
  readonly gone: readonly ParsedFile[];
}

/**
 * Puts files together. A record is the very object that its file was parsed to, so that what is
 * derived from an unchanged one can be kept; and so is a list of records none of which has changed.
 * @param textOf the text of one of the files, empty where it cannot be had. Asked only for what a
 *   message shows.
 * @param difference to what was put together before, of which what has not changed is taken. The result
 *   is the same without.
 */
export function assembleContent(
  { files, refused, images }: ParsedFiles,
  textOf: (path: string) => string,
  difference: Difference | null = null,
): Assembled {
  const { before = null, come = files, gone = [] } = difference ?? {};
  const read: ReadRecords = { site: [], actors: [], issues: [], sources: [], facts: [], pages: [] };
  for (const file of come) keep(file, read);
  const goneRecords: ReadonlySet<RecordBase | null> = new Set(gone.map(({ record }) => record));
  const merged = <Item extends RecordBase>(
    known: readonly Item[] = [],
    more: readonly Item[],
  ): readonly Item[] => {
    const kept = known.some((item) => goneRecords.has(item))
      ? known.filter((item) => !goneRecords.has(item))
      : known;
    return more.length === 0 ? kept : inOrder([...kept, ...more]);
  };
  const known = before?.content.records;
  const [site = null] = merged(known?.site ? [known.site] : [], read.site);
  const faulty = [
    ...(before?.faulty.filter((file) => !gone.includes(file)) ?? []),
    ...come.filter(({ problems, unparsed }) => problems.length > 0 || unparsed !== null),
  ].sort((a, b) => compareText(a.path, b.path));
  const names = (before && updateIds(before.names, { come, gone })) ?? collectIds(files, textOf);
  const stands = ({ withdrawn }: RecordOf["facts"]): boolean => withdrawn === null;
  const content: Content = {
    records: {
      site,
      actors: merged(known?.actors, read.actors),
      issues: merged(known?.issues, read.issues),
      sources: merged(known?.sources, read.sources),
      facts: merged(known?.facts, read.facts.filter(stands)),
      withdrawn: merged(
        known?.withdrawn,
        read.facts.filter((fact) => !stands(fact)),
      ),
      pages: merged(known?.pages, read.pages),
      images,
    },
    ids: names.ids,
    locate: locator(textOf),
    unparsedFacts: faulty.flatMap(({ id, path, unparsed }) =>
      unparsed === null ? [] : [{ id, path, body: "", value: unparsed }],
    ),
    problems: [...refused, ...faulty.flatMap(({ problems }) => problems), ...names.problems],
  };
  return { content, faulty, names };
}

type ReadRecords = { [Home in keyof RecordOf]: RecordOf[Home][] };

function keep(file: ParsedFile, read: ReadRecords): void {
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
