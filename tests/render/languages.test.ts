/** The interface in every language: complete, with the same placeholders, and in plain words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { parseWrittenDate } from "../../src/content/dates.ts";
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceLanguage,
} from "../../src/content/interface-languages.ts";
import { datePiece, dateView } from "../../src/render/dates.ts";
import { directionOf } from "../../src/render/locale/direction.ts";
import { namePiece } from "../../src/render/locale/piece.ts";
import { loadWords } from "../../src/render/locale/words.ts";
import { listPieces } from "../../src/render/views/parts/names.ts";

const FOLDER = join(import.meta.dirname, "../../src/render/locale");
const OTHERS = INTERFACE_LANGUAGES.filter((language) => language !== "en");

/** A string's placeholders, and the categories of each of its plurals. */
interface Shape {
  readonly placeholders: readonly string[];
  readonly plurals: readonly (readonly string[])[];
}

function stringsOf(language: InterfaceLanguage): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(join(FOLDER, `${language}.json`), "utf8"));
  return new Map(Object.entries(parsed ?? {}).map(([key, text]) => [key, String(text)]));
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function shapeOf(text: string, language: InterfaceLanguage): Shape {
  const placeholders = new Set<string>();
  const plurals: string[][] = [];
  const visit = (element: Element): void => {
    if ("options" in element) {
      if ("pluralType" in element) plurals.push(Object.keys(element.options));
      for (const { value } of Object.values(element.options)) value.forEach(visit);
    }
    // A type above 0 is anything but plain text; 7 is the number sign within a plural.
    if (
      element.type > 0 &&
      element.type !== 7 &&
      "value" in element &&
      typeof element.value === "string"
    )
      placeholders.add(element.value);
  };
  new IntlMessageFormat(text, language).getAst().forEach(visit);
  return { placeholders: [...placeholders].sort(), plurals };
}

/** Categories that whole numbers below a million have. */
function categoriesOf(language: InterfaceLanguage): readonly string[] {
  const rules = new Intl.PluralRules(language);
  const used = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
  return [...used.add("other")].sort();
}

/** The words of a string, without placeholders, syntax and names that no language translates. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/\{[^{}]*\}/g, (part) => part.replace(/^\{\w+\}$/, ""))
    .replace(/\b(?:plural|select|zero|one|two|few|many|other|UTC|Standpoint|build|Escape)\b/g, "")
    .replace(/\{\w+,/g, "");
  return [...plain.toLowerCase().matchAll(/\p{L}{2,}/gu)].map(([word]) => word);
}

const english = stringsOf("en");

test("every language has its file, and every file its language", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  expect(files.sort()).toEqual(INTERFACE_LANGUAGES.map((language) => `${language}.json`).sort());
});

describe.each(OTHERS)("%s", (language) => {
  const strings = stringsOf(language);

  test("has every string of the English, in its order, and no other", () => {
    expect([...strings.keys()]).toEqual([...english.keys()]);
  });

  test("has the placeholders of the English", () => {
    const differing = [...strings].filter(
      ([key, text]) =>
        shapeOf(text, language).placeholders.join() !==
        shapeOf(english.get(key) ?? "", "en").placeholders.join(),
    );
    expect(differing).toEqual([]);
  });

  test("has all of its own plural forms, or one for all numbers", () => {
    const categories = categoriesOf(language);
    const differing = [...strings].flatMap(([key, text]) =>
      shapeOf(text, language)
        .plurals.map((forms) => forms.filter((form) => !form.startsWith("=")).sort())
        .filter((forms) => forms.join() !== categories.join() && forms.join() !== "other")
        .map((forms) => `${key}: ${forms.join(", ")}`),
    );
    expect(differing).toEqual([]);
  });

  test("leaves no string untranslated", () => {
    const script = /\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hebrew}/u;
    const usesLatin = !script.test(strings.get("nav.actors") ?? "");
    const left = [...strings].filter(([key, text]) => {
      const words = wordsOf(text);
      if (words.length === 0 || key.startsWith("month.")) return false;
      if (!usesLatin) return !script.test(text);
      return text === english.get(key) && !words.every((word) => SAME[language]?.includes(word));
    });
    expect(left).toEqual([]);
  });

  test("says nothing that casts doubt or implies guilt", () => {
    const loaded = [...strings].filter(([, text]) => LOADED[language]?.test(text));
    expect(loaded).toEqual([]);
  });

  test("says that no position was found, not that there is none", () => {
    const found = FOUND[language] ?? /^$/;
    const keys = ["stance.none", "answer.none", "home.silent", "actor.silent-on", "kind.absence"];
    expect(keys.filter((key) => !found.test(strings.get(key) ?? ""))).toEqual([]);
  });
});

/** Words that a language has in common with English. */
const SAME: Partial<Record<InterfaceLanguage, readonly string[]>> = {
  de: ["auto", "position", "person", "organisation", "interview"],
  fr: "auto correction corrections organisation page parties position positions source sources".split(
    " ",
  ),
  pl: ["auto"],
};

/** Claimed, admitted, wanted, hoped, slammed. */
const LOADED: Partial<Record<InterfaceLanguage, RegExp>> = {
  uk: /визна[влют]|хоче|хочуть|сподіва|нібито|стверджу|заперечує свою/i,
  ru: /признал|призна[её]т|хочет|хотят|надеет|якобы|утвержда[ею]т/i,
  tr: /iddia|itiraf|\bister\b|istiyor|istedi|umuyor|sözde/i,
  de: /behaupt|zugegeben|gibt zu|\bwill\b|\bwollen\b|hofft|angeblich/i,
  fr: /prétend|avou|admet|\bveut\b|\bveulent\b|espère/i,
  pl: /rzekom|przyzna[łjć]|\bchce\b|\bchcą\b|ma nadzieję/i,
  ar: /زعم|يزعم|ادّع|ادع[اىي]|اعترف|يريد|تريد|يأمل/,
  he: /טוענ|(?<!נ)טען|הודה|רוצה|רוצים|מקוו/,
};

/** How each language says "found". */
const FOUND: Partial<Record<InterfaceLanguage, RegExp>> = {
  uk: /знайдено/i,
  ru: /найдено/i,
  tr: /buluna?m/i,
  de: /gefunden/i,
  fr: /trouvée?/i,
  pl: /znaleziono/i,
  ar: /يُعثر/,
  he: /נמצא/,
};

describe("a language's tag", () => {
  test("finds the interface's language by its first part", () => {
    expect(interfaceLanguage("uk-UA")).toBe("uk");
    expect(interfaceLanguage("iw")).toBe("he");
    expect(interfaceLanguage("AR-EG")).toBe("ar");
    expect(interfaceLanguage("es")).toBeNull();
    expect(interfaceLanguage("russian")).toBeNull();
  });

  test("gives the direction, by script where it names one", () => {
    expect(["ar", "he-IL", "fa", "az-Arab", "UR"].map(directionOf)).toEqual(Array(5).fill("rtl"));
    expect(["en", "uk", "ku-Latn", "ar-Latn", "es-MX"].map(directionOf)).toEqual(
      Array(5).fill("ltr"),
    );
  });
});

describe("dates and lists", () => {
  const inWords = (language: string, text: string): string => {
    const date = parseWrittenDate(text);
    if (!date) throw new Error(`${text} is no date`);
    return dateView(loadWords(language), date).text;
  };

  test.each([
    ["uk", "1 травня 2025", "травень 2025", "8–10 травня 2025"],
    ["ru", "1 мая 2025", "май 2025", "8–10 мая 2025"],
    ["tr", "1 Mayıs 2025", "Mayıs 2025", "8–10 Mayıs 2025"],
    ["de", "1. Mai 2025", "Mai 2025", "8.–10. Mai 2025"],
    ["fr", "1er mai 2025", "mai 2025", "8–10 mai 2025"],
    ["pl", "1 maja 2025", "maj 2025", "8–10 maja 2025"],
    ["ar", "1 مايو 2025", "مايو 2025", "8–10 مايو 2025"],
    ["he", "1 במאי 2025", "מאי 2025", "8–10 במאי 2025"],
  ])("%s: days, months and intervals", (language, day, month, days) => {
    expect(inWords(language, "2025-05-01")).toBe(day);
    expect(inWords(language, "2025-05")).toBe(month);
    expect(inWords(language, "2025-05-08/2025-05-10")).toBe(days);
  });

  test("a month is inflected after since and until", () => {
    const date = parseWrittenDate("2025-05");
    if (!date) throw new Error("no date");
    const texts = ["uk", "ru", "pl", "de", "he"].map(
      (language) => datePiece(loadWords(language), date).text,
    );
    expect(texts).toEqual(["травня 2025", "мая 2025", "maja 2025", "Mai 2025", "מאי 2025"]);
  });

  test.each(INTERFACE_LANGUAGES)("%s: the months are those that Intl knows", (language) => {
    const strings = stringsOf(language);
    const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    const months = Array.from({ length: 12 }, (_, place) =>
      format.formatToParts(Date.UTC(2025, place, 8)).find(({ type }) => type === "month"),
    );
    expect(months.map((part) => part?.value.replace(/^ב/, ""))).toEqual(
      months.map((_, place) => strings.get(`month.${place + 1}.in-date`)),
    );
  });

  test("a list ends in the language's own and", () => {
    const list = (language: string, ...names: string[]): string =>
      listPieces(
        loadWords(language),
        names.map((name) => namePiece(name)),
      )
        .map(({ text }) => text)
        .join("");
    expect(list("de", "A", "B", "C")).toBe("A, B und C");
    expect(list("ar", "أ", "ب", "ج")).toBe("أ، ب وج");
    expect(list("he", "א", "ב")).toBe("א וב");
    expect(list("he", "א", "B")).toBe("א ו־B");
  });

  test("plural forms are the language's own, with digits as in dates", () => {
    const facts = (language: string, counts: readonly number[]): string[] =>
      counts.map((count) => loadWords(language).t("count.facts", { count }));
    expect(facts("uk", [1, 2, 5, 11, 21, 104])).toEqual([
      "1 факт",
      "2 факти",
      "5 фактів",
      "11 фактів",
      "21 факт",
      "104 факти",
    ]);
    expect(facts("pl", [1, 22, 25])).toEqual(["1 fakt", "22 fakty", "25 faktów"]);
    expect(facts("ar", [1, 2, 7, 12, 100])).toEqual([
      "واقعة واحدة",
      "واقعتان",
      "7 وقائع",
      "12 واقعة",
      "100 واقعة",
    ]);
    expect(facts("he", [1, 2, 12])).toEqual(["עובדה אחת", "שתי עובדות", "12 עובדות"]);
  });
});

describe("templates and style sheets", () => {
  const TEMPLATES = join(import.meta.dirname, "../../templates");
  const filesIn = (extension: string): readonly (readonly [file: string, text: string])[] =>
    readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(extension))
      .map((file) => [file, readFileSync(join(TEMPLATES, file), "utf8")] as const);

  test("templates leave commas, semicolons and colons to the language", () => {
    const own = filesIn(".njk").flatMap(([file, text]) =>
      [...text.matchAll(/[}>](?:[,;:]|\s[;:]) .{0,20}/g)].map(([found]) => `${file}: ${found}`),
    );
    expect(own).toEqual([]);
  });

  test("style sheets know no left and right", () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right)\b|(?:left|right)\s*:|float\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)|(?:inset|margin|padding)\s*:\s*\S+ (\S+) \S+ (?!\1)\S+;)/gm;
    const found = filesIn(".css").flatMap(([file, text]) =>
      [...text.matchAll(physical)].map(([part]) => `${file}: ${part.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
