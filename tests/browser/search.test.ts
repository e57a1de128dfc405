/** Search in a real browser: words, filters, keys, addresses; below any path, without script, from disk. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { blockOf, type SearchIndex } from "../../src/build/search-format.ts";
import { openIndex, wholeFor } from "../search/records.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const site = inject("sheetSite");
const index: SearchIndex = JSON.parse(readFileSync(join(site, "search/index.json"), "utf8"));
const WORD = "ceasefire";

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site, "/sheets/one/");
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page below a path, runs the check, closes it; a request to another host or an error in script fails the test. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const faults: string[] = [];
  context.on("request", (request) => {
    const own = [server.root, "file:"].some((start) => request.url().startsWith(start));
    if (!own) faults.push(request.url());
  });
  try {
    const page = await context.newPage();
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(path.startsWith("file:") ? path : server.root + path);
    await check(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Waits for the count of results, other than one before, and gives it. */
async function countOf(page: Page, before = -1): Promise<number> {
  const status = page.locator("[data-status]");
  const read = async (): Promise<number> =>
    Number(/\d+/.exec((await status.textContent()) ?? "")?.[0] ?? before);
  // Polled from here: a policy for content may forbid the page to be asked by a string of script.
  await expect.poll(read, { timeout: 10_000, interval: 20 }).not.toBe(before);
  return read();
}

/** From now on each file of the index takes so many milliseconds longer. */
async function slowDown(page: Page, delayOf: (name: string) => number): Promise<void> {
  await page.route("**/search/index/*.json", async (route) => {
    const [, name = ""] = /([^/]+)\.json$/.exec(route.request().url()) ?? [];
    await new Promise((resolve) => setTimeout(resolve, delayOf(name)));
    // What was given up cannot go on.
    await route.continue().catch(() => undefined);
  });
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement.outerHTML.slice(0, 120)");
}

describe("typing", () => {
  test("gives sentences with the word marked, each a link to its page, and changes the address", async () => {
    await visit("search/index.html", {}, async (page) => {
      await page.keyboard.type(WORD);
      expect(await countOf(page)).toBeGreaterThan(5);
      await page.locator("[data-results] li").first().waitFor();
      const kinds = page.locator("[data-results] .label");
      await expect.poll(() => kinds.allTextContents()).toContain("Position");
      const marks = await page.locator("[data-results] .fact-line-says mark").allTextContents();
      expect(marks.join(" ").toLowerCase()).toContain(WORD);
      expect(new URL(page.url()).searchParams.get("q")).toBe(WORD);
      const link = page.locator('[data-results] .fact-line-says a[href*="facts/"]').first();
      const sentence = await link.textContent();
      await link.click();
      expect(page.url().startsWith(server.root)).toBe(true);
      expect(await page.locator("h1").textContent()).toContain(sentence);
      await page.goBack();
      expect(await countOf(page)).toBeGreaterThan(5);
      expect(await page.locator("#search-q").inputValue()).toBe(WORD);
    });
  });

  test.each([
    ["zelensky", "actors/volodymyr-zelenskyy/"],
    ["Erdoğan", "actors/tayyip-erdogan/"],
    ["Russia", "actors/russia/"],
    ["Reuters", "reuters-2025-05-11/"],
  ])("%s leads to %s", async (query, path) => {
    await visit(
      `search/index.html?q=${encodeURIComponent(query)}`,
      { viewport: { width: 900, height: 2400 } },
      async (page) => {
        await countOf(page);
        for (let more = 0; more < 8 && (await page.locator("[data-more]").isVisible()); more++) {
          if ((await page.locator(`[data-results] a[href*="${path}"]`).count()) > 0) break;
          await page.locator("[data-more]").click();
          await page.waitForTimeout(80);
        }
        expect(await page.locator(`[data-results] a[href*="${path}"]`).count()).toBeGreaterThan(0);
      },
    );
  });

  test("shows the quotation that holds the words, and says plainly when there is nothing", async () => {
    await visit("search/index.html?q=%22necessary+basis%22", {}, async (page) => {
      await countOf(page);
      expect(await page.locator(".search-quote").first().textContent()).toContain(
        "to provide the necessary basis for diplomacy",
      );
      await page.locator("#search-q").fill("xyzzyplugh");
      await page.waitForFunction(
        () =>
          document.querySelector("[data-status]")?.textContent?.startsWith("Nothing found") ??
          false,
      );
      expect(await page.locator("[data-results] li").count()).toBe(0);
    });
  });

  test("before the script has come is searched for once it is there", async () => {
    const context = await browser.newContext();
    try {
      let come = (): void => undefined;
      const isCome = new Promise<void>((resolve) => {
        come = resolve;
      });
      await context.route(/assets\/search-[^/]*\.js$/, async (route) => {
        await isCome;
        await route.continue();
      });
      const page = await context.newPage();
      await page.goto(`${server.root}search/index.html`, { waitUntil: "commit" });
      await page.locator("#search-q").pressSequentially(WORD);
      come();
      expect(await countOf(page)).toBeGreaterThan(5);
      expect(await page.locator("#search-q").inputValue()).toBe(WORD);
      expect(new URL(page.url()).searchParams.get("q")).toBe(WORD);
    } finally {
      await context.close();
    }
  });

  test("on gives up the longer texts that the last key asked for", async () => {
    const context = await browser.newContext();
    try {
      const ends = new Map([
        ["sent", 0],
        ["given up", 0],
      ]);
      const add = (end: string): void => void ends.set(end, (ends.get(end) ?? 0) + 1);
      let isSlow = true;
      await context.route("**/search/index/*.json", async (route) => {
        if (isSlow && index.blocks.some((name) => route.request().url().includes(name))) {
          add("sent");
          await new Promise((resolve) => setTimeout(resolve, 2000));
        }
        // What was given up cannot go on.
        await route.continue().catch(() => undefined);
      });
      const page = await context.newPage();
      page.on("requestfailed", () => add("given up"));
      await page.goto(`${server.root}search/index.html`);
      await page.locator("#search-q").press("c");
      await expect.poll(() => ends.get("sent"), { timeout: 10_000 }).toBeGreaterThan(0);
      isSlow = false;
      await page.locator("#search-q").press("e");
      expect(await countOf(page)).toBeGreaterThan(5);
      await page.locator("[data-results] .search-quote").first().waitFor();
      expect(ends.get("given up")).toBe(ends.get("sent"));
    } finally {
      await context.close();
    }
  });

  test("treats what is typed as text", async () => {
    const query = '<img src=x onerror="document.title=1">';
    await visit(`search/index.html?q=${encodeURIComponent(query)}`, {}, async (page) => {
      await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent !== "");
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.locator("#search-q").inputValue()).toBe(query);
    });
  });
});

describe("on a slow line", () => {
  test("the count is said once and not taken back while longer texts come", async () => {
    await visit("search/index.html", {}, async (page) => {
      await slowDown(page, (name) => (index.blocks.includes(name) ? 900 : 0));
      await page.evaluate(
        "said = []; new MutationObserver(() => said.push(document.querySelector('[data-status]').textContent)).observe(document.querySelector('[data-status]'), { childList: true })",
      );
      await page.locator("#search-q").fill(WORD);
      await page.locator("[data-more]").waitFor();
      const said = await page.evaluate<readonly string[]>("said.filter((text) => text !== '')");
      expect(said.map((text) => /\d/.test(text))).toEqual([true]);
    });
  });

  test("that breaks, results stay that are there without their longer texts", async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.route("**/search/index/*.json", (route) => route.abort());
      await page.goto(`${server.root}search/index.html`);
      const [ready] = index.root.terms.find(([term]) => term.length > 6) ?? [""];
      await page.locator("#search-q").fill(ready);
      const status = page.locator("[data-status]");
      await expect.poll(() => status.textContent()).toContain("could not be fetched");
      expect(await page.locator("[data-results] a").count()).toBeGreaterThan(0);
      expect(await page.locator("[data-browse]").isVisible()).toBe(true);
      await page.locator("#search-q").fill("xyzzyplugh");
      await expect.poll(() => page.locator("[data-results] a").count()).toBe(0);
    } finally {
      await context.close();
    }
  });

  test("who is on a result stays on it when others come before it", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      await page.locator("[data-more]").waitFor();
      await slowDown(page, () => 800);
      await page.locator("#search-q").fill(`${WORD} russia`);
      const links = page.locator("[data-results] .fact-line-says a");
      await expect
        .poll(() => links.locator("mark", { hasText: "Russia" }).count())
        .toBeGreaterThan(0);
      const last = (await links.count()) - 1;
      const there = await links.nth(last).textContent();
      await links.nth(last).focus();
      await page.locator("[data-more]").waitFor();
      const isStill = (await links.allTextContents()).includes(there ?? "");
      expect(await focused(page)).toContain(isStill ? "<a" : 'id="search-q"');
      if (isStill) expect(await page.evaluate("document.activeElement.textContent")).toBe(there);
    });
  });

  test("more of the last search cannot be asked for while the next waits", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      await page.locator("[data-more]").waitFor();
      await slowDown(page, () => 800);
      await page.selectOption("#search-kind", "demand");
      expect(await page.locator("[data-more]").isVisible()).toBe(false);
    });
  });
});

describe("filters", () => {
  test("by kind, actor, issue and date narrow down, and the back button widens again", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      const all = await countOf(page);
      await page.selectOption("#search-kind", "demand");
      const demands = await countOf(page, all);
      expect(demands).toBeLessThan(all);
      expect([...new Set(await page.locator("[data-results] .label").allTextContents())]).toEqual([
        "Demand",
      ]);
      await page.selectOption("#search-actor", "ukraine");
      expect(await countOf(page, demands)).toBeLessThan(demands);
      expect(page.url()).toContain("kind=demand&actor=ukraine");
      await page.goBack();
      await page.goBack();
      expect(await countOf(page, demands)).toBe(all);
      expect(await page.locator("#search-kind").inputValue()).toBe("");
    });
  });

  test("alone list what they let through, newest first, and only days in the range", async () => {
    await visit("search/index.html?issue=ceasefire&until=2025-05-10", {}, async (page) => {
      expect(await countOf(page)).toBeGreaterThan(0);
      const days = await page
        .locator("[data-results] time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
      expect(days.filter((day) => day > "2025-05-10")).toEqual([]);
      expect(days).toEqual([...days].sort().reverse());
    });
  });

  test("take a date of which only the end is known for that day, and show it as no exact one", async () => {
    const found = async (range: string): Promise<readonly string[]> => {
      let dates: readonly string[] = [];
      await visit(`search/index.html?q=neutral&kind=position&${range}`, {}, async (page) => {
        await countOf(page);
        dates = await page
          .locator("[data-results] .fact-line-date")
          .evaluateAll((places) => places.map((place) => place.innerHTML));
      });
      return dates;
    };
    const bounded = '<span class="time">on or before 11 May 2025</span>';
    expect(await found("from=2025-05-11")).toContain(bounded);
    expect(await found("until=2025-05-10")).not.toContain(bounded);
  });

  test("for quotations leave out facts without one", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      const all = await countOf(page);
      await page.selectOption("#search-kind", "quote");
      const quoted = await countOf(page, all);
      expect(quoted).toBeGreaterThan(0);
      expect(quoted).toBeLessThan(all);
    });
  });
});

describe("the keyboard", () => {
  test("/ leads to search from any page, and is typed in fields", async () => {
    await visit("actors/index.html", {}, async (page) => {
      await page.keyboard.press("/");
      expect(await focused(page)).toContain("search/index.html");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search/index.html");
      await page.locator("#search-kind").focus();
      await page.keyboard.press("/");
      expect(await focused(page)).not.toContain('id="search-q"');
      await page.locator("[data-clear], h1").first().click();
      await page.locator("main").focus();
      await page.keyboard.press("/");
      expect(await focused(page)).toContain('id="search-q"');
      await page.keyboard.type("a/b");
      expect(await page.locator("#search-q").inputValue()).toBe("a/b");
    });
  });

  test("the key can be turned off", async () => {
    await visit("search/index.html", {}, async (page) => {
      await page.locator("[data-search-key]").uncheck();
      await page.goto(`${server.root}actors/index.html`);
      await page.keyboard.press("/");
      expect(await focused(page)).not.toContain("search/index.html");
      await page.goto(`${server.root}search/index.html`);
      expect(await page.locator("[data-search-key]").isChecked()).toBe(false);
    });
  });

  test("arrows go through the results, Escape back to the field and then clears", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      await countOf(page);
      const links = page.locator("[data-results] .fact-line-says a");
      await links.nth(9).waitFor();
      await page.locator("#search-q").focus();
      for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowDown");
      expect(await links.nth(1).evaluate((link) => link.matches(":focus"))).toBe(true);
      await page.keyboard.press("ArrowUp");
      expect(await links.nth(0).evaluate((link) => link.matches(":focus"))).toBe(true);
      await page.keyboard.press("Escape");
      expect(await focused(page)).toContain('id="search-q"');
      await page.keyboard.press("Escape");
      expect(await page.locator("#search-q").inputValue()).toBe("");
      await page.waitForFunction(() => document.querySelectorAll("[data-results] li").length === 0);
      expect(new URL(page.url()).search).toBe("");
    });
  });

  test("more results come when asked for, with the focus on the first of them", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      const all = await countOf(page);
      const links = page.locator("[data-results] .fact-line-says a");
      await links.nth(9).waitFor();
      expect(await links.count()).toBe(10);
      await page.locator("[data-more]").focus();
      await page.keyboard.press("Enter");
      await links.nth(10).waitFor();
      expect(await links.count()).toBe(Math.min(20, all));
      expect(await links.nth(10).evaluate((link) => link.matches(":focus"))).toBe(true);
    });
  });
});

describe("more results", () => {
  /** Opens a search of which further results are in files that are not there yet. */
  async function visitMore(check: (page: Page) => Promise<void>): Promise<void> {
    const files = openIndex((path) => readFileSync(join(site, path), "utf8"));
    const blockOfId = (id: number): number => blockOf(id, index.blocks.length);
    for (const q of new Set(index.root.terms.map(([term]) => term))) {
      const { ids } = await wholeFor(files, q);
      const first = new Set(ids.slice(0, 10).map(blockOfId));
      if (ids.slice(10, 20).every((id) => first.has(blockOfId(id)))) continue;
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(`${server.root}search/index.html?q=${encodeURIComponent(q)}`);
        await page.locator("[data-more]").waitFor();
        return await check(page);
      } finally {
        await context.close();
      }
    }
    throw new Error("No search on this sheet has further results in other files");
  }

  async function expectTwenty(page: Page, said: string | null): Promise<void> {
    const links = page.locator("[data-results] .fact-line-says a");
    await expect.poll(() => links.count()).toBeGreaterThan(10);
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThanOrEqual(20);
    expect(await links.nth(10).evaluate((link) => link.matches(":focus"))).toBe(true);
    expect(await page.locator("[data-status]").textContent()).toBe(said);
  }

  test("stay when a link leads within the page", async () => {
    await visitMore(async (page) => {
      await page.locator("[data-more]").click();
      await expectTwenty(page, await page.locator("[data-status]").textContent());
      const lines = await page.locator("[data-results] li").count();
      await page.locator('a[href^="#"]').first().focus();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(300);
      expect(new URL(page.url()).hash).not.toBe("");
      expect(await page.locator("[data-results] li").count()).toBe(lines);
    });
  });

  test("that are asked for twice come once", async () => {
    await visitMore(async (page) => {
      const said = await page.locator("[data-status]").textContent();
      await slowDown(page, () => 300);
      await page.evaluate(
        "for (const press of [1, 2]) document.querySelector('[data-more]').click()",
      );
      await page.waitForTimeout(600);
      await expectTwenty(page, said);
    });
  });

  test("are those of the new index where the site was built anew", async () => {
    await visitMore(async (page) => {
      const said = await page.locator("[data-status]").textContent();
      let isGone = true;
      await page.route("**/search/index/*.json", (route) =>
        isGone ? route.fulfill({ status: 404 }) : route.continue(),
      );
      await page.route("**/search/index.json", (route) => {
        isGone = false;
        return route.continue();
      });
      await page.locator("[data-more]").click();
      await expectTwenty(page, said);
    });
  });

  test("that could not be fetched come when asked for again, with the count", async () => {
    await visitMore(async (page) => {
      const said = await page.locator("[data-status]").textContent();
      await page.route("**/search/index/*.json", (route) => route.abort(), { times: 1 });
      await page.locator("[data-more]").click();
      await expect
        .poll(() => page.locator("[data-status]").textContent())
        .toContain("could not be fetched");
      await page.locator("[data-more]").click();
      await expectTwenty(page, said);
    });
  });
});

describe("the keyboard of a script with many characters", () => {
  test("has its arrows and Escape to itself while a word is composed", async () => {
    await visit(`search/index.html?q=${WORD}`, {}, async (page) => {
      await countOf(page);
      await page.locator("#search-q").focus();
      for (const key of ["ArrowDown", "Escape"]) {
        await page
          .locator("#search-q")
          .dispatchEvent("keydown", { key, bubbles: true, cancelable: true, isComposing: true });
        expect(await focused(page), key).toContain('id="search-q"');
        expect(await page.locator("#search-q").inputValue()).toBe(WORD);
      }
    });
  });
});

describe("without", () => {
  test("script, the page explains how to browse", async () => {
    await visit("search/index.html", { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("form").isVisible()).toBe(false);
      expect(await page.locator(".search-without").isVisible()).toBe(true);
      for (const way of ["actors", "issues", "facts", "sources", "timeline"])
        expect(await page.locator(`main a[href="../${way}/index.html"]`).isVisible(), way).toBe(
          true,
        );
    });
  });

  test("a server, the page says that browsers do not allow it, and offers browsing", async () => {
    const address = `${pathToFileURL(join(site, "search/index.html")).href}?q=${WORD}`;
    await visit(address, {}, async (page) => {
      await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent !== "");
      expect(await page.locator("[data-status]").textContent()).toContain("opened from disk");
      expect(await page.locator('[data-browse] a[href="../facts/index.html"]').isVisible()).toBe(
        true,
      );
    });
  });

  test("an index, because it cannot be fetched, the page says so", async () => {
    const context = await browser.newContext();
    try {
      await context.route("**/search/index/**", (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${server.root}search/index.html?q=${WORD}`);
      await page.waitForFunction(() =>
        document.querySelector("[data-status]")?.textContent.includes("could not be fetched"),
      );
      expect(await page.locator("[data-browse]").isVisible()).toBe(true);
    } finally {
      await context.close();
    }
  });
});

describe("an index that was made anew since the page was opened", () => {
  test.each([404, 403])("is opened anew, and the search goes on (%i)", async (status) => {
    const context = await browser.newContext();
    const fetched: string[] = [];
    try {
      context.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      let isGone = true;
      await context.route("**/search/index/*.json", (route) => {
        const answer = isGone ? route.fulfill({ status }) : route.continue();
        isGone = false;
        return answer;
      });
      const page = await context.newPage();
      await page.goto(`${server.root}search/index.html?q=${WORD}`);
      expect(await countOf(page)).toBeGreaterThan(5);
      expect(fetched.filter((path) => path.endsWith("/search/index.json"))).toHaveLength(2);
    } finally {
      await context.close();
    }
  });
});

describe("a strict policy for content", () => {
  test("with no inline script, styles or workers lets search run", async () => {
    const context = await browser.newContext();
    try {
      await context.route("**/*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: {
            ...response.headers(),
            "content-security-policy":
              "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'",
          },
        });
      });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => refused.push(message.text()));
      await page.goto(`${server.root}search/index.html?q=${WORD}`);
      expect(await countOf(page)).toBeGreaterThan(5);
      expect(refused).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

describe("what is fetched", () => {
  test("of the index before the first key is its first file, once, with the page", async () => {
    const fetched: string[] = [];
    await visit("search/index.html", {}, async (page) => {
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: "networkidle" });
      const ofIndex = fetched.filter((path) => path.includes("/search/index"));
      expect(ofIndex.map((path) => path.split("/search/")[1])).toEqual([
        "index.html",
        "index.json",
      ]);
      const script = fetched.findIndex((path) => /assets\/site-.*\.js$/.test(path));
      expect(fetched.findIndex((path) => path.endsWith("index.json"))).toBeLessThan(script + 3);
    });
  });

  test("of the index is nothing on other pages", async () => {
    const fetched: string[] = [];
    const context = await browser.newContext();
    try {
      context.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      const page = await context.newPage();
      await page.goto(`${server.root}index.html`);
      await page.keyboard.press("/");
      await page.waitForTimeout(200);
      expect(fetched.filter((path) => path.includes("/search/index"))).toEqual([]);
      expect(fetched.filter((path) => /assets\/search-.*\.js$/.test(path))).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test("results have no accessibility fault that axe can see", async () => {
    await visit(`search/index.html?q=${WORD}`, { colorScheme, bypassCSP: true }, async (page) => {
      await countOf(page);
      await page.locator("[data-results] li").nth(9).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});

describe.each([320, 768, 1360])("at %i px", (width) => {
  test("results do not scroll sideways", async () => {
    await visit(
      `search/index.html?q=${WORD}`,
      { viewport: { width, height: 800 } },
      async (page) => {
        await countOf(page);
        const scrolled = await page.evaluate<number>("document.documentElement.scrollWidth");
        expect(scrolled).toBeLessThanOrEqual(width);
      },
    );
  });

  test("dates of results do not run into what stands beside them", async () => {
    await visit(
      `search/index.html?q=${WORD}`,
      { viewport: { width, height: 800 } },
      async (page) => {
        await countOf(page);
        await page.locator("[data-results] li .fact-line-date time").first().waitFor();
        const wide = await page.evaluate<string[]>(
          "[...document.querySelectorAll('.fact-line-date')].filter((date) => date.scrollWidth > date.clientWidth).map((date) => date.textContent)",
        );
        expect(wide).toEqual([]);
      },
    );
  });
});
