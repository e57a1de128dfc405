/** The pages of days: nothing later may be on them. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import type { Records } from "../../src/content/records.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import { daysOfRecords } from "../../src/model/sheet-days.ts";
import { pageTypes } from "../../src/render/page-types.ts";
import { records } from "../support/records.ts";
import { PROJECT_FOLDER, WEND } from "../support/sheet.ts";
import { contextWith } from "./fixtures/ferry.ts";

interface DayPage {
  readonly day: string;
  readonly html: string;
}

/** Every page of a day, of the sheet as of a day, and the list of days. */
function dayPagesOf(given: Records, asOf = sheetDate(given)): { days: DayPage[]; list: string } {
  const dossier = buildDossier(given, asOf);
  const context = contextWith({ days: daysOfRecords(given, dossier.asOfDates) });
  const types = new Map(pageTypes(dossier, context).map(({ name, pages }) => [name, pages]));
  return {
    days: (types.get("day") ?? []).map(({ path, render }) => ({
      day: path.split("/")[1] ?? "",
      html: render(),
    })),
    list: (types.get("days") ?? []).map(({ render }) => render()).join("\n"),
  };
}

/** What is on no page of a day but in its links to the days before and after. */
function withoutWays(html: string): string {
  return html
    .replace(/<nav class="(?:day-way|neighbours)"[\s\S]*?<\/nav>/g, "")
    .replace(/\s+/g, " ");
}

function contentOf(folder: string): Records {
  const { records: found } = checkFolder(folder, PROJECT_FOLDER);
  if (!found) throw new Error(`${folder} does not compile`);
  return found;
}

/** The same records, each fact with words that no other has, in its sentence and in its condition. */
function withOwnWords(given: Records): Records {
  return {
    ...given,
    facts: given.facts.map((fact) => ({
      ...fact,
      says: `Says ${fact.id}-words.`,
      ...("if" in fact ? { if: `If ${fact.id}-condition` } : {}),
      ...("otherwise" in fact ? { otherwise: `Else ${fact.id}-consequence` } : {}),
      body: `Body ${fact.id}-body`,
    })),
  };
}

/** What a page of a day says of facts that were not known at its end. */
function leaks(given: Records, { day, html }: DayPage): string[] {
  const text = withoutWays(html);
  const { facts } = buildDossier(given, day);
  const later = given.facts.filter(({ id }) => !facts.has(id));
  const known = [...facts.values()].map(({ fact }) => fact);
  const words = later.flatMap((fact) => [
    `facts/${fact.id}/`,
    ...(known.some(({ says }) => says === fact.says) ? [] : [fact.says]),
    ...(fact.quote ? [fact.quote.text] : []),
  ]);
  const dates = [...text.matchAll(/datetime="(\d{4}(?:-\d{2}){0,2})/g)].flatMap(([, date = ""]) =>
    // A month is later than a day if it begins after it.
    date > day && !day.startsWith(date) && !known.some((fact) => fact.date.text === date)
      ? [date]
      : [],
  );
  return [...words.filter((word) => text.includes(word)), ...dates].map(
    (leak) => `${day}: ${leak}`,
  );
}

describe("a day's page", () => {
  test.each([
    ["the fictional sheet", WEND],
    ["the first sheet", join(PROJECT_FOLDER, "content")],
  ])("of %s names no later fact, in its words, its address or its date", (_name, folder) => {
    const given = contentOf(folder);
    const { days } = dayPagesOf(given);
    expect(days.length).toBeGreaterThan(2);
    expect(days.flatMap((page) => leaks(given, page))).toEqual([]);
  });

  test("of any sheet names no later fact, as of any day", () => {
    fc.assert(
      fc.property(records.map(withOwnWords), (given) => {
        const { days } = dayPagesOf(given);
        expect(days.flatMap((page) => leaks(given, page))).toEqual([]);
        for (const { day, html } of days) {
          const { facts } = buildDossier(given, day);
          const later = given.facts.filter(({ id }) => !facts.has(id));
          for (const { id } of later) expect(withoutWays(html)).not.toContain(`${id}-`);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("is the same whatever became known later, but for the way to the next day", () => {
    fc.assert(
      fc.property(records.map(withOwnWords), (given) => {
        const { days } = dayPagesOf(given);
        const last = days[Math.floor(days.length / 2)];
        if (!last) return;
        const whole = new Map(days.map(({ day, html }) => [day, withoutWays(html)]));
        const shorter = dayPagesOf(given, last.day).days;
        for (const { day, html } of shorter) expect(withoutWays(html)).toBe(whole.get(day));
        // In a build as of that day, not even the next day is named.
        expect(shorter.at(-1)?.html).not.toContain('rel="next"');
      }),
      { numRuns: 25 },
    );
  });

  test("names every fact that became known on it, and what that changed", () => {
    const given = contentOf(WEND);
    const dossier = buildDossier(given, sheetDate(given));
    const days = daysOfRecords(given, dossier.asOfDates);
    for (const { day, html } of dayPagesOf(given).days) {
      const { facts, changedCells } = days.dayOf(day);
      for (const { id } of facts) expect(html).toContain(`../../facts/${id}/index.html`);
      expect(html.split('class="change"').length - 1).toBe(changedCells.length);
      expect(html.split('class="cell-new"').length - 1).toBeLessThanOrEqual(changedCells.length);
    }
  });

  test("calls no position changed of which nothing was known before", () => {
    for (const { html } of dayPagesOf(contentOf(WEND)).days) {
      expect(html).not.toContain("Changed that day");
      for (const [, label] of html.matchAll(/<p class="cell-new">([^<]*)<\/p>/g))
        expect(label).toBe("Newly known that day");
    }
  });

  test("has a place in the list of days", () => {
    const { days, list } = dayPagesOf(contentOf(WEND));
    for (const { day } of days) expect(list).toContain(`href="../as-of/${day}/index.html"`);
  });
});

describe("a sheet without days", () => {
  test("links to none", () => {
    const given = contentOf(WEND);
    const dossier = buildDossier(given, sheetDate(given));
    const html = pageTypes(dossier, contextWith()).flatMap(({ pages }) =>
      pages.map(({ render }) => render()),
    );
    expect(html.filter((page) => page.includes("as-of/"))).toEqual([]);
  });
});
