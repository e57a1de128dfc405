/** What one content file says by itself: a pure function of its path and its text. */
import type { z } from "zod";
import { type Collection, checkFileName, homeOfFile, idOf } from "./file-names.ts";
import { type CutFile, cutFrontMatter } from "./front-matter.ts";
import { findRefused } from "./honest-text.ts";
import { homeOfKey, keysOf } from "./key-homes.ts";
import { MAX_BODY, MAX_FRONT_MATTER, MAX_FRONT_MATTER_LINES, MAX_NESTING } from "./limits.ts";
import { tooDeepAt } from "./nesting.ts";
import { parseRecord } from "./parse-record.ts";
import { type Problem, placeAt, problem } from "./problem.ts";
import type { Actor, Fact, Issue, Page, RecordBase, Site, Source } from "./records.ts";
import { COLLECTION_SCHEMAS, siteSchema } from "./schema/collections.ts";
import { FACT_KINDS, FACT_SCHEMAS, type FactKind, factSchema } from "./schema/fact.ts";
import { quickParser } from "./schema/quick-parse.ts";
import { didYouMean } from "./suggest.ts";
import type { TextFile } from "./text.ts";
import { type KeyPath, readYamlBlock, type YamlBlock } from "./yaml-block.ts";
import { readYamlQuickly } from "./yaml-quick.ts";

/** The record that a file of each collection holds. */
export interface RecordOf {
  readonly site: Site;
  readonly actors: Actor;
  readonly issues: Issue;
  readonly sources: Source;
  readonly facts: Fact;
  readonly pages: Page;
}

interface ParsedIn<Home extends Collection | null, Parsed> {
  /** As messages name it: relative to the working folder, with forward slashes. */
  readonly path: string;
  /** The collection it belongs to by its place; `null` if to none. */
  readonly collection: Home;
  /** The id that its name gives. */
  readonly id: string;
  /** What it holds, or `null` where it did not parse. */
  readonly record: Parsed | null;
  /** The front matter of a fact that is YAML but no fact: its references are checked all the same. */
  readonly unparsed: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly Problem[];
}

/** A file parsed: plain data, without functions, that can be kept from one run to the next. */
export type ParsedFile =
  | { [Home in Collection]: ParsedIn<Home, RecordOf[Home]> }[Collection]
  | ParsedIn<null, never>;

/** Parses a file. Never throws for anything that the file says. */
export function parseFile(file: TextFile): ParsedFile {
  const collection = homeOfFile(file.inContent);
  const names = checkFileName(file, file.text);
  const base = { path: file.path, id: idOf(file.inContent) };
  const nothing = { ...base, record: null, unparsed: null };
  if (collection === null) return { ...nothing, collection, problems: names };

  const conflict = conflictIn(file);
  if (conflict) return { ...nothing, collection, problems: [...names, conflict] };
  const cut = cutFrontMatter(file.path, file.text);
  if ("code" in cut) return { ...nothing, collection, problems: [...names, cut] };
  const excess = excessOf(file, cut);
  if (excess) return { ...nothing, collection, problems: [...names, excess] };

  const parse = <Output extends object>(schema: SchemaOf<Output>): Outcome<Output> =>
    parseRecordOf(file, cut, { ...base, body: cut.body }, schema, [
      ...names,
      ...emptyBody(file, cut, collection),
    ]);
  switch (collection) {
    case "site":
      return { ...base, collection, ...parse(SCHEMAS.site) };
    case "actors":
      return { ...base, collection, ...parse(SCHEMAS.actors) };
    case "issues":
      return { ...base, collection, ...parse(SCHEMAS.issues) };
    case "sources":
      return { ...base, collection, ...parse(SCHEMAS.sources) };
    case "pages":
      return { ...base, collection, ...parse(SCHEMAS.pages) };
    case "facts":
      return { ...base, collection, ...parse(FACT_SCHEMA) };
  }
}

/** Marks that git leaves where two versions of a file did not go together; below the front matter they would be published. */
function conflictIn({ path, text }: TextFile): Problem | null {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return null;
  const mark = /^(?:<{7}|>{7})(?: .*)?$/m.exec(text);
  if (!mark) return null;
  return problem(
    "conflict-mark",
    placeAt(path, text, mark.index, mark[0].length),
    "two versions of the file were not merged",
    "Keep what is right, and delete the lines of <<<<<<<, ======= and >>>>>>>.",
  );
}

/** One word, however long: it is as quick to read as a short one. */
const FINGERPRINT = /^fingerprint: [\w:-]+$/m;

/** Why a file is too much to be read, or `null`. */
function excessOf({ path, text }: TextFile, { yaml, yamlOffset, body }: CutFile): Problem | null {
  const tooLarge = (at: number, message: string): Problem =>
    problem("file-too-large", placeAt(path, text, at, 1), message, "Split it.");
  if (yaml.length > MAX_FRONT_MATTER && yaml.replace(FINGERPRINT, "").length > MAX_FRONT_MATTER) {
    return tooLarge(0, `the front matter has more than ${MAX_FRONT_MATTER} characters`);
  }
  if (yaml.split("\n", MAX_FRONT_MATTER_LINES + 1).length > MAX_FRONT_MATTER_LINES) {
    return tooLarge(0, `the front matter has more than ${MAX_FRONT_MATTER_LINES} lines`);
  }
  if (body.length > MAX_BODY) {
    return tooLarge(yamlOffset + yaml.length, `the body has more than ${MAX_BODY} characters`);
  }
  const deep = tooDeepAt(yaml);
  if (deep === null) return null;
  return problem(
    "invalid-yaml",
    placeAt(path, text, yamlOffset + deep, 1),
    `lists and groups of keys lie more than ${MAX_NESTING} deep in one another`,
    'Put quotation marks around a value that begins with a mark such as [ { or "- ".',
  );
}

/** What a file yields beside its name. */
interface Outcome<Output> {
  readonly record: (Output & RecordBase) | null;
  readonly unparsed: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly Problem[];
}

/** How front matter of a collection is typed. */
interface SchemaOf<Output> {
  readonly schema: z.ZodType<Output>;
  /** Types most sound front matter as the schema does. */
  readonly quickly: (value: unknown) => Output | null;
  /** The keys that a block may have, or why that cannot be told. */
  readonly keysFor: (block: YamlBlock) => readonly string[] | Problem;
  /** Whether what did not parse is handed on as it stands. */
  readonly keepsUnparsed: boolean;
}

/** A sound file is read quickly; one with any fault is read again by the reader that knows places. */
function parseRecordOf<Output extends object>(
  file: TextFile,
  cut: CutFile,
  base: RecordBase,
  { schema, quickly, keysFor, keepsUnparsed }: SchemaOf<Output>,
  problems: readonly Problem[],
): Outcome<Output> {
  const quick = readYamlQuickly(cut.yaml);
  const typed = quick && (quickly(quick) ?? schema.safeParse(quick).data);
  if (typed) return { record: { ...typed, ...base }, unparsed: null, problems };

  const strict = readYamlBlock(file.path, file.text, cut.yaml, cut.yamlOffset);
  const { block } = strict;
  if (!block) return { record: null, unparsed: null, problems: [...problems, ...strict.problems] };
  const hidden = hiddenCharacters(block, cut.yaml);
  const keys = keysFor(block);
  const parsed =
    "code" in keys
      ? { value: null, problems: [keys] }
      : parseRecord(block, { schema, keys, homeOf: homeOfKey });
  return {
    record: parsed.value && hidden.length === 0 ? { ...parsed.value, ...base } : null,
    unparsed: parsed.value === null && keepsUnparsed ? block.value : null,
    problems: [...problems, ...hidden, ...parsed.problems],
  };
}

/** Characters that the file does not show, but a value holds by an escape such as `"\u202E"`. */
function hiddenCharacters(block: YamlBlock, yaml: string): Problem[] {
  if (!yaml.includes("\\")) return [];
  return textsIn(block.value, []).flatMap(([path, text]) => {
    const refused = findRefused(text);
    if (!refused) return [];
    return [problem(refused.code, block.locate(path), `holds ${refused.what}`, "Delete it.")];
  });
}

/** Every text in a block with its path, keys too. */
function textsIn(value: unknown, path: KeyPath): (readonly [KeyPath, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [path, key] as const,
    ...textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}

function schemaOf<Output extends object>(
  schema: z.ZodType<Output> & { readonly shape: Readonly<Record<string, unknown>> },
): SchemaOf<Output> {
  const keys = keysOf(schema);
  return { schema, quickly: quickParser(schema), keysFor: () => keys, keepsUnparsed: false };
}

const SCHEMAS = {
  site: schemaOf(siteSchema),
  actors: schemaOf(COLLECTION_SCHEMAS.actors),
  issues: schemaOf(COLLECTION_SCHEMAS.issues),
  sources: schemaOf(COLLECTION_SCHEMAS.sources),
  pages: schemaOf(COLLECTION_SCHEMAS.pages),
} as const;

const FACT_SCHEMA: SchemaOf<z.output<typeof factSchema>> = {
  schema: factSchema,
  quickly: quickParser(factSchema),
  keysFor: factKeys,
  keepsUnparsed: true,
};

/** The keys of a fact, which its kind decides. */
function factKeys(block: YamlBlock): readonly string[] | Problem {
  const kind = block.value.kind;
  if (kind === undefined) {
    return problem(
      "missing-key",
      block.locate([]),
      '"kind" is missing',
      `Add a line "kind: …" with one of ${FACT_KINDS.join(", ")}.`,
    );
  }
  if (typeof kind !== "string")
    return problem("wrong-type", block.locate(["kind"]), "kind should be one word");
  if (!isFactKind(kind)) {
    return problem(
      "unknown-value",
      block.locate(["kind"]),
      `"${kind}" is not a kind of fact`,
      didYouMean(kind, FACT_KINDS),
    );
  }
  return keysOf(FACT_SCHEMAS[kind]);
}

function isFactKind(kind: string): kind is FactKind {
  return FACT_KINDS.some((known) => known === kind);
}

/** Collections whose readers come for the body. */
const BODY_NEEDED: readonly Collection[] = ["issues", "pages"];

function emptyBody(file: TextFile, cut: CutFile, collection: Collection): Problem[] {
  if (cut.body !== "" || !BODY_NEEDED.includes(collection)) return [];
  const line = file.text.slice(0, cut.closingOffset).split("\n").length;
  return [
    problem(
      "empty-body",
      { path: file.path, text: file.text, line, column: 1, length: 3 },
      `the text of this ${collection.slice(0, -1)} is empty`,
      "Write it below the closing line of hyphens.",
    ),
  ];
}
