/** The quick reader of a schema takes what zod takes, makes the same of it, and leaves the rest. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { homeOfFile } from "../../src/content/file-names.ts";
import { cutFrontMatter } from "../../src/content/front-matter.ts";
import { COLLECTION_SCHEMAS, siteSchema } from "../../src/content/schema/collections.ts";
import { FACT_SCHEMAS, factSchema } from "../../src/content/schema/fact.ts";
import { quickParser } from "../../src/content/schema/quick-parse.ts";
import { readYamlBlock } from "../../src/content/yaml-block.ts";
import { WEND } from "../support/sheet.ts";

const SCHEMAS = { site: siteSchema, ...COLLECTION_SCHEMAS, facts: factSchema } as const;
type Home = keyof typeof SCHEMAS;

/** The front matter of every file of the fictional sheet, and where it belongs. */
const SOUND: readonly (readonly [home: Home, value: Readonly<Record<string, unknown>>])[] =
  readdirSync(WEND, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const home = homeOfFile(path);
      const text = readFileSync(join(WEND, path), "utf8");
      const cut = cutFrontMatter(path, text);
      if (home === null || "code" in cut) return [];
      const { block } = readYamlBlock(path, text, cut.yaml, cut.yamlOffset);
      return block ? [[home, block.value] as const] : [];
    });

const KEYS = [
  ...new Set(
    [...Object.values(FACT_SCHEMAS), siteSchema, ...Object.values(COLLECTION_SCHEMAS)].flatMap(
      ({ shape }) => Object.keys(shape),
    ),
  ),
  ...["text", "actor", "as", "from", "code", "reason", "note", "unknown", "constructor"],
];

const text = fc.oneof(
  fc.constantFrom("", " ", "a", "a-b", "-a", "A b", "true", "false", "12", "12345", "Q42", "UA"),
  fc.constantFrom("2001", "2001-02-30", "2001-03-04", "../2001-03", "2001/2002", "en", "e_n"),
  fc.constantFrom("https://wend.example/a", "http:// b", "ftp://c", "supports", "stated", "demand"),
  fc.constantFrom(" e\u0301 ", "\u00e9", "\u1e9b\u0323", "\u00a0", "party", "state", "report"),
  fc.string({ unit: "grapheme" }),
);

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    text,
    fc.constantFrom(undefined, null, 7, true),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** Front matter that is sound, or is not any more after some changes anywhere in it. */
const changed = fc
  .tuple(
    fc.constantFrom(...SOUND),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...KEYS), value), { maxLength: 3 }),
  )
  .map(([[home, sound], changes]): [Home, unknown] => {
    const front: Record<string, unknown> = structuredClone(sound);
    for (const [which, what, key, put] of changes) {
      const names = Object.keys(front);
      const name = names[which % names.length] ?? key;
      const inner = front[name];
      if (what === 0) front[key] = put;
      else if (what === 1) delete front[name];
      else if (Array.isArray(inner)) inner.push(put);
      else if (typeof inner === "object" && inner !== null) Reflect.set(inner, key, put);
      else front[name] = put;
    }
    return [home, front];
  });

const QUICK = {
  site: quickParser(SCHEMAS.site),
  actors: quickParser(SCHEMAS.actors),
  issues: quickParser(SCHEMAS.issues),
  sources: quickParser(SCHEMAS.sources),
  pages: quickParser(SCHEMAS.pages),
  facts: quickParser(SCHEMAS.facts),
} as const;

/** Asserts that both make the same of it; tells whether the quick one took it. */
function typedAlike(home: Home, front: unknown): boolean {
  const before = structuredClone(front);
  const quick = QUICK[home](front);
  const { success, data } = SCHEMAS[home].safeParse(front);
  expect(front).toEqual(before);
  expect(quick !== null).toBe(success);
  if (quick === null) return false;
  expect(quick).toStrictEqual(data);
  // The order of keys is that of records when they are written out.
  expect(JSON.stringify(quick)).toBe(JSON.stringify(data));
  return true;
}

const RUNS = Number(process.env.FUZZ_RUNS ?? 2000);

describe("the quick reader of a schema", () => {
  test("takes every file of the fictional sheet, and makes of it what zod makes", () => {
    expect(SOUND.length).toBeGreaterThan(20);
    for (const [home, front] of SOUND) expect(typedAlike(home, front)).toBe(true);
  });

  test("takes what zod takes of changed front matter, and leaves what it refuses", () => {
    const taken = { yes: 0, no: 0 };
    fc.assert(
      fc.property(changed, ([home, front]) => {
        taken[typedAlike(home, front) ? "yes" : "no"]++;
      }),
      { numRuns: RUNS },
    );
    expect(taken.yes).toBeGreaterThan(RUNS / 20);
    expect(taken.no).toBeGreaterThan(RUNS / 20);
  });

  test.each([
    ["a key that is not plain text", z.strictObject({ a: z.string().max(3) })],
    ["a check of the whole", z.strictObject({ a: z.string() }).refine(() => false)],
    ["other keys", z.object({ a: z.string() })],
    ["a pattern that remembers", z.strictObject({ a: z.string().regex(/b/g) })],
    ["a default", z.strictObject({ a: z.string(), b: z.string().default("c") })],
    ["a choice of texts", z.strictObject({ a: z.union([z.literal("b"), z.string()]) })],
    ["a list of many", z.strictObject({ a: z.array(z.string()).max(1).or(z.string()) })],
  ])("leaves a schema with %s to zod", (_what, schema) => {
    expect(quickParser(schema)({ a: "b" })).toBeNull();
  });
});
