/** A sheet full of attacks, built and opened in a browser that lets scripts run: none does. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { standpoint } from "../support/command.ts";
import { wendWith } from "../support/sheet.ts";
import { type StaticServer, serveFolder } from "../support/static-server.ts";
import { FIELDS, PAYLOADS, payloadFiles } from "./payloads.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** What an open page shows of attacks that got through; runs in the browser. */
const TRACES = `(() => {
  const traces = [];
  if (document.documentElement.dataset.ran) traces.push("a script ran");
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (["iframe", "object", "embed", "base", "x-y", "animate", "style"].includes(name)) traces.push(name);
    if (name === "script" && (!element.src.startsWith(location.origin) && !/^application\\/(?:ld\\+)?json$/.test(element.type))) traces.push(element.outerHTML.slice(0, 100));
    if (name === "meta" && element.httpEquiv === "refresh") traces.push("refresh");
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(attribute)) traces.push(attribute);
      if (/^(?:href|src|action|xlink:href)$/i.test(attribute) && /^\\s*(?:javascript|data|vbscript):/i.test(value)) traces.push(value);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) traces.push("two of id " + id);
  if (/\\b49\\b/.test(document.body.innerText) && !document.body.innerText.includes("7*7")) traces.push("a template ran");
  return traces;
})()`;

/** Opens every page of a site, also through what a policy would stop; returns what got through. */
async function attacksThatWork(server: StaticServer, pages: readonly string[]): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true });
  const found: string[] = [];
  const isElsewhere = (address: URL): boolean => !address.href.startsWith(server.root);
  await context.route(isElsewhere, (route) => {
    found.push(`asks ${route.request().url()}`);
    return route.abort();
  });
  const left = [...pages];
  const visit = async (): Promise<void> => {
    const page = await context.newPage();
    let at = "";
    page.on("dialog", (dialog) => {
      found.push(`${at}: dialog`);
      return dialog.dismiss();
    });
    page.on("pageerror", (error) => found.push(`${at}: ${error.message}`));
    page.on("framenavigated", (frame) => {
      if (isElsewhere(new URL(frame.url()))) found.push(`${at}: goes to ${frame.url()}`);
    });
    for (at = left.pop() ?? ""; at !== ""; at = left.pop() ?? "") {
      await page.goto(server.root + at);
      const traces = await page.evaluate<string[]>(TRACES);
      found.push(...traces.map((trace) => `${at}: ${trace}`));
    }
  };
  await Promise.all([visit(), visit(), visit()]);
  await context.close();
  return found;
}

function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
}

describe("a sheet with every attack in every field", () => {
  test(`no attack of ${PAYLOADS.length} in ${FIELDS.length} fields runs on any page`, async () => {
    const folder = wendWith(payloadFiles(process.env.EVERY_ATTACK === "1"));
    const run = standpoint(folder, ["build"]);
    expect([
      run.status,
      run.stderr.match(/^.* (?:[a-z-]+) {2}.*$/gm)?.filter((line) => /error/.test(line)) ?? [],
    ]).toEqual([0, []]);
    const site = join(folder, "_site");
    const pages = pagesOf(site);
    expect(pages.length).toBeGreaterThan(PAYLOADS.length * 6);
    const server = await serveFolder(site);
    try {
      expect(await attacksThatWork(server, pages)).toEqual([]);
    } finally {
      await server.close();
    }
  }, 400_000);

  test("the browser would tell: the same attacks as a plain page do run", async () => {
    const folder = wendWith();
    const site = join(folder, "content");
    writeFileSync(
      join(site, "plain.html"),
      PAYLOADS.slice(0, 5)
        .map(([, text]) => text)
        .join("\n"),
    );
    const server = await serveFolder(site, "/", "plain");
    try {
      const found = (await attacksThatWork(server, ["plain.html"])).join("\n");
      for (const trace of ["a script ran", "dialog", "asks http://evil.example/x.js", "onerror"]) {
        expect(found).toContain(trace);
      }
    } finally {
      await server.close();
    }
  });
});
