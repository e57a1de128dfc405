/** Filters of the matrix and of the ledger, in a real browser. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { actorsShown, PHONE, scriptedSite } from "./scripted-site.ts";

const { visit, wendRoot } = scriptedSite();

/** Titles of the issues that are shown, in order. */
function issuesShown(page: Page): Promise<string[]> {
  return page.locator(".matrix tbody tr:visible th a").allTextContents();
}

/** Presses Tab until the focus is on an element that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** What the address asks for. Playwright's own notion of it comes a moment later. */
function query(page: Page): Promise<string> {
  return page.evaluate(() => location.search);
}

/** What is said of how much is shown. */
function status(page: Page): Promise<string> {
  return page.locator(".filters [role=status]").innerText();
}

describe("the matrix", () => {
  test("is filtered with the keyboard alone, and says how much it shows", async () => {
    await visit("", {}, async (page) => {
      const all = await issuesShown(page);
      await tabTo(page, ".menu:has([name=stance]) summary");
      await page.keyboard.press("Enter");
      await tabTo(page, "[name=stance][value=opposes]");
      await page.keyboard.press("Space");
      expect(await query(page)).toBe("?stance=opposes");
      const opposed = await issuesShown(page);
      expect(opposed.length).toBeGreaterThan(0);
      expect(opposed.length).toBeLessThan(all.length);
      expect(await status(page)).toBe(`Issues shown: ${opposed.length} of ${all.length}`);

      await page.keyboard.press("Escape");
      expect(await page.locator(".menu[open]").count()).toBe(0);
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      expect(await focused()).toBe("SUMMARY");

      await tabTo(page, "[data-clear]");
      await page.keyboard.press("Enter");
      expect(await issuesShown(page)).toEqual(all);
      expect(await query(page)).toBe("");
      expect(await focused()).toBe("SUMMARY");
    });
  });

  test("keeps its filters on reload, and step by step for the back button", async () => {
    await visit("", {}, async (page) => {
      const all = await actorsShown(page);
      await page.locator(".menu:has([name=actor]) summary").click();
      await page.locator("[name=actor][value=russia]").check();
      await page.locator("[name=actor][value=ukraine]").check();
      expect(await query(page)).toBe("?actor=russia,ukraine");
      expect(await actorsShown(page)).toEqual(["Russia", "Ukraine"]);
      await page.reload();
      expect(await actorsShown(page)).toEqual(["Russia", "Ukraine"]);
      await page.goBack();
      expect(await actorsShown(page)).toEqual(["Russia"]);
      expect(await page.locator("[name=actor][value=ukraine]").isChecked()).toBe(false);
      await page.goBack();
      expect(await actorsShown(page)).toEqual(all);
      await page.goForward();
      expect(await actorsShown(page)).toEqual(["Russia"]);
    });
  });

  test("shows what a shared address asks for, and nothing that it makes up", async () => {
    const asked = "?actor=ukraine,russia,nobody&stance=opposes&sort=random&other=kept";
    await visit(asked, {}, async (page) => {
      expect(await actorsShown(page)).toEqual(["Russia", "Ukraine"]);
      const marked = page.locator(".matrix td[data-hit]:visible");
      expect(await marked.count()).toBeGreaterThan(0);
      for (const stance of await marked.evaluateAll((cells) =>
        cells.map((cell) => (cell as HTMLElement).dataset.stance),
      ))
        expect(stance?.split(" ")).toContain("opposes");
      expect(await page.locator("select[name=sort]").inputValue()).toBe("");
      await page.locator("select[name=sort]").selectOption("newest");
      expect(await query(page)).toBe("?other=kept&actor=russia,ukraine&stance=opposes&sort=newest");
    });
  });

  test("is put in another order, and back in the editors'", async () => {
    await visit("", {}, async (page) => {
      const order = await issuesShown(page);
      const columns = await actorsShown(page);
      const firstRow = await page.locator(".matrix tbody tr").first().innerText();
      await page.locator("select[name=sort]").selectOption("stated");
      const stated = await page
        .locator(".matrix tbody th")
        .evaluateAll((heads) => heads.map((head) => Number((head as HTMLElement).dataset.stated)));
      expect(stated).toEqual([...stated].sort((a, b) => b - a));
      await page.locator("select[name=columns]").selectOption("newest");
      const newest = await page
        .locator(".matrix thead th[data-id]")
        .evaluateAll((heads) => heads.map((head) => (head as HTMLElement).dataset.newest ?? ""));
      expect(newest).toEqual([...newest].sort().reverse());
      await page.locator("[data-clear]").click();
      expect(await issuesShown(page)).toEqual(order);
      expect(await actorsShown(page)).toEqual(columns);
      expect(await page.locator(".matrix tbody tr").first().innerText()).toBe(firstRow);
    });
  });

  test("keeps its column headings in sight", async () => {
    await visit("", {}, async (page) => {
      await page.locator(".matrix tbody tr").last().scrollIntoViewIfNeeded();
      const heading = await page.locator(".matrix thead th").last().boundingBox();
      expect(heading?.y).toBeGreaterThanOrEqual(0);
      expect(heading?.y).toBeLessThan(60);
    });
  });

  test("is filtered on a phone too, where the controls are folded", async () => {
    await visit("", { viewport: PHONE }, async (page) => {
      const fold = page.locator("[data-fold]");
      expect(await fold.getAttribute("aria-expanded")).toBe("false");
      expect(await page.locator(".filters-controls").isVisible()).toBe(false);
      await fold.click();
      expect(await fold.getAttribute("aria-expanded")).toBe("true");
      await page.locator(".menu:has([name=actor]) summary").click();
      await page.locator("[name=actor][value=russia]").check();
      const names = await page.locator(".matrix .cell-actor:visible").allTextContents();
      expect([...new Set(names)]).toEqual(["Russia"]);
      expect(await page.locator(".matrix .unheard:visible").count()).toBe(0);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    });
  });
});

describe("the ledger", () => {
  test("is filtered by who asked, whom, and the answer", async () => {
    await visit("demands/", {}, async (page) => {
      const shown = page.locator(".exchange:visible");
      const all = await shown.count();
      await page.locator("select[name=from]").selectOption("ukraine");
      await page.locator("select[name=to]").selectOption("russia");
      await page.locator("select[name=answer]").selectOption("none");
      expect(await query(page)).toBe("?from=ukraine&to=russia&answer=none");
      const some = await shown.count();
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      expect(await status(page)).toBe(`Shown: ${some} of ${all}`);
      await page.reload();
      expect(await shown.count()).toBe(some);
      await page.goBack();
      await page.goBack();
      expect(await page.locator("select[name=from]").inputValue()).toBe("ukraine");
      expect(await page.locator("select[name=to]").inputValue()).toBe("");
    });
  });

  test("hides a heading under which nothing is left", async () => {
    await visit("demands/?from=european-leaders", {}, async (page) => {
      expect(await page.locator(".exchange:visible").count()).toBeGreaterThan(0);
      expect(await page.locator("section:has(#offers)").isVisible()).toBe(false);
    });
  });

  test("shows counter-offers below what they counter, and on its own page", async () => {
    for (const path of ["demands/", "facts/upper-wend-demands-all-night/"])
      await visit(wendRoot() + path, {}, async (page) => {
        const chain = await page.locator(".chain li").first().innerText();
        expect(chain).toContain("Lower Wend");
      });
  });
});
