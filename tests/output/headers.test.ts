/** What a site tells browsers of itself: on each page, in `_headers`, and in the examples for hosts. */
import { describe, expect, inject, test } from "vitest";
import {
  apacheExample,
  caddyExample,
  headersFile,
  nginxExample,
} from "../../src/render/host-files.ts";
import { PAGE_CONTENT_POLICY, SECURITY_HEADERS } from "../../src/render/security-headers.ts";
import { pagesIn, textOf } from "../support/site-files.ts";
import { headerRules } from "../support/static-server.ts";

const site = inject("sheetSite");
const EXAMPLES = "../../docs/reference/hosts";

/** A policy's directives, each with its sources. */
function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

/** The policy that a page states. */
function policyOf(page: string): string {
  const [, policy = ""] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(textOf(site, page)) ?? [];
  return policy;
}

describe("each page", () => {
  test("states the policy before anything that could load", () => {
    for (const page of pagesIn(site)) {
      const html = textOf(site, page);
      const policy = html.indexOf('http-equiv="Content-Security-Policy"');
      const loading = html.search(/<(?:script|link|style|img|svg)\b/);
      expect([page, policy > 0 && policy < loading]).toEqual([page, true]);
    }
  });

  test("allows its own site and nothing else", () => {
    for (const page of pagesIn(site)) {
      const sources = new Set([...directives(policyOf(page)).values()].flat());
      expect([page, [...sources].sort()]).toEqual([page, ["'none'", "'self'"]]);
      expect(directives(policyOf(page)).get("default-src")).toEqual(["'none'"]);
      expect(directives(policyOf(page)).get("base-uri")).toEqual(["'none'"]);
    }
  });

  test("says that no other site is told where its readers come from", () => {
    for (const page of pagesIn(site))
      expect(textOf(site, page)).toContain('<meta name="referrer" content="no-referrer">');
  });
});

describe("the headers", () => {
  const sent = new Map(SECURITY_HEADERS.map(({ name, value }) => [name, value]));

  test("hold every directive of the pages, and who may frame them", () => {
    const header = directives(sent.get("Content-Security-Policy") ?? "");
    for (const [name, sources] of directives(PAGE_CONTENT_POLICY))
      expect(header.get(name)).toEqual(expect.arrayContaining([...sources]));
    expect(header.get("frame-ancestors")).toEqual(["'self'"]);
    expect([...header.values()].flat().join(" ")).not.toMatch(/unsafe-|\*|https?:|data:/);
  });

  test("are those that browsers know, each said once", () => {
    expect([...sent.keys()]).toEqual([
      "Content-Security-Policy",
      "Cross-Origin-Opener-Policy",
      "Cross-Origin-Resource-Policy",
      "Permissions-Policy",
      "Referrer-Policy",
      "X-Content-Type-Options",
    ]);
    // Cloudflare reads no line longer than that.
    for (const { name, value } of SECURITY_HEADERS)
      expect(`  ${name}: ${value}`.length).toBeLessThan(2000);
  });

  test("are in the site's _headers for every address", () => {
    expect(textOf(site, "_headers")).toBe(headersFile().bytes.toString());
    const [all] = headerRules(site);
    expect(all?.pattern).toBe("/*");
    expect(all?.headers).toEqual(SECURITY_HEADERS.map(({ name, value }) => [name, value]));
  });

  test.each([
    ["nginx.conf", nginxExample()],
    ["Caddyfile", caddyExample()],
    ["apache.htaccess", apacheExample()],
  ])("are in the example %s, which is the one in the docs", async (name, example) => {
    await expect(example).toMatchFileSnapshot(`${EXAMPLES}/${name}`);
    for (const { name: header, value } of SECURITY_HEADERS)
      expect(example).toContain(`${header} "${value}"`);
  });
});
