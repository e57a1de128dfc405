/** Every page of a fictional sheet that uses all there is. */
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { PAGE_TYPE_NAMES } from "../../src/render/page-places.ts";
import { pageTypes } from "../../src/render/page-types.ts";
import { contextWith, ferry, ferryPages } from "./fixtures/ferry.ts";

const pages = ferryPages();
const pageAt = (path: string): string => pages.find((page) => page.path === path)?.html ?? "";

describe("the pages of a sheet", () => {
  test("are of every type, and each template renders with nothing undefined", () => {
    const listed = new Set(pages.map(({ type }) => type));
    expect(PAGE_TYPE_NAMES.filter((name) => !listed.has(name))).toEqual([]);
    for (const { html } of pages) expect(html).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\s*$/);
  });

  test("each have an address of their own, which ends in a file's name", () => {
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^(?:404\.html|(?:[a-z0-9-]+\/)*index\.html)$/);
  });

  test("are valid HTML", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:recommended", "html-validate:document"],
      // The style sheet is the site's own; browsers refuse integrity checks on `file://`.
      rules: { "require-sri": ["error", { target: "crossorigin" }] },
    });
    const reports = await Promise.all(
      pages.map(async ({ path, html }) => {
        const { results } = await validator.validateString(html);
        return results.flatMap(({ messages }) =>
          messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`),
        );
      }),
    );
    expect(reports.flat()).toEqual([]);
  });

  test("link only to pages of the sheet and to ids that exist", () => {
    const paths = new Set(pages.map(({ path }) => path));
    const broken = pages
      .filter(({ path }) => path !== "404.html")
      .flatMap(({ path, html }) =>
        [...html.matchAll(/href="([^"]*)"/g)]
          .map(([, href = ""]) => href)
          .filter((href) => !/^(?:https?:|mailto:)/.test(href))
          .filter((href) => {
            if (href.startsWith("#")) return !html.includes(` id="${href.slice(1)}"`);
            const target = new URL(href, `https://x/${path}`).pathname.slice(1);
            return (
              !/^assets\/|^site\.webmanifest$|^corrections\/feed\.xml$|^search\/index\.json$/.test(
                target,
              ) && !paths.has(target)
            );
          })
          .map((href) => `${path} -> ${href}`),
      );
    expect(broken).toEqual([]);
  });

  test("have one first-level heading and skip no level", () => {
    for (const { path, html } of pages) {
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect([path, levels.filter((level) => level === 1)]).toEqual([path, [1]]);
      levels.forEach((level, place) => {
        expect(level, path).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1);
      });
    }
  });

  test("escape what the content says, and render no template syntax in it", () => {
    expect(pageAt("index.html")).toContain("Bridge first, or &lt;b&gt;ferry&lt;/b&gt; first?");
    expect(pageAt("index.html")).toContain("{{ 7 * 7 }}");
    expect(pageAt("about/index.html")).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    for (const { html } of pages)
      expect(html).not.toMatch(
        /<script(?! src="[^"]*assets\/| type="application\/json")|href="javascript/,
      );
  });

  test("are the same bytes each time", () => {
    expect(ferryPages()).toEqual(pages);
  });

  test("of a sheet with nothing in it render as well", () => {
    const empty = {
      ...ferry,
      actors: new Map(),
      issues: new Map(),
      facts: new Map(),
      sources: new Map(),
      matrix: { actors: [], rows: [], silent: [] },
      demands: [],
      offers: [],
      timeline: [],
      asOfDates: [],
      corrections: [],
    };
    for (const { html } of ferryPages(empty)) expect(html).toContain("<h1");
  });

  test("say that drafts are shown, where they are", () => {
    const [home] = pageTypes(ferry, contextWith({ drafts: true })).flatMap((type) => type.pages);
    expect(home?.render()).toContain('class="notice"');
    expect(pageAt("index.html")).not.toContain('class="notice"');
  });
});

describe("a page at an address that does not exist", () => {
  test("links from the root of the sheet's own address", () => {
    expect(pageAt("404.html")).toContain('href="/sheets/ferry/actors/index.html"');
    expect(pageAt("404.html")).toContain('<meta name="robots" content="noindex">');
  });
});

describe("a fact's page", () => {
  test("says who, what, when, how sure and where it was read", () => {
    const html = pageAt("facts/north-on-bridge/index.html");
    for (const words of [
      "North Shore",
      "A bridge should be built, &amp; soon.",
      '<time datetime="2001-06-10">10 June 2001</time>',
      "Stated: quoted",
      "Shores differ over ferry",
      "2 reports, 1 origin",
      "https://example.org/archive/gazette/ferry",
    ])
      expect(html).toContain(words);
  });

  test("leads to the quoted passage and says that it was matched", () => {
    const html = pageAt("facts/north-on-bridge/index.html");
    expect(html).toContain('href="https://example.org/gazette/ferry#:~:text=We"');
    expect(html).toContain("matched word for word in");
  });

  test("says what a position says yes or no to, and of no other kind", () => {
    const question = ferry.named.issues.get("bridge")?.question ?? "-";
    expect(pageAt("facts/north-on-bridge/index.html")).toMatch(
      new RegExp(
        `class="fact-mark">.*Supports.*<span class="question">${escaped(question)}</span>`,
      ),
    );
    expect(pageAt("facts/south-answers-ferry/index.html")).not.toContain('class="question"');
  });

  test("gives a quote in its own language, with its translation", () => {
    const html = pageAt("facts/south-on-bridge/index.html");
    expect(html).toContain('<blockquote lang="sv" dir="ltr">');
    expect(html).toContain("Our translation");
    expect(html).toContain("not machine-checked");
  });
});

describe("a source's page", () => {
  test("tells the other documents of a fact from this one", () => {
    const own = pageAt("sources/gazette/index.html");
    const [line = ""] =
      /<a href="[^"]*facts\/north-on-bridge\/[^"]*">[\s\S]*?<\/li>/.exec(own) ?? [];
    expect(line).toMatch(/Stated&#160;· also in <a [^>]*sources\/copy\//);
    expect(pageAt("facts/index.html")).not.toContain("also in");
  });
});

describe("an issue's page", () => {
  test("leads with its demands to their sources and not to itself", () => {
    const own = pageAt("issues/ferry/index.html");
    const ledger = /<ol class="ledger">[\s\S]*?<\/ol>/.exec(own)?.[0] ?? "";
    expect(ledger).toContain("facts/north-demands-ferry/");
    expect(ledger).toContain("sources/gazette/");
    expect(ledger).not.toContain("issues/ferry/");
    expect(pageAt("demands/index.html")).toContain("issues/ferry/");
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
