/** What a browser lets pages do: everything of their own, and nothing that somebody slipped in. */
import { symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/sheet.ts";
import { pagesIn, textOf } from "../support/site-files.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";

const site = inject("sheetSite");

/** One page of each folder and depth, and those that stand alone. */
const sample = [
  ...new Map(
    pagesIn(site).map((page) => [`${page.split("/")[0]} ${page.split("/").length}`, page]),
  ).values(),
];

let browser: Browser;
let server: StaticServer;
let plain: StaticServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site);
  plain = await serveFolder(site, "/sheets/one/", "plain");
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await plain.close();
});

/** Opens a page; returns what its policies refused and what the console complained of. */
async function complaintsOf(
  address: string,
  use: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const context = await watchedContext();
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "load" });
    await use(page);
    return [...complaints, ...(await refusalsOf(page))];
  } finally {
    await context.close();
  }
}

/** A context whose pages note what is refused them. */
async function watchedContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  await context.addInitScript(`
    globalThis.refusals = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      globalThis.refusals.push(effectiveDirective + " " + blockedURI));
  `);
  return context;
}

function refusalsOf(page: Page): Promise<string[]> {
  return page.evaluate("globalThis.refusals");
}

describe("nothing of a page's own is refused", () => {
  test("where the policy is the page's alone, below a path", async () => {
    // The page for wrong addresses begins its links at the root.
    for (const path of sample.filter((page) => page !== "404.html"))
      expect([path, await complaintsOf(plain.root + path)]).toEqual([path, []]);
  });

  test("where the host sends the headers too", async () => {
    for (const path of sample)
      expect([path, await complaintsOf(server.root + path)]).toEqual([path, []]);
  });

  test("from disk", async () => {
    for (const path of sample.filter((page) => page !== "404.html"))
      expect([path, await complaintsOf(pathToFileURL(join(site, path)).href)]).toEqual([path, []]);
    const context = await watchedContext();
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(site, "index.html")).href);
      expect(await page.locator("html[data-script]").count()).toBe(1);
      expect(await page.evaluate("getComputedStyle(document.body).marginTop")).toBe("0px");
    } finally {
      await context.close();
    }
  });

  test.each([
    ["by the page's own policy", () => plain],
    ["by the headers too", () => server],
  ])("search, a day fetched, filters, theme and copying work, %s", async (_, host) => {
    expect(await complaintsOf(`${host().root}search/index.html`, useSearch)).toEqual([]);
    expect(await complaintsOf(`${host().root}index.html`, useHome)).toEqual([]);
  });
});

async function useSearch(page: Page): Promise<void> {
  await page.locator("input[type=search]").fill("ceasefire");
  await page.locator("[data-results] li").first().waitFor();
}

async function useHome(page: Page): Promise<void> {
  await page.locator(".theme-switch").click();
  await page.locator(".menu:has([name=stance]) summary").first().click();
  await page.locator("[name=stance]").first().check();
  await page.locator("input[type=range]").fill("0");
  await page.locator("input[type=range]").dispatchEvent("change");
  await page.locator("[data-other-day]").first().waitFor({ state: "attached" });
}

/** What somebody might slip into a page; `there` is another host. Each sets `globalThis.hit` or asks that host. */
const ATTACKS: Readonly<Record<string, (there: string) => string>> = {
  "an inline script": () => "<script>globalThis.hit = 1</script>",
  "an inline handler": () => '<img src="nothing.png" alt="" onerror="globalThis.hit = 1">',
  "a handler in a drawing": () => '<svg onload="globalThis.hit = 1"></svg>',
  "a script of another host": (there) => `<script src="${there}script.js"></script>`,
  "an image of another host": (there) => `<img src="${there}image.png" alt="">`,
  "a style sheet of another host": (there) => `<link rel="stylesheet" href="${there}style.css">`,
  "an inline style": (there) => `<style>body { background: url(${there}style.png) }</style>`,
  "a style attribute": (there) => `<p style="background: url(${there}attribute.png)">x</p>`,
  "a frame": (there) => `<iframe src="${there}frame.html"></iframe>`,
  "an object": (there) => `<object data="${there}object.svg" type="image/svg+xml"></object>`,
  "a page to load ahead": (there) => `<link rel="prefetch" href="${there}prefetch.html">`,
  "another base for addresses": (there) =>
    `<base href="${there}"><img src="based.png" alt=""><script src="based.js"></script>`,
  "a script of the site that is data": () =>
    '<script src="data:text/javascript,globalThis.hit = 1"></script>',
  "a frame with a document of its own": () =>
    '<iframe srcdoc="<script>parent.hit = 1</script>"></iframe>',
};

/** What a script of the site's own might be made to do. `THERE` is another host. */
const MISUSES: Readonly<Record<string, string>> = {
  eval: "eval('globalThis.hit = 1')",
  "a function from text": "new Function('globalThis.hit = 1')()",
  "a text for later": "setTimeout('globalThis.hit = 1')",
  "a script element with text":
    "document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.hit = 1' }))",
  "a fetch from another host": "fetch('THEREfetched').catch(() => {})",
  "a beacon to another host": "navigator.sendBeacon('THEREbeacon')",
  "a form to another host":
    "document.body.append(Object.assign(document.createElement('form'), { id: 'f', action: 'THEREform' })); document.getElementById('f').submit()",
};

/** Another host, which notes what it is asked for and by which page. */
interface OtherHost {
  readonly root: string;
  readonly asked: { readonly path: string; readonly referrer: string }[];
  readonly close: () => Promise<unknown>;
}

async function otherHost(): Promise<OtherHost> {
  const asked: { path: string; referrer: string }[] = [];
  const host = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url, referrer: headers.referer ?? "" });
    response.writeHead(200, {
      "content-type": url.endsWith(".js") ? "text/javascript" : "text/html",
    });
    response.end(url.endsWith(".js") ? "globalThis.hit = 1" : "<!doctype html>");
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const address = host.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    root: `http://localhost:${port}/`,
    asked,
    close: () => new Promise((resolve) => host.close(resolve)),
  };
}

/** Serves a page in the place of the site's first, with the site's assets and a script `attack.js`. */
function servePage(html: string, script = ""): Promise<StaticServer> {
  const folder = temporaryFolder();
  symlinkSync(join(site, "assets"), join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), html);
  writeFileSync(join(folder, "attack.js"), script);
  return serveFolder(folder, "/", "plain");
}

describe("beside other hosts", () => {
  let there: OtherHost;
  const home = textOf(site, "index.html");
  const withoutPolicy = home.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");

  beforeAll(async () => {
    there = await otherHost();
  });
  afterAll(() => there.close());

  /** Whether what is slipped into a page has its way: a script runs, or the other host is asked. */
  async function succeeds(page: string, slipped: string, script = ""): Promise<boolean> {
    const html = page.replace(/<main[^>]*>/, (start) => start + slipped);
    const host = await servePage(html, script);
    const context = await browser.newContext();
    there.asked.length = 0;
    try {
      const tab = await context.newPage();
      await tab.goto(host.root, { waitUntil: "networkidle" });
      return (await tab.evaluate("globalThis.hit")) === 1 || there.asked.length > 0;
    } finally {
      await context.close();
      await host.close();
    }
  }

  test.each(Object.entries(ATTACKS))(
    "%s in a page comes to nothing, as it would not without the policy",
    async (_, attack) => {
      expect(withoutPolicy).not.toBe(home);
      expect(await succeeds(withoutPolicy, attack(there.root))).toBe(true);
      expect(await succeeds(home, attack(there.root))).toBe(false);
    },
  );

  test.each(Object.entries(MISUSES))(
    "%s comes to nothing even in a script of the site's own",
    async (_, misuse) => {
      const script = misuse.replace("THERE", there.root);
      const slipped = '<script src="attack.js" defer></script>';
      expect(await succeeds(withoutPolicy, slipped, script)).toBe(true);
      expect(await succeeds(home, slipped, script)).toBe(false);
    },
  );

  test("no other site may frame a page, where the headers are sent", async () => {
    const frames = `<!doctype html><iframe src="${plain.root}"></iframe><iframe src="${server.root}"></iframe>`;
    const framer = await servePage(frames);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const address = framer.root.replace("127.0.0.1", "localhost");
      await page.goto(address, { waitUntil: "networkidle" });
      const [, free, kept] = page.frames();
      expect(await free?.locator("main").count()).toBe(1);
      expect(await kept?.locator("main").count()).toBe(0);
    } finally {
      await context.close();
      await framer.close();
    }
  });

  test("no other host is told which page a reader comes from", async () => {
    const context = await browser.newContext();
    there.asked.length = 0;
    const follow = `{
      const link = document.querySelector("main a");
      link.href = ${JSON.stringify(there.root)};
      link.click();
    }`;
    try {
      for (const host of [plain, server]) {
        const page = await context.newPage();
        await page.goto(host.root);
        await Promise.all([page.waitForURL(there.root), page.evaluate(follow)]);
      }
      const pages = there.asked.filter(({ path }) => path === "/");
      expect(pages.map(({ referrer }) => referrer)).toEqual(["", ""]);
    } finally {
      await context.close();
    }
  });
});
