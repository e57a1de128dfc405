import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { textOf } from "../../bench/corpus/content-file.ts";
import { contentFile, readContentFiles } from "../../bench/corpus/read-content.ts";
import { corpusFiles, corpusOf, writeCorpus } from "../../bench/corpus.ts";
import { checkFolder } from "../../src/check/check.ts";
import { FACT_KINDS } from "../../src/content/schema/fact.ts";

const folder = mkdtempSync(join(tmpdir(), "standpoint-corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a made-up sheet has the sizes asked for and not one problem", () => {
  const options = corpusOf(400, 7);
  writeCorpus(folder, options);
  const { records, problems } = checkFolder(folder, folder);
  expect(problems).toEqual([]);
  expect(records?.facts).toHaveLength(options.facts);
  expect(records?.actors).toHaveLength(options.actors);
  expect(records?.issues).toHaveLength(options.issues);
  expect(records?.sources).toHaveLength(options.sources);
});

test("10,000 facts have some 200 actors, 33 issues and 833 sources", () => {
  expect(corpusOf(10_000)).toEqual({
    facts: 10_000,
    actors: 200,
    issues: 33,
    sources: 833,
    seed: 1,
  });
});

test("it has all kinds of facts, and facts that answer, replace, contradict and were corrected", () => {
  const facts = [...corpusFiles(corpusOf(3000))].filter(({ path }) => path.startsWith("facts/"));
  expect(new Set(facts.map(({ keys }) => keys.kind))).toEqual(new Set(FACT_KINDS));
  for (const key of [
    "answers",
    "replaces",
    "contradicts",
    "corrections",
    "quote",
    "deadline",
    "if",
  ])
    expect(facts.filter(({ keys }) => keys[key] !== undefined).length, key).toBeGreaterThan(10);
  const languages = facts.flatMap(({ keys: { quote } }) =>
    typeof quote === "object" && "language" in quote ? [quote.language] : [],
  );
  expect(new Set(languages)).toEqual(new Set(["fr", "tr", "de"]));
});

test("the same seed gives the same bytes, another seed others", () => {
  const bytes = (seed: number): string => [...corpusFiles(corpusOf(60, seed))].map(textOf).join("");
  expect(bytes(1)).toBe(bytes(1));
  expect(bytes(2)).not.toBe(bytes(1));
});

test("a file is read back as it was written", () => {
  for (const file of corpusFiles(corpusOf(120)))
    expect(textOf(contentFile(file.path, textOf(file))), file.path).toBe(textOf(file));
  expect(readContentFiles(folder).length).toBeGreaterThan(400);
});
