/** The development server's pages in a browser: under the same policy, and reloaded all the same. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { freePort } from "../support/free-port.ts";
import { PROJECT_FOLDER, wendWith } from "../support/sheet.ts";

/** Serves a sheet until the test ends; returns its address. */
async function serve(folder: string): Promise<string> {
  const port = await freePort();
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const child = spawn(process.execPath, [program, "serve", "--port", String(port)], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await new Promise<void>((resolve) =>
    child.stdout.on("data", (data: Buffer) => {
      if (data.toString().includes("Serving")) resolve();
    }),
  );
  return `http://localhost:${port}/`;
}

/** A page that keeps, over reloads, what its policies refused. */
async function watchedPage(): Promise<{ page: Page; refused: string[] }> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const refused: string[] = [];
  await page.exposeFunction("refused", (what: string) => refused.push(what));
  await page.addInitScript(
    `document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      globalThis.refused(effectiveDirective + " " + blockedURI));`,
  );
  return { page, refused };
}

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';

test("a sheet with an error is told under the policy, and gives way by itself once it is mended", async () => {
  const broken = "---\nkind: <script>globalThis.hit = 1</script>\n---\n";
  const folder = wendWith({ "facts/broken.md": broken });
  const address = await serve(folder);
  const { page, refused } = await watchedPage();
  await page.goto(address);
  expect(await page.locator("pre").innerText()).toContain("<script>globalThis.hit = 1</script>");
  expect(await page.locator(POLICY).count()).toBe(1);
  expect(await page.evaluate("globalThis.hit")).toBe(undefined);

  rmSync(join(folder, "content/facts/broken.md"));
  await page.locator("h1", { hasText: "lamp" }).waitFor();
  expect(await page.locator(POLICY).count()).toBe(1);
  expect(refused).toEqual([]);
});
