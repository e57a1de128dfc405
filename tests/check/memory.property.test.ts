/** A check that remembers says what a check without a memory says, whatever was edited in between. */
import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proveQuotes } from "../../src/build/quote-proofs.ts";
import { checkContent } from "../../src/check/check.ts";
import {
  type CheckMemory,
  checkMemory,
  readStoredMemory,
  storeMemory,
} from "../../src/check/memory.ts";
import type { Content } from "../../src/content/assemble.ts";
import { readContent } from "../../src/content/read.ts";
import type { Fact, Quote, Source } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import { fingerprintText } from "../../src/quotes/fingerprint.ts";
import { PROJECT_FOLDER, WEND } from "../support/sheet.ts";

const TEXTS = [
  "No oil, no lamp. The lamp shall burn all night, said the keeper.",
  "The lamp shall burn. The lamp shall not burn before the oil is paid. No oil, no lamp.",
  "Nobody pays. NO OIL, no lamp shall burn.",
];
const FINGERPRINTS = [
  ...TEXTS.map(fingerprintText),
  "",
  "sp1:3:damaged",
  `${fingerprintText("No oil.")}x`,
];
const QUOTES = [
  "No oil",
  "lamp shall burn",
  "the lamp … burn",
  "no lamp shall",
  "[T]he lamp",
  "the oil is paid",
];

const sheet = readContent(WEND, PROJECT_FOLDER);

/** One edit of a sheet; all others of its records stay the same objects. */
type Edit = (content: Content) => Content;

const withFact =
  (at: number, change: (fact: Fact) => Fact | null): Edit =>
  (content) => {
    const { facts } = content.records;
    const place = at % Math.max(1, facts.length);
    const changed = facts.flatMap((fact, each) => (each === place ? (change(fact) ?? []) : fact));
    return { ...content, records: { ...content.records, facts: changed } };
  };

const withSource =
  (at: number, change: (source: Source) => Source): Edit =>
  (content) => {
    const { sources } = content.records;
    const place = at % sources.length;
    const changed = sources.map((source, each) => (each === place ? change(source) : source));
    return { ...content, records: { ...content.records, sources: changed } };
  };

const quote = (text: string, within: string, translation: string, source: string): Quote => ({
  text,
  within,
  speaker: null,
  where: "",
  language: "",
  originalLanguage: "",
  translation,
  translator: translation === "" ? null : "official",
  translationSource: translation === "" ? null : source,
  source: null,
});

const ids = sheet.records.sources.map(({ id }) => id);
const place = fc.nat({ max: 1000 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(
      place,
      fc.constantFrom(...QUOTES),
      fc.constantFrom("", "", ...QUOTES),
      fc.constantFrom("", "", ...QUOTES),
      fc.constantFrom(...ids),
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    )
    .map(([at, text, within, translation, from, source]) =>
      withFact(at, (fact) => ({
        ...fact,
        source,
        quote: quote(text, within, translation, from),
      })),
    ),
  fc
    .tuple(place, fc.constantFrom(...FINGERPRINTS))
    .map(([at, fingerprint]) => withSource(at, (source) => ({ ...source, fingerprint }))),
  fc
    .tuple(place, fc.constantFrom("", "https://wend.example/"))
    .map(([at, url]) => withSource(at, (source) => ({ ...source, url }))),
  place.map((at) => withFact(at, () => null)),
  place.map((at) => withFact(at, (fact) => ({ ...fact, quote: null }))),
);

/** What is said of a sheet: every problem, and what the site tells of each quote. */
function said(content: Content, memory: CheckMemory) {
  const { problems, records } = checkContent(content, () => null, { memory });
  return { problems, proofs: records && proofsOf(records, memory) };
}

function proofsOf(records: Parameters<typeof buildDossier>[0], memory: CheckMemory) {
  return proveQuotes(buildDossier(records, sheetDate(records)), memory);
}

describe("a check with the memory of the checks before", () => {
  test("says after any edits what one without says", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const memory = checkMemory();
        let content = sheet;
        for (const change of edits) {
          content = change(content);
          expect(said(content, memory)).toEqual(said(content, checkMemory()));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("says the same when the memory was stored and read in between", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let memory = checkMemory();
        let content = sheet;
        for (const change of edits) {
          content = change(content);
          expect(said(content, memory)).toEqual(said(content, checkMemory()));
          const stored = readStoredMemory(deserialize(serialize(storeMemory(memory))));
          expect(stored).not.toBeNull();
          memory = checkMemory(stored ?? undefined);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("asks nothing again that it was asked before, and forgets what is no longer asked", () => {
    const memory = checkMemory();
    checkContent(sheet, () => null, { memory });
    const first = storeMemory(memory);
    expect(first.passages.length).toBeGreaterThan(0);
    const [answered] = first.passages;
    checkContent(sheet, () => null, { memory });
    expect(storeMemory(memory).passages[0]?.[1]).toBe(answered?.[1]);
    const { facts } = sheet.records;
    const unquoted = facts.map((fact) => ({ ...fact, quote: null }));
    checkContent({ ...sheet, records: { ...sheet.records, facts: unquoted } }, () => null, {
      memory,
    });
    expect(storeMemory(memory).passages).toEqual([]);
  });

  test("is not made of what was stored otherwise", () => {
    const stored = storeMemory(checkMemory());
    expect(readStoredMemory(stored)).toEqual(stored);
    for (const other of [
      null,
      1,
      "x",
      [],
      {},
      { ...stored, passages: [["x", { stands: true }]] },
    ]) {
      expect(readStoredMemory(other)).toBeNull();
    }
  });
});
