/** Interface strings. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { INTERFACE_LANGUAGES } from "../../src/content/interface-languages.ts";
import english from "../../src/render/locale/en.json" with { type: "json" };
import { linkPiece, namePiece, textPiece } from "../../src/render/locale/piece.ts";
import { createWords, loadWords } from "../../src/render/locale/words.ts";
import { TEMPLATES } from "./fixtures/ferry.ts";

const words = loadWords("en");

describe("an interface string", () => {
  test("is filled with values", () => {
    expect(words.t("date.day", { day: 1, month: "May", year: 2025 })).toBe("1 May 2025");
  });

  test("has plural forms", () => {
    expect(words.t("count.facts", { count: 1 })).toBe("1 fact");
    expect(words.t("count.facts", { count: 10_000 })).toBe("10,000 facts");
  });

  test.each(INTERFACE_LANGUAGES)(
    "writes all large numbers of a sentence alike, in %s",
    (language) => {
      const { t } = loadWords(language);
      const numbers = t("footer.quotes", { matched: 14_760, all: 14_760 }).match(
        /\d+(?:[^\p{L}\d]\d+)*/gu,
      );
      expect(numbers).toHaveLength(2);
      expect(new Set(numbers).size).toBe(1);
    },
  );

  test("keeps links and names where the language puts them", () => {
    const by = namePiece("Ada <North>", "a.html");
    expect(words.phrase("route.demand", { by, to: [namePiece("Bo")] })).toEqual([
      by,
      textPiece(" asked "),
      namePiece("Bo"),
    ]);
  });

  test("keeps a link beside text, and a link in a plural form", () => {
    const source = linkPiece("The Gazette", "https://example.org/");
    expect(words.phrase("quote.matched", { source })).toContainEqual(source);
    expect(words.phrase("exchange.open-since", { days: 2, date: source })).toContainEqual(source);
  });

  test("throws for a missing value, and for a name that does not exist", () => {
    expect(() => words.t("date.year")).toThrow("date.year");
    const none = createWords("en", {});
    expect(() => none.t("date.year", { year: 1 })).toThrow("date.year");
  });

  test("of a language that has none yet is English", () => {
    expect(loadWords("tlh").t("nav.actors")).toBe("Actors");
    expect(loadWords("en-GB").language).toBe("en");
    expect(loadWords("../../package").language).toBe("en");
  });

  test("is in use, and every string in use exists", () => {
    const code = ["render", "diff"]
      .map((layer) => textOf(join(import.meta.dirname, "../../src", layer), ".ts"))
      .join("");
    const templates = textOf(TEMPLATES, ".njk");
    const started = [...templates.matchAll(/\bt\("([a-z0-9.-]+\.)" \+/g)].map(
      ([, key = ""]) => key,
    );
    const isStarted = (key: string): boolean => started.some((start) => key.startsWith(start));
    const asked = [...templates.matchAll(/\bt\("([a-z0-9.-]+)"/g)].map(([, key = ""]) => key);
    expect(asked.filter((key) => !(key in english) && !isStarted(key))).toEqual([]);
    const unused = Object.keys(english).filter(
      (key) => !asked.includes(key) && !isStarted(key) && !code.includes(`"${key}"`),
    );
    expect(unused).toEqual([]);
  });

  test("says nothing that casts doubt or implies guilt", () => {
    const loaded = Object.entries(english).filter(
      ([key, text]) =>
        /\b(?:admit|slam|wants?\b|hopes?\b|refus|lash|boast)/i.test(text) &&
        !key.startsWith("certainty."),
    );
    expect(loaded).toEqual([]);
  });
});

describe("templates", () => {
  test("hold no words of any language", () => {
    const words = templateTexts().filter(({ text }) => /\p{L}{2,}/u.test(text));
    expect(words).toEqual([]);
  });

  test("trust text as HTML in four places only: markup made by the page, the policy, a body's Markdown, the settings of the search", () => {
    const trusting = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".njk"))
      .flatMap((file) => {
        const text = readFileSync(join(TEMPLATES, file), "utf8");
        return [...text.matchAll(/\{\{([^}]*)\|\s*safe/g)].map(
          ([, name = ""]) => `${file}: ${name.trim()}`,
        );
      });
    expect(trusting.sort()).toEqual([
      "layouts/base.njk: main",
      "layouts/base.njk: view.frame.contentPolicy",
      "partials/text.njk: html",
      "search.njk: view.settings",
    ]);
  });
});

/** What stands between tags, without template syntax and comments. */
function templateTexts(): { readonly file: string; readonly text: string }[] {
  return readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".njk"))
    .map((file) => ({
      file,
      text: readFileSync(join(TEMPLATES, file), "utf8")
        .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, "")
        .replace(/<[^>]*>/g, "")
        // Attributes that a macro writes by itself.
        .replace(/\b[a-z-]+=""/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    }));
}

function textOf(folder: string, extension: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}
