/** The switch of the theme and the buttons that copy, in a real browser. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { FACT, scriptedSite } from "./scripted-site.ts";

const { visit, root } = scriptedSite();

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
      await page.goto(`${root()}actors/`);
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
      await page.goto(`${root()}actors/`, { waitUntil: "commit" });
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
      await page.goto(root());
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
        root() + FACT,
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
