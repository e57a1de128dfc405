/** Every quote of the first sheet stands in its source, and no quote that is changed in the least does. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { readFingerprints } from "../../src/check/context.ts";
import { findPassage, passagesOf } from "../../src/check/passages.ts";
import { PROJECT_FOLDER, placeAndCode, temporaryFolder } from "../support/sheet.ts";

const CONTENT = join(PROJECT_FOLDER, "content");
const { records } = checkFolder(CONTENT, PROJECT_FOLDER);
const fingerprints = readFingerprints(records?.sources ?? []);
const quoted = (records?.facts ?? []).flatMap((fact) => {
  const [passage] = fact.quote ? passagesOf(fact, fact.quote) : [];
  return passage ? [{ fact, passage }] : [];
});

const stands = (text: string, sources: readonly string[]): boolean =>
  findPassage({ text, path: [], sources }, fingerprints).found !== null;

/** A letter that is surely another: the next of the alphabet, in the same case. */
function otherLetter(letter: string): string {
  if (letter === "z") return "a";
  if (letter === "Z") return "A";
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** Every text that differs from the quote in one letter. */
function withOneLetterChanged(text: string): string[] {
  return [...text.matchAll(/[A-Za-z]/g)].map(
    ({ index, 0: letter }) => text.slice(0, index) + otherLetter(letter) + text.slice(index + 1),
  );
}

/** Every text in which two words that stand side by side have changed places. */
function withTwoWordsSwapped(text: string): string[] {
  const words = text.split(" ");
  return words.slice(1).flatMap((word, place) => {
    const before = words[place] ?? "";
    if (before === word) return [];
    return [[...words.slice(0, place), word, before, ...words.slice(place + 2)].join(" ")];
  });
}

/** Every text without one of its negations. */
function withoutANegation(text: string): string[] {
  return [...text.matchAll(/\b(?:not|no|never|without) |n['’]t\b/g)].map(
    ({ index, 0: negation }) => text.slice(0, index) + text.slice(index + negation.length),
  );
}

describe("the quotes of the first sheet", () => {
  test("are many, and every one stands in its source", () => {
    expect(quoted.length).toBeGreaterThanOrEqual(20);
    expect(
      quoted
        .filter(({ passage }) => !stands(passage.text, passage.sources))
        .map(({ fact }) => fact.id),
    ).toEqual([]);
  });

  test("some have a negation to lose", () => {
    expect(
      quoted.flatMap(({ passage }) => withoutANegation(passage.text)).length,
    ).toBeGreaterThanOrEqual(5);
  });

  test.each(quoted.map(({ fact, passage }) => [fact.id, passage] as const))(
    "%s stands no longer once any letter is changed, any negation dropped or any two words swapped",
    (_id, { text, sources }) => {
      const changed = [
        ...withOneLetterChanged(text),
        ...withTwoWordsSwapped(text),
        ...withoutANegation(text),
      ];
      expect(changed.filter((other) => stands(other, sources))).toEqual([]);
    },
  );

  test("stop the build at the line and column of the changed word, whichever quote it is", () => {
    for (const { fact, passage } of quoted) {
      const folder = temporaryFolder();
      cpSync(CONTENT, join(folder, "content"), { recursive: true });
      const file = join(folder, fact.path);
      const original = readFileSync(file, "utf8");
      const last =
        passage.text
          .split(" ")
          .at(-1)
          ?.replace(/[^A-Za-z]/g, "") ?? "";
      const at = original.indexOf(
        last,
        original.indexOf("text:") + passage.text.length - last.length - 2,
      );
      expect(last).not.toBe("");
      writeFileSync(file, `${original.slice(0, at)}x${original.slice(at)}`);
      const before = original.slice(0, at).split("\n");
      const place = `${fact.path.replace(/^content\//, "")}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} quote-not-in-source`;
      expect(checkFolder(join(folder, "content"), folder).problems.map(placeAndCode)).toContain(
        place,
      );
    }
  }, 120_000);
});
