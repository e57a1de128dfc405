/** The map of the site for search engines. */
import { describe, expect, test } from "vitest";
import { crawlerFiles } from "../../src/render/web-files.ts";
import { ferry } from "./fixtures/ferry.ts";

const site = { ...ferry.site, url: "https://example.org/ferry/" };

/** The files of a sheet with so many pages, as text. */
function filesOf(pages: number): { readonly path: string; readonly text: string }[] {
  const paths = Array.from({ length: pages }, (_, place) => `facts/made-up-${place}/index.html`);
  return crawlerFiles({ ...ferry, site }, paths, false).map(({ path, bytes }) => ({
    path,
    text: bytes.toString(),
  }));
}

const addressesIn = (text: string): string[] =>
  [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);

describe("the map of the site", () => {
  test("is one file up to 50,000 addresses", () => {
    const files = filesOf(50_000);
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "robots.txt"]);
    expect(addressesIn(files[0]?.text ?? "")).toHaveLength(50_000);
  });

  test("is an index of several maps beyond, each address in one of them", () => {
    const [index, ...files] = filesOf(100_001);
    expect(index?.text).toContain("<sitemapindex");
    expect(addressesIn(index?.text ?? "")).toEqual(
      [1, 2, 3].map((number) => `https://example.org/ferry/sitemap-${number}.xml`),
    );
    const maps = files.filter(({ path }) => path.startsWith("sitemap-"));
    expect(maps.map(({ text }) => addressesIn(text).length)).toEqual([50_000, 50_000, 1]);
    expect(new Set(maps.flatMap(({ text }) => addressesIn(text))).size).toBe(100_001);
    expect(files.find(({ path }) => path === "robots.txt")?.text).toContain("/ferry/sitemap.xml");
  });
});
