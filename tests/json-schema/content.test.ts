/** The JSON Schemas take what Standpoint takes, and refuse what it refuses as far as JSON Schema can say it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { parseWrittenDate } from "../../src/content/dates.ts";
import { readContent } from "../../src/content/read.ts";
import { isLanguageTag, isWebAddress } from "../../src/content/schema/scalars.ts";
import { schemaFiles } from "../../src/json-schema/schema-files.ts";
import { namedIn } from "../../src/scaffold/known.ts";
import { blocksIn, docsIn, readDoc } from "../docs/pages.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder, WEND, wendWith } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";
import { frontMatterOf, schemaNameFor, validators } from "./validators.ts";

const SHEETS = [
  "content",
  "tests/golden/wend/content",
  "tests/golden/uk/content",
  "tests/golden/ar/content",
];

const schemas = validators();

/** What the schema of that name says of a value: empty if nothing is wrong. */
function faults(name: string, value: unknown, among = schemas): string {
  const validate = among.get(name);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(value) ? "" : JSON.stringify(validate.errors);
}

function idsOf(folder: string) {
  const content = readContent(folder, folder);
  return {
    actors: namedIn(content, "actors"),
    issues: namedIn(content, "issues"),
    sources: namedIn(content, "sources"),
    facts: namedIn(content, "facts"),
  };
}

describe("the schemas in the repository", () => {
  test("are those that the content is read with: if not, run npm run schemas", () => {
    const folder = join(PROJECT_FOLDER, "schemas");
    const committed = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]);
    const made = schemaFiles().map(({ name, text }) => [name, text]);
    expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(made));
  });

  test("are what the command writes", () => {
    const folder = temporaryFolder();
    expect(standpoint(folder, ["schema", "--output", "out"]).stdout).toBe("13 schemas in out/\n");
    const elsewhere = join(temporaryFolder(), "schemas");
    standpoint(folder, ["schema", "--output", elsewhere]);
    expect(readdirSync(elsewhere)).toHaveLength(13);
    expect(readFileSync(join(folder, "out/fact.json"), "utf8")).toBe(
      readFileSync(join(PROJECT_FOLDER, "schemas/fact.json"), "utf8"),
    );
  });
});

describe.each(SHEETS)("every file of %s", (sheet) => {
  const folder = join(PROJECT_FOLDER, sheet);

  test("is valid, also with the sheet's ids, a fact also by the schema of its kind", () => {
    const withIds = validators(idsOf(folder));
    const paths = filesIn(folder).filter((path) => path.endsWith(".md"));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const value = frontMatterOf(readFileSync(join(folder, path), "utf8"));
      const name = schemaNameFor(path);
      expect(faults(name, value), path).toBe("");
      expect(faults(name, value, withIds), path).toBe("");
      if (name === "fact") expect(faults(String(Object(value).kind), value), path).toBe("");
    }
  });
});

/** What a schema can see: the shape of one file's front matter. */
const SEEN = [
  ...["unknown-key", "misplaced-key", "missing-key", "empty-value", "wrong-type"],
  ...["unknown-value", "invalid-value", "impossible-date"],
];

describe("the examples of the pages on problems", () => {
  const pages = docsIn("docs/problems").filter((path) => !path.endsWith("README.md"));
  const examplesOf = (path: string, kind: string) =>
    blocksIn(readDoc(path)).flatMap(({ info, text }) =>
      info.startsWith(`${kind} `) ? [{ inContent: info.slice(kind.length + 1), text }] : [],
    );

  test.each(pages)("%s: the right ones are valid", (path) => {
    for (const { inContent, text } of examplesOf(path, "right"))
      expect(faults(schemaNameFor(inContent), frontMatterOf(text)), inContent).toBe("");
  });

  test.each(SEEN)("%s: the wrong one is refused", (code) => {
    const wrong = examplesOf(`docs/problems/${code}.md`, "wrong");
    expect(
      wrong.some(
        ({ inContent, text }) => faults(schemaNameFor(inContent), frontMatterOf(text)) !== "",
      ),
    ).toBe(true);
  });

  test.each(["unknown-actor", "unknown-issue", "unknown-source", "unknown-fact"])(
    "%s: the wrong one is refused by the schemas with ids, and by them alone",
    (code) => {
      const [wrong] = examplesOf(`docs/problems/${code}.md`, "wrong");
      if (!wrong) throw new Error("no example");
      const ids = idsOf(join(wendWith({ [wrong.inContent]: wrong.text }), "content"));
      const name = schemaNameFor(wrong.inContent);
      const value = frontMatterOf(wrong.text);
      expect(faults(name, value)).toBe("");
      expect(faults(name, value, validators(ids))).not.toBe("");
    },
  );
});

describe("values", () => {
  const source = (changes: object) => ({
    ...{ title: "No oil", published: "2001-03-04", type: "post" },
    ...changes,
  });
  const takesDate = (published: unknown) => faults("source", source({ published })) === "";

  test("dates: as Standpoint reads them, but for the order of a span's ends", () => {
    const part = fc.integer({ min: 0, max: 32 }).map((number) => String(number).padStart(2, "0"));
    const year = fc.oneof(
      fc.constantFrom("0000", "1900", "2000", "2004", "2100"),
      fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, "0")),
    );
    const bound = fc
      .tuple(year, fc.array(part, { maxLength: 2 }))
      .map(([y, rest]) => [y, ...rest].join("-"));
    const clock = fc.constantFrom("T01:30+03:00", "T24:00Z", "T23:59Z", "T1:30Z", "T10:00+15:00");
    const written = fc.oneof(
      bound,
      bound.map((b) => `../${b}`),
      fc.tuple(bound, clock).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(takesDate(text), text).toBe(parseWrittenDate(text) !== null);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(bound, bound, (from, to) => {
        const span = `${from}/${to}`;
        if (parseWrittenDate(span)) expect(takesDate(span), span).toBe(true);
        if (!parseWrittenDate(from) || !parseWrittenDate(to))
          expect(takesDate(span), span).toBe(false);
      }),
    );
  });

  test("a year without quotation marks is a number to an editor, and is taken", () => {
    expect([2001, 0, 12345].map(takesDate)).toEqual([true, false, false]);
  });

  test("addresses and languages that Standpoint takes are taken, plain mistakes are refused", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(isWebAddress(url)).toBe(true);
        expect(faults("source", source({ url })), url).toBe("");
      }),
    );
    for (const url of ["example.org", "ftp://example.org", "https://", "mailto:a@example.org"])
      expect(faults("source", source({ url })), url).not.toBe("");
    for (const language of [
      "en",
      "uk",
      "pt-BR",
      "zh-Hant-TW",
      "sr-Latn",
      "de-1996",
      "en-x-wend",
      "es-419",
    ]) {
      expect(isLanguageTag(language)).toBe(true);
      expect(faults("source", source({ language })), language).toBe("");
    }
    for (const language of ["english language", "e", "in English", "en_GB", "12"]) {
      expect(isLanguageTag(language)).toBe(false);
      expect(faults("source", source({ language })), language).not.toBe("");
    }
  });

  test("what YAML makes numbers and switches of is taken where Standpoint reads text", () => {
    const yaml =
      "title: 1984\npublisher: true\nauthor: 1e3\npublished: 2001\ntype: post\norigin: 2001";
    const folder = wendWith({
      "sources/1984.md": `---\n${yaml}\n---\n`,
      "sources/2001.md": "---\ntitle: '2001'\npublished: 2001\ntype: post\n---\n",
    });
    const { problems } = checkFolder(join(folder, "content"), folder);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const value = frontMatterOf(`---\n${yaml}\n---\n`);
    expect(faults("source", value)).toBe("");
    const ids = idsOf(join(folder, "content"));
    expect(faults("source", value, validators(ids))).toBe("");
  });

  test("a key without a value is refused; so is a text of spaces", () => {
    expect(faults("source", source({ title: null }))).not.toBe("");
    expect(faults("source", source({ title: "  " }))).not.toBe("");
  });

  test("a mistake in one kind of fact is told in that kind's words alone", () => {
    const value = frontMatterOf(readFileSync(join(WEND, "facts/lamp-went-out.md"), "utf8"));
    expect(faults("fact", { ...Object(value), stance: "opposes" })).toContain(
      "additionalProperties",
    );
    expect(faults("fact", { ...Object(value), stance: "opposes" })).not.toContain("searched");
  });
});
