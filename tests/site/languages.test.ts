/** The fictional sheets in Ukrainian and Arabic: in one language throughout, dated and counted as it does. */
import { HtmlValidate } from "html-validate";
import { parseHTML } from "linkedom";
import { describe, expect, inject, test } from "vitest";
import { pagesIn, textOf, wordsOf } from "../support/site-files.ts";

const SHEETS = [
  {
    language: "uk",
    direction: "ltr",
    site: inject("ukrainianSite"),
    letters: /\p{Script=Cyrillic}/u,
    home: ["Станом на 6 березня 2001", "12 фактів з 3 документів", "2 питання"],
    actor: ["хранитель лампи, з січня 2001", "До вересня 2001", "7 фактів зі згадкою"],
    event: "27–28 лютого 2001",
    demand: ["строк минув за 3 дні до дати довідки", "через 1 день", "через 5 днів"],
  },
  {
    language: "ar",
    direction: "rtl",
    site: inject("arabicSite"),
    letters: /\p{Script=Arabic}/u,
    home: ["حتى تاريخ 6 مارس 2001", "12 واقعة موثقة من 3 وثائق", "مسألتان"],
    actor: ["حارس المصباح، منذ يناير 2001", "حتى سبتمبر 2001", "7 وقائع ورد فيها الاسم"],
    event: "27–28 فبراير 2001",
    demand: ["وانقضت قبل تاريخ هذا الملف بـ3 أيام", "بعد يوم واحد", "بعد 5 أيام"],
  },
] as const;

/** What may stand in Latin letters on a page in any language. */
const ALLOWED = new Set(["Standpoint", "standpoint", "build", "UTC", "Escape"]);

/** Attributes whose text is read or shown. */
const SPOKEN = ["aria-label", "alt", "title", "placeholder"];

/** Names that are in English in these sheets. On a page they stand in `bdi` or in `lang`, in its head they cannot. */
const NAMES = ["The imaginary lamp, in brief", "The Imaginary Islet Herald"];

/** Words in Latin letters in text of the sheet's own language, with where they stand. */
function latinWords(html: string): readonly string[] {
  const { document } = parseHTML(html);
  const { documentElement: root } = document;
  for (const element of root.querySelectorAll("script, style, bdi")) element.remove();
  for (const element of root.querySelectorAll("[lang]")) if (element !== root) element.remove();
  const inHead = [...root.querySelectorAll("title, meta[name=description], meta[property]")]
    .filter((element) => !/type|url|image$/.test(element.getAttribute("property") ?? ""))
    .map((element) => element.getAttribute("content") ?? element.textContent ?? "");
  const inBody = [...root.querySelectorAll("body, body *")].flatMap((element) => [
    ...[...element.childNodes].flatMap((node) =>
      node.nodeType === 3 ? (node.textContent ?? "") : [],
    ),
    ...SPOKEN.flatMap((name) => element.getAttribute(name) ?? []),
  ]);
  const withoutNames = inHead.map((text) =>
    NAMES.reduce((rest, name) => rest.replaceAll(name, ""), text),
  );
  return [...withoutNames, ...inBody].flatMap((text) =>
    [...text.replace(/https?:\S+/g, "").matchAll(/[A-Za-z]{2,}/g)]
      .map(([word]) => word)
      .filter((word) => !ALLOWED.has(word))
      .map((word) => `${word}: ${text.trim().slice(0, 80)}`),
  );
}

describe.each(SHEETS)("the sheet in $language", (sheet) => {
  const pages = pagesIn(sheet.site);

  test("says its language and direction on every page", () => {
    const opening = `<html lang="${sheet.language}" dir="${sheet.direction}"`;
    expect(pages.filter((page) => !textOf(sheet.site, page).includes(opening))).toEqual([]);
  });

  test.each(pages)("%s has no English in it", (page) => {
    const html = textOf(sheet.site, page);
    expect(latinWords(html)).toEqual([]);
    expect(html).toMatch(sheet.letters);
  });

  test("dates, plural forms and months are the language's own", () => {
    const words = (page: string): string =>
      wordsOf(textOf(sheet.site, page)).replace(/ (?=[,،])/g, "");
    for (const text of sheet.home) expect(words("index.html")).toContain(text);
    for (const text of sheet.actor) expect(words("actors/upper/index.html")).toContain(text);
    for (const text of sheet.demand)
      expect(words("facts/upper-demands-all-night/index.html")).toContain(text);
    expect(words("facts/lamp-went-out/index.html")).toContain(sheet.event);
  });

  test("a quote in another language keeps that and its direction", () => {
    const html = textOf(sheet.site, "facts/far-islet-on-oil/index.html");
    expect(html).toContain('<blockquote lang="en" dir="ltr">');
    expect(html).toMatch(/lang="en" dir="ltr"[^>]*>The imaginary lamp, in brief</);
    expect(html).toContain("<bdi>The Imaginary Islet Herald</bdi>");
  });

  test("every quotation stands in its source", () => {
    const checked = wordsOf(textOf(sheet.site, "index.html"));
    expect(checked).toMatch(
      sheet.language === "uk" ? /цитат: 3 із 3/ : /طابقت 3 اقتباسات من أصل 3/,
    );
  });

  test("every page is valid HTML", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: { "long-title": "off", "require-sri": ["error", { target: "crossorigin" }] },
    });
    const reports = await Promise.all(
      pages.map(async (page) => ({
        page,
        report: await validator.validateString(textOf(sheet.site, page)),
      })),
    );
    const faults = reports.flatMap(({ page, report }) =>
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${page}:${line} ${ruleId} ${message}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    "index.html",
    "actors/upper/index.html",
    "demands/index.html",
    "facts/far-islet-on-oil/index.html",
    "facts/upper-demands-all-night/index.html",
  ])("%s is as it was agreed", async (page) => {
    const html = textOf(sheet.site, page).replace(
      /-[0-9a-zA-Z]{8,10}\.(css|js|svg|woff2|png)/g,
      "-HASH.$1",
    );
    await expect(html).toMatchFileSnapshot(`../golden/${sheet.language}/expected/${page}`);
  });
});
