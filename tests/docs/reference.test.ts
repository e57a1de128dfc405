/** The reference says what the code does: keys, values, dates, agreement and the command line. */
import { describe, expect, test } from "vitest";
import { parseWrittenDate } from "../../src/content/dates.ts";
import type { Stance } from "../../src/content/records.ts";
import { COLLECTION_SCHEMAS, siteSchema } from "../../src/content/schema/collections.ts";
import { FACT_KIND_MEANINGS, FACT_KINDS, FACT_SCHEMAS } from "../../src/content/schema/fact.ts";
import { type Key, keysIn } from "../../src/content/schema/keys.ts";
import { STANCES } from "../../src/content/schema/vocabulary.ts";
import { compareStandings } from "../../src/model/agreement.ts";
import { fieldsOf } from "../../src/scaffold/fields.ts";
import { kindNamed } from "../../src/scaffold/kinds.ts";
import { standpoint } from "../support/command.ts";
import { temporaryFolder } from "../support/sheet.ts";
import { codeWords, readDoc, type Table, tablesIn } from "./pages.ts";

/** What the tests ask of a schema; zod's own types say less about unions of them. */
interface Schema {
  readonly def: object;
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: unknown };
}
type Shape = Readonly<Record<string, Schema>>;
/** What a definition may have: a schema that it wraps, keys, words. */
interface Parts {
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly element?: Schema;
  readonly shape?: Shape;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
}

const tables = tablesIn(readDoc("docs/reference/content-model.md"));

/** Tables whose first column is of this name. */
function tablesOf(first: string): readonly Table[] {
  return tables.filter(({ header }) => header[0] === first);
}

/** The tables of keys that the page must have, by heading; of two under one heading the second is a group's. */
const { shape: site } = siteSchema;
const kinds: Readonly<Record<string, Shape>> = Object.fromEntries(
  FACT_KINDS.map((kind) => [kind, FACT_SCHEMAS[kind].shape]),
);
const common = Object.fromEntries(
  Object.entries(kinds.position ?? {}).filter(
    ([key]) =>
      !["kind", "by", "issue"].includes(key) && Object.values(kinds).every((shape) => key in shape),
  ),
);
const ownKeys = (kind: string): Shape =>
  Object.fromEntries(Object.entries(kinds[kind] ?? {}).filter(([key]) => !(key in common)));
const EXPECTED: readonly (readonly [heading: string, shape: Shape])[] = [
  ["site.md", site],
  ["Actors", COLLECTION_SCHEMAS.actors.shape],
  ["Actors", groupIn(COLLECTION_SCHEMAS.actors.shape.speaksFor)],
  ["Issues", COLLECTION_SCHEMAS.issues.shape],
  ["Sources", COLLECTION_SCHEMAS.sources.shape],
  ["Pages", COLLECTION_SCHEMAS.pages.shape],
  ["Every fact", common],
  ["Quote", groupIn(FACT_SCHEMAS.position.shape.quote)],
  ["Correction", groupIn(FACT_SCHEMAS.position.shape.corrections)],
  ["Withdrawal", groupIn(FACT_SCHEMAS.position.shape.withdrawn)],
  ["Allowance", groupIn(FACT_SCHEMAS.position.shape.allow)],
  ...FACT_KINDS.map(
    (kind) => [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, ownKeys(kind)] as const,
  ),
];

/** What the schemas say of the keys of those tables, and perhaps of more. */
const position = keysIn(FACT_SCHEMAS.position);
const SAID: readonly (readonly Key[])[] = [
  keysIn(siteSchema),
  keysIn(COLLECTION_SCHEMAS.actors),
  keyNamed(keysIn(COLLECTION_SCHEMAS.actors), "speaksFor").keys,
  keysIn(COLLECTION_SCHEMAS.issues),
  keysIn(COLLECTION_SCHEMAS.sources),
  keysIn(COLLECTION_SCHEMAS.pages),
  position,
  keyNamed(position, "quote").keys,
  keyNamed(position, "corrections").keys,
  keyNamed(position, "withdrawn").keys,
  keyNamed(position, "allow").keys,
  ...FACT_KINDS.map((kind) => keysIn(FACT_SCHEMAS[kind])),
];

function keyNamed(keys: readonly Key[], name: string): Key {
  const key = keys.find((each) => each.name === name);
  if (!key) throw new Error(`no key ${name}`);
  return key;
}

/** The schema inside what zod wraps around it: optional, transformed, a list of it. */
function inner(schema: Schema): Schema {
  const { innerType, in: input, element }: Parts = schema.def;
  const within = innerType ?? input ?? element;
  return within === undefined ? schema : inner(within);
}

function groupIn(schema: Schema): Shape {
  const { shape = {} }: Parts = inner(schema).def;
  return shape;
}

/** The words a schema chooses among, or none. */
function wordsOf(schema: Schema): readonly string[] {
  const { entries = {}, values = [] }: Parts = inner(schema).def;
  return [...Object.values(entries), ...values];
}

/** For each form of value that the page names: what a key of that form takes, and what it refuses. */
const FORMS: Readonly<
  Record<string, { readonly takes: readonly unknown[]; readonly refuses: readonly unknown[] }>
> = {
  text: { takes: ["Any text, with: colons"], refuses: ["", ["x"]] },
  date: { takes: ["2001-03-02", "../2001"], refuses: ["2 March 2001", "2001-02-29"] },
  id: { takes: ["lower-wend"], refuses: ["Lower Wend", ["lower-wend"], "a--b"] },
  ids: { takes: ["lower-wend", ["upper-wend", "lower-wend"]], refuses: ["Lower Wend", []] },
  "list of texts": { takes: [["Overwend"]], refuses: ["Overwend"] },
  number: { takes: ["0", "9999"], refuses: ["10000", "-1", "1.5", "one"] },
  switch: { takes: ["true", "false"], refuses: ["yes", "True"] },
  address: { takes: ["https://example.org/x"], refuses: ["example.org", "ftp://example.org"] },
  language: { takes: ["en", "uk", "pt-BR"], refuses: ["in English"] },
  country: { takes: ["UA"], refuses: ["ua", "UKR"] },
  "Wikidata id": { takes: ["Q42"], refuses: ["42", "Q0"] },
  // Which keys it takes is its own table's to say.
  keys: { takes: [], refuses: ["Keep it burning", [{ text: "x" }]] },
  "list of keys": { takes: [[]], refuses: ["x", {}] },
};

describe("the content model", () => {
  test("has a table of keys for each kind of file and group of keys", () => {
    expect(tablesOf("key").map(({ heading }) => heading)).toEqual(
      EXPECTED.map(([heading]) => heading),
    );
  });

  test.each(
    EXPECTED.map(([heading, shape], place) => [`${heading} (${place})`, shape, place] as const),
  )("%s: exactly the schema's keys, needs, values and defaults", (_name, shape, place) => {
    const rows = tablesOf("key")[place]?.rows ?? [];
    expect(rows.map(([key = ""]) => codeWords(key).join()).sort()).toEqual(
      Object.keys(shape).sort(),
    );
    for (const [keyCell = "", required, value = "", byDefault = ""] of rows) {
      const key = codeWords(keyCell).join();
      const schema = shape[key];
      if (!schema) continue;
      const absent = schema.safeParse(undefined);
      expect(required, key).toBe(absent.success ? "no" : "yes");
      if (value.startsWith("one of ")) expect(codeWords(value), key).toEqual(wordsOf(schema));
      else expect(value === "switch" ? [] : wordsOf(schema), key).toEqual([]);
      const form = FORMS[value];
      expect(form !== undefined || value.startsWith("one of "), `${key}: ${value}`).toBe(true);
      for (const taken of form?.takes ?? [])
        expect(schema.safeParse(taken).success, `${key} takes ${JSON.stringify(taken)}`).toBe(true);
      for (const refused of form?.refuses ?? [])
        expect(schema.safeParse(refused).success, `${key} refuses ${JSON.stringify(refused)}`).toBe(
          false,
        );
      const [given] = codeWords(byDefault);
      if (given !== undefined) expect(String(absent.data), key).toBe(given);
      else expect(absent.data || null, key).toSatisfy(isNothing);
    }
  });

  test.each(
    SAID.map((keys, place) => [tablesOf("key")[place]?.heading ?? "", keys, place] as const),
  )("%s: says of each key what its schema says", (_heading, keys, place) => {
    const rows = tablesOf("key")[place]?.rows ?? [];
    expect(rows).not.toEqual([]);
    for (const [keyCell = "", , value = "", , meaning = ""] of rows) {
      const key = keys.find(({ name }) => name === codeWords(keyCell).join());
      expect(value.startsWith("one of ") ? "word" : value, keyCell).toBe(key?.form);
      const plain = meaning.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
      expect(plain.startsWith(key?.description ?? "?"), `${keyCell}: ${plain}`).toBe(true);
      // The page may add where to read more.
      expect(plain.slice(key?.description.length), keyCell).toMatch(/^(?:[,;] .*)?$/);
    }
  });

  test("says of each word what the schemas say", () => {
    const words = (keys: readonly Key[], name: string) => keyNamed(keys, name).meanings;
    const said = tablesIn(readDoc("docs/reference/content-model.md"))
      .filter(({ header }) => ["value", "who"].includes(header[0] ?? ""))
      .map(({ rows }) =>
        Object.fromEntries(rows.map(([word = "", meaning]) => [codeWords(word).join(), meaning])),
      );
    expect(said).toEqual([
      FACT_KIND_MEANINGS,
      words(position, "certainty"),
      words(keyNamed(position, "quote").keys, "translator"),
      words(position, "stance"),
      words(position, "change"),
      words(keysIn(FACT_SCHEMAS.answer), "answer"),
    ]);
  });

  test("explains the forms that the tables name, and no other", () => {
    const [forms] = tablesOf("form");
    expect(forms?.rows.map(([form]) => form)).toEqual(Object.keys(FORMS));
  });

  test("explains each word of a fact's kind, certainty, stance, change and answer", () => {
    const explained = tablesOf("value").map(({ rows }) =>
      rows.map(([value = ""]) => codeWords(value).join()),
    );
    const { certainty, stance, change } = FACT_SCHEMAS.position.shape;
    const { answer } = FACT_SCHEMAS.answer.shape;
    expect(explained).toEqual([FACT_KINDS, ...[certainty, stance, change, answer].map(wordsOf)]);
  });
});

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

describe("dates", () => {
  const [forms, refused] = tablesIn(readDoc("docs/reference/dates.md"));

  test.each(forms?.rows ?? [])("%s", (written = "", _meaning, first, last) => {
    expect(parseWrittenDate(codeWords(written).join())).toMatchObject({ first, last });
  });

  test.each(refused?.rows ?? [])("%s is not a date", (written = "") => {
    expect(parseWrittenDate(codeWords(written).join())).toBeNull();
  });
});

describe("agreement", () => {
  const standing = (stance: Stance) =>
    ({ state: "stated", via: "own", inForce: [{ stance }], history: [] }) as unknown as Parameters<
      typeof compareStandings
    >[0];
  const words = { agree: "agree", differ: "differ", incomparable: "cannot be compared" };

  test("each pair of stances compares as the table says", () => {
    const [table] = tablesIn(readDoc("docs/reference/derivations.md"));
    const pairs = STANCES.flatMap((one) => STANCES.map((other) => [one, other] as const));
    for (const [one, other] of pairs) {
      const row = table?.rows.find(
        ([left, right]) =>
          (left === one && right === other) ||
          (left === other && right === one) ||
          (right === "anything" && (left?.includes(one) || left?.includes(other))),
      );
      const result = compareStandings(standing(one), standing(other));
      expect(row?.[2], `${one} and ${other}`).toBe(words[result]);
    }
  });
});

describe("the command line", () => {
  const page = readDoc("docs/reference/command-line.md");

  test.each([
    "build",
    "serve",
    "check",
    "capture",
    "diff",
    "import",
    "export",
    "pdf",
    "schema",
    "init",
  ])("%s has the options that the page lists", (command) => {
    const help = standpoint(temporaryFolder(), [command, "--help"]).stdout;
    const offered = [...help.matchAll(/^ {2}.*?(--[a-z-]+(?: <\w+>)?)/gm)].map(([, name]) => name);
    const listed = tablesIn(page)
      .filter(
        ({ heading }) =>
          heading === command ||
          (!["capture", "diff", "import", "export", "schema", "init"].includes(command) &&
            heading.startsWith("Options")),
      )
      .flatMap(({ rows }) => rows.map(([option = ""]) => codeWords(option).at(-1)));
    expect(listed.sort()).toEqual(offered.sort());
  });

  test("new has the options that the page lists, and one for each key", () => {
    const listed = tablesIn(page)
      .filter(({ heading }) => heading === "new")
      .flatMap(({ rows }) => rows.map(([option = ""]) => codeWords(option).at(-1)));
    const fields = fieldsOf(kindNamed("claim")).map(({ option }) => `--${option}`);
    const help = standpoint(temporaryFolder(), ["new", "claim", "--help"]).stdout;
    const offered = [...help.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, name]) => name);
    expect([...listed.map((option) => option?.split(" ")[0]), ...fields].sort()).toEqual(
      offered.sort(),
    );
  });
});
