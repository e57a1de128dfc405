/** What the script adds does no harm, in a real browser: nothing needs it, shifts for it or is out of reach. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { actorsShown, FACT, PHONE, scriptedSite, WIDE } from "./scripted-site.ts";

const { visit, root } = scriptedSite();
const CONTROLS = ".theme-switch, .filters, .copy button";

describe("without script", () => {
  test.each(["", "demands/", FACT, "issues/ceasefire/"])(
    "/%s has no control that does nothing, and hides nothing",
    async (path) => {
      await visit(path, { javaScriptEnabled: false }, async (page) => {
        for (const control of await page.locator(CONTROLS).all())
          expect(await control.isVisible()).toBe(false);
        const rows = await page.locator(".matrix tbody tr, .exchange, .position").all();
        for (const row of rows) expect(await row.isVisible()).toBe(true);
      });
    },
  );
});

describe("from disk", () => {
  test("filters and the theme work all the same", async () => {
    const home = pathToFileURL(join(inject("sheetSite"), "index.html")).href;
    await visit(home, {}, async (page) => {
      await page.locator(".menu:has([name=actor]) summary").click();
      await page.locator("[name=actor][value=russia]").check();
      expect(await actorsShown(page)).toEqual(["Russia"]);
      await page.getByRole("button", { name: "Theme: Auto" }).click();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("light");
    });
  });
});

describe("the layout", () => {
  test.each([
    ...[320, 768, 1360].flatMap((width) =>
      ["", "demands/", FACT].map((path) => [width, path] as const),
    ),
    [320, "?actor=russia"],
    [1360, "?stance=opposes"],
    [1360, "demands/?from=ukraine"],
  ] as const)("at %i px does not shift while /%s loads", async (width, path) => {
    await visit("about:blank", { viewport: { width, height: 900 } }, async (page) => {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // Late, so that the page is painted before its script runs.
      await page.route("**/assets/site-*.js", async (route) => {
        await new Promise((done) => setTimeout(done, 300));
        await route.continue();
      });
      await page.goto(root() + path, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(200);
      const shifts = await page.evaluate<number[]>("window.shifts");
      // Text in the fallback face may break a line elsewhere; that is next to nothing.
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.005);
    });
  });

  test("does not wait for a script that never comes", async () => {
    await visit("about:blank", {}, async (page) => {
      await page.route("**/assets/site-*.js", (route) => route.abort());
      await page.goto(`${root()}?actor=russia`);
      await page.locator(".matrix").waitFor({ state: "visible", timeout: 4000 });
      expect(await page.locator(".exchange").first().isVisible()).toBe(true);
    });
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each([
    ["", PHONE],
    ["", WIDE],
    ["demands/", PHONE],
    ["demands/", WIDE],
    ["?stance=opposes,supports&actor=russia", WIDE],
  ] as const)(
    "/%s with its controls open has no fault that axe can see",
    async (path, viewport) => {
      await visit(path, { colorScheme, viewport }, async (page) => {
        const fold = page.locator("[data-fold]");
        if (await fold.isVisible()) await fold.click();
        const menus = page.locator(".menu summary");
        if ((await menus.count()) > 0) await menus.last().click();
        expect(await accessibilityFaults(page)).toEqual([]);
      });
    },
  );

  test("every control is at least 24 px high and wide", async () => {
    await visit("", { colorScheme, viewport: PHONE }, async (page) => {
      await page.locator("[data-fold]").click();
      await page.locator(".menu summary").first().click();
      const small = await page
        .locator(".theme-switch, .filters :is(button, summary, select, .menu label)")
        .evaluateAll((controls) =>
          controls
            .filter((control) => control.getClientRects().length > 0)
            .map((control) => ({
              text: control.textContent?.trim(),
              ...control.getBoundingClientRect().toJSON(),
            }))
            .filter(({ width, height }) => width < 24 || height < 24),
        );
      expect(small).toEqual([]);
    });
  });
});
