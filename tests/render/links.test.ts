/** Links between pages. */
import { describe, expect, test } from "vitest";
import {
  PATHS,
  pagePath,
  publicAddress,
  relativeLinks,
  rootedLinks,
} from "../../src/render/links.ts";

describe("a link", () => {
  test.each([
    ["index.html", "actors/russia/index.html", "actors/russia/index.html"],
    ["actors/index.html", "index.html", "../index.html"],
    ["actors/russia/index.html", "facts/a/index.html", "../../facts/a/index.html"],
    ["facts/page/2/index.html", "assets/site.css", "../../../assets/site.css"],
  ])("from %s to %s is %s", (from, to, link) => {
    expect(relativeLinks(from)(to)).toBe(link);
  });

  test("may lead to a part of a page", () => {
    expect(relativeLinks("index.html")("demands/index.html", "offers")).toBe(
      "demands/index.html#offers",
    );
  });

  test.each([
    ["", "/actors/index.html"],
    ["https://example.org", "/actors/index.html"],
    ["https://example.org/sheets/one", "/sheets/one/actors/index.html"],
    ["https://example.org/sheets/one/", "/sheets/one/actors/index.html"],
  ])("of a page without a place of its own, on a site at %j, is %s", (site, link) => {
    expect(rootedLinks(site)(PATHS.actors)).toBe(link);
  });
});

describe("a page's public address", () => {
  test.each([
    ["", "index.html", ""],
    ["https://example.org/one", "index.html", "https://example.org/one/"],
    ["https://example.org/one/", "facts/a/index.html", "https://example.org/one/facts/a/"],
    ["https://example.org/", "404.html", "https://example.org/404.html"],
  ])("on a site at %j, of %s, is %j", (site, path, address) => {
    expect(publicAddress(site, path)).toBe(address);
  });
});

describe("the further pages of a list", () => {
  test("lie below the list, whose first page is the list itself", () => {
    expect(pagePath(PATHS.facts, 1)).toBe("facts/index.html");
    expect(pagePath(PATHS.facts, 2)).toBe("facts/page/2/index.html");
  });
});
