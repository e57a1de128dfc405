/** What the script adds, in a real browser: filters, theme, copying; and that nothing needs it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const site = inject("sheetSite");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDE = { width: 1360, height: 900 };
const PHONE = { width: 320, height: 640 };
const FACT = "facts/ukraine-demands-ceasefire-12-may/";
const CONTROLS = ".theme-switch, .filters, .copy button";

let browser: Browser;
let server: StaticServer;
let wend: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site, "/sheets/one/");
  wend = await serveFolder(inject("wendSite"));
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await wend.close();
});

/** Opens a page in a context of its own; an error in a script fails the test. */
async function visit(
  address: string,
  options: BrowserContextOptions,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const errors: Error[] = [];
  context.on("weberror", (error) => errors.push(error.error()));
  try {
    const page = await context.newPage();
    await page.goto(/^\w+:/.test(address) ? address : server.root + address);
    await check(page);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Titles of the issues that are shown, in order. */
function issues(page: Page): Promise<string[]> {
  return page.locator(".matrix tbody tr:visible th a").allTextContents();
}

/** Names of the actors whose columns are shown, in order. */
function actors(page: Page): Promise<string[]> {
  return page.locator(".matrix thead th[data-id]:visible bdi").allTextContents();
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

function status(page: Page): Promise<string> {
  return page.locator(".filters [role=status]").innerText();
}

describe("the matrix", () => {
  test("is filtered with the keyboard alone, and says how much it shows", async () => {
    await visit("", {}, async (page) => {
      const all = await issues(page);
      await tabTo(page, ".menu:has([name=stance]) summary");
      await page.keyboard.press("Enter");
      await tabTo(page, "[name=stance][value=opposes]");
      await page.keyboard.press("Space");
      expect(await query(page)).toBe("?stance=opposes");
      const opposed = await issues(page);
      expect(opposed.length).toBeGreaterThan(0);
      expect(opposed.length).toBeLessThan(all.length);
      expect(await status(page)).toBe(`Issues shown: ${opposed.length} of ${all.length}`);

      await page.keyboard.press("Escape");
      expect(await page.locator(".menu[open]").count()).toBe(0);
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      expect(await focused()).toBe("SUMMARY");

      await tabTo(page, "[data-clear]");
      await page.keyboard.press("Enter");
      expect(await issues(page)).toEqual(all);
      expect(await query(page)).toBe("");
      expect(await focused()).toBe("SUMMARY");
    });
  });

  test("keeps its filters on reload, and step by step for the back button", async () => {
    await visit("", {}, async (page) => {
      const all = await actors(page);
      await page.locator(".menu:has([name=actor]) summary").click();
      await page.locator("[name=actor][value=russia]").check();
      await page.locator("[name=actor][value=ukraine]").check();
      expect(await query(page)).toBe("?actor=russia,ukraine");
      expect(await actors(page)).toEqual(["Russia", "Ukraine"]);
      await page.reload();
      expect(await actors(page)).toEqual(["Russia", "Ukraine"]);
      await page.goBack();
      expect(await actors(page)).toEqual(["Russia"]);
      expect(await page.locator("[name=actor][value=ukraine]").isChecked()).toBe(false);
      await page.goBack();
      expect(await actors(page)).toEqual(all);
      await page.goForward();
      expect(await actors(page)).toEqual(["Russia"]);
    });
  });

  test("shows what a shared address asks for, and nothing that it makes up", async () => {
    const asked = "?actor=ukraine,russia,nobody&stance=opposes&sort=random&other=kept";
    await visit(asked, {}, async (page) => {
      expect(await actors(page)).toEqual(["Russia", "Ukraine"]);
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
      const order = await issues(page);
      const columns = await actors(page);
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
      expect(await issues(page)).toEqual(order);
      expect(await actors(page)).toEqual(columns);
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
      await visit(wend.root + path, {}, async (page) => {
        const chain = await page.locator(".chain li").first().innerText();
        expect(chain).toContain("Lower Wend");
      });
  });
});

describe("the theme", () => {
  const paper = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test("is switched, kept on other pages, and follows the system again", async () => {
    await visit("", { colorScheme: "light" }, async (page) => {
      const button = page.getByRole("button", { name: "Theme: Auto" });
      const light = await paper(page);
      await button.press("Enter");
      await page.getByRole("button", { name: "Theme: Light" }).press("Space");
      expect(await page.getByRole("button", { name: /^Theme/ }).innerText()).toContain("Dark");
      const dark = await paper(page);
      expect(dark).not.toBe(light);
      await page.goto(`${server.root}actors/`);
      expect(await paper(page)).toBe(dark);
      await page.getByRole("button", { name: "Theme: Dark" }).click();
      expect(await paper(page)).toBe(light);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });

  test("that was chosen is there at the first paint", async () => {
    await visit("", { colorScheme: "light" }, async (page) => {
      await page.evaluate(() => localStorage.setItem("standpoint-theme", "dark"));
      // The script at the end of the page never comes: what is painted is painted without it.
      await page.route("**/assets/site-*.js", (route) => route.abort());
      await page.goto(`${server.root}actors/`, { waitUntil: "commit" });
      await page.waitForFunction(() => document.body !== null);
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
      await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
      const [red = 255] = (await paper(page)).match(/\d+/g)?.map(Number) ?? [];
      expect(red).toBeLessThan(64);
    });
  });

  test("can be switched where nothing can be stored", async () => {
    await visit("about:blank", {}, async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, "localStorage", {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        }),
      );
      await page.goto(server.root);
      await page.getByRole("button", { name: "Theme: Auto" }).click();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("light");
    });
  });
});

describe("copying", () => {
  test("gives the citation with the whole address, and the address alone", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await visit(FACT, { permissions }, async (page) => {
      await page.getByRole("button", { name: "Copy citation" }).click();
      await page.getByText("Copied").waitFor();
      const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      expect(await copied()).toContain("Accept a full 30-day ceasefire");
      expect(await copied()).toMatch(new RegExp(`(?:https?://\\S+|)${FACT}$`));
      await page.getByRole("button", { name: "Copy address" }).click();
      await page.waitForFunction(
        async (address) => (await navigator.clipboard.readText()) === address,
        server.root + FACT,
      );
    });
  });

  test("selects the citation where the clipboard is out of reach", async () => {
    await visit(FACT, {}, async (page) => {
      await page.evaluate(() =>
        Object.defineProperty(navigator, "clipboard", { value: undefined }),
      );
      await page.getByRole("button", { name: "Copy citation" }).click();
      await page.getByText("Selected", { exact: true }).waitFor();
      const selected = await page.evaluate(() => getSelection()?.toString());
      expect(selected).toContain("Accept a full 30-day ceasefire");
    });
  });
});

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
    const home = pathToFileURL(join(site, "index.html")).href;
    await visit(home, {}, async (page) => {
      await page.locator(".menu:has([name=actor]) summary").click();
      await page.locator("[name=actor][value=russia]").check();
      expect(await actors(page)).toEqual(["Russia"]);
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
      await page.goto(server.root + path, { waitUntil: "load" });
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
      await page.goto(`${server.root}?actor=russia`);
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
        await page.evaluate(axe);
        const faults = await page.evaluate<string[]>(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))",
        );
        expect(faults).toEqual([]);
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
