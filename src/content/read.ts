/** Reads a content folder: every file cut, parsed and typed, every problem of every file collected. */
import { join } from "node:path";
import { compareText } from "./dates.ts";
import {
  type Collection,
  type ContentIds,
  checkFileNames,
  homeOfFile,
  idOf,
} from "./file-names.ts";
import { nameOf, readTextFiles, type TextFile } from "./files.ts";
import { cutFrontMatter } from "./front-matter.ts";
import { homeOfKey, keysOf } from "./key-homes.ts";
import { parseRecord, type RecordSchema } from "./parse-record.ts";
import { type LocatedText, type Problem, problem } from "./problem.ts";
import type { Fact, RecordBase, Records, Site } from "./records.ts";
import { COLLECTION_SCHEMAS, siteSchema } from "./schema/collections.ts";
import { FACT_KINDS, FACT_SCHEMAS, type FactKind, factSchema } from "./schema/fact.ts";
import { didYouMean } from "./suggest.ts";
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

/** A record's kind of file: facts and the other collections, and the sheet itself. */
type Read = { site: Site[]; facts: Fact[] } & {
  [Name in keyof typeof COLLECTION_SCHEMAS]: Records[Name][number][];
};

/**
 * Reads all content.
 * @param contentFolder absolute path of `content/`.
 * @param workingFolder absolute path that messages' paths are relative to.
 */
export function readContent(contentFolder: string, workingFolder: string): Content {
  const { files, problems: fileProblems } = readTextFiles(contentFolder, workingFolder);
  const { ids, problems: nameProblems } = checkFileNames(files);
  const problems: Problem[] = [...fileProblems, ...nameProblems];
  const blocks = new Map<string, YamlBlock>();
  const read: Read = { site: [], actors: [], issues: [], sources: [], facts: [], pages: [] };

  for (const file of files) {
    const home = homeOfFile(file.inContent);
    if (home) problems.push(...readFile(file, home, read, blocks));
  }
  const isFolderThere = !fileProblems.some(({ code }) => code === "missing-content");
  if (isFolderThere && !files.some(({ inContent }) => inContent === "site.md")) {
    const path = nameOf(join(contentFolder, "site.md"), workingFolder);
    const place = { path, line: 1, column: 1, length: 1, text: "" };
    problems.push(
      problem(
        "missing-content",
        place,
        "there is no site.md",
        "It holds the sheet's title, question and summary.",
      ),
    );
  }

  const byId = (a: RecordBase, b: RecordBase): number =>
    compareText(a.id, b.id) || compareText(a.path, b.path);
  return {
    records: {
      site: read.site[0] ?? null,
      actors: read.actors.sort(byId),
      issues: read.issues.sort(byId),
      sources: read.sources.sort(byId),
      facts: read.facts.sort(byId),
      pages: read.pages.sort(byId),
    },
    ids,
    locate: (record, path) =>
      blocks.get(record.path)?.locate(path) ?? {
        path: record.path,
        line: 1,
        column: 1,
        length: 1,
        text: "",
      },
    unparsedFacts: unparsedFacts(read.facts, files, blocks),
    problems,
  };
}

function unparsedFacts(
  facts: readonly Fact[],
  files: readonly TextFile[],
  blocks: ReadonlyMap<string, YamlBlock>,
): UnparsedFact[] {
  const parsed = new Set(facts.map(({ path }) => path));
  return files.flatMap(({ path, inContent }) => {
    const block = blocks.get(path);
    if (!block || parsed.has(path) || homeOfFile(inContent) !== "facts") return [];
    return [{ id: idOf(inContent), path, body: "", value: block.value }];
  });
}

function readFile(
  file: TextFile,
  collection: Collection,
  read: Read,
  blocks: Map<string, YamlBlock>,
): Problem[] {
  const cut = cutFrontMatter(file.path, file.text);
  if ("code" in cut) return [cut];
  const { block, problems } = readYamlBlock(file.path, file.text, cut.yaml, cut.yamlOffset);
  if (!block) return [...problems];
  blocks.set(file.path, block);

  const base: RecordBase = { id: idOf(file.inContent), path: file.path, body: cut.body };
  const faults = parseInto(collection, block, base, read);
  if (BODY_NEEDED.includes(collection) && cut.body === "") {
    const place = { path: file.path, text: file.text, line: cut.closingLine, column: 1, length: 3 };
    faults.push(
      problem(
        "empty-body",
        place,
        `the text of this ${collection.slice(0, -1)} is empty`,
        "Write it below the closing line of hyphens.",
      ),
    );
  }
  return faults;
}

/** Collections whose readers come for the body. */
const BODY_NEEDED: readonly Collection[] = ["issues", "pages"];

function parseInto(
  collection: Collection,
  block: YamlBlock,
  base: RecordBase,
  read: Read,
): Problem[] {
  switch (collection) {
    case "site":
      return keep(
        block,
        { schema: siteSchema, keys: keysOf(siteSchema), homeOf: homeOfKey },
        base,
        read.site,
      );
    case "actors":
      return keep(block, collectionSchema(COLLECTION_SCHEMAS.actors), base, read.actors);
    case "issues":
      return keep(block, collectionSchema(COLLECTION_SCHEMAS.issues), base, read.issues);
    case "sources":
      return keep(block, collectionSchema(COLLECTION_SCHEMAS.sources), base, read.sources);
    case "pages":
      return keep(block, collectionSchema(COLLECTION_SCHEMAS.pages), base, read.pages);
    case "facts":
      return parseFact(block, base, read.facts);
  }
}

function collectionSchema<
  Schema extends (typeof COLLECTION_SCHEMAS)[keyof typeof COLLECTION_SCHEMAS],
>(schema: Schema) {
  return { schema, keys: keysOf(schema), homeOf: homeOfKey };
}

function parseFact(block: YamlBlock, base: RecordBase, facts: Fact[]): Problem[] {
  const kind = block.value.kind;
  if (kind === undefined) {
    return [
      problem(
        "missing-key",
        block.locate([]),
        '"kind" is missing',
        `Add a line "kind: …" with one of ${FACT_KINDS.join(", ")}.`,
      ),
    ];
  }
  if (typeof kind !== "string")
    return [problem("wrong-type", block.locate(["kind"]), "kind should be one word")];
  if (!isFactKind(kind)) {
    return [
      problem(
        "unknown-value",
        block.locate(["kind"]),
        `"${kind}" is not a kind of fact`,
        didYouMean(kind, FACT_KINDS),
      ),
    ];
  }
  const keys = keysOf(FACT_SCHEMAS[kind]);
  return keep(block, { schema: factSchema, keys, homeOf: homeOfKey }, base, facts);
}

function isFactKind(kind: string): kind is FactKind {
  return FACT_KINDS.some((known) => known === kind);
}

/** Parses the block and adds the record to its list, or returns why not. */
function keep<Output extends object>(
  block: YamlBlock,
  schema: RecordSchema<Output>,
  base: RecordBase,
  list: { push(record: Output & RecordBase): unknown },
): Problem[] {
  const parsed = parseRecord(block, schema);
  if (parsed.value !== null) list.push({ ...parsed.value, ...base });
  return [...parsed.problems];
}
