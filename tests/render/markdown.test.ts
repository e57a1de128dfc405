/** Markdown of bodies. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../src/render/markdown.ts";

const markdown = createMarkdown();

describe("Markdown", () => {
  test("lets no HTML through", () => {
    expect(markdown("<b>bold</b> <script>alert(1)</script>", 2)).toBe(
      "<p>&lt;b&gt;bold&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
    );
    expect(markdown("<div>\n\n<!-- no -->\n", 2)).not.toMatch(/<div|<!--/);
  });

  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java&#115;cript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "//example.org/",
    "ftp://example.org/",
  ])("makes no link to %s", (address) => {
    expect(markdown(`[text](<${address}>)`, 2)).not.toContain("href");
  });

  test.each([
    "https://example.org/a?b=c:d",
    "http://example.org/",
    "mailto:a@example.org",
    "../method/index.html",
    "#part",
    "?x=a:b",
  ])("makes a link to %s", (address) => {
    expect(markdown(`[text](${address})`, 2)).toContain("href");
  });

  test("shows no image", () => {
    expect(markdown("![alt](https://example.org/pixel.png)", 2)).not.toContain("<img");
  });

  test("does not make links of bare addresses", () => {
    expect(markdown("https://example.org/", 2)).not.toContain("<a");
  });

  test.each([
    ["# A\n\n## B", 2, ["h2", "h3"]],
    ["## A\n\n## B", 2, ["h2", "h2"]],
    ["### A\n\n# B", 2, ["h2", "h2"]],
    ["# A\n\n#### B", 3, ["h3", "h4"]],
    ["# A\n\n## B\n\n### C\n\n#### D\n\n##### E", 4, ["h4", "h5", "h6", "h6", "h6"]],
    ["A\n===\n\nB\n---", 2, ["h2", "h3"]],
  ])("fits the headings of %j below the page's own", (text, level, tags) => {
    expect([...markdown(text, level).matchAll(/<(h\d)>/g)].map(([, tag]) => tag)).toEqual(tags);
    expect([...markdown(text, level).matchAll(/<\/(h\d)>/g)].map(([, tag]) => tag)).toEqual(tags);
  });

  test("makes footnotes, with ids that are no page's own", () => {
    const html = markdown("Lit.[^1] Not lit.[^b]\n\n[^1]: The *log*.\n[^b]: <b>Seen</b>.", 2);
    expect(html).toContain('<a href="#fn-note-1" id="fnref-note-1">');
    expect(html).toContain('<li id="fn-note-2"');
    expect(html).toContain("&lt;b&gt;Seen");
  });

  test("takes a note's mark that is never closed for text, however many there are", () => {
    const marks = "[^".repeat(30_000);
    expect(markdown(`${marks}\n\n[^1]: The log.`, 2)).toBe(`<p>${marks}</p>\n`);
  });

  test("makes no footnotes in the middle of a sentence", () => {
    expect(markdown("Lit.^[the ^[log]]", 2)).toBe("<p>Lit.^[the ^[log]]</p>\n");
  });

  test.each(["&#x202E;", "&#8238;", "&ZeroWidthSpace;", "&NoBreak;"])(
    "shows that %s stands for what a text may not hold",
    (reference) => {
      expect(markdown(`[a${reference}b](https://wend.example/ "c${reference}d")`, 2)).toBe(
        '<p><a href="https://wend.example/" title="c\uFFFDd" rel="noopener">a\uFFFDb</a></p>\n',
      );
    },
  );

  test("makes tables", () => {
    expect(markdown("| a | b |\n|---|---|\n| 1 | 2 |", 2)).toContain("<table>");
  });
});
