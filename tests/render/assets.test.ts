/** The style sheet, scripts, fonts and flags. */
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildAssets } from "../../src/render/assets.ts";
import { TEMPLATES } from "./fixtures/ferry.ts";

const runningHead = { start: "The ferry", end: "", direction: "ltr" } as const;

const { assets, files } = buildAssets({
  templatesFolder: TEMPLATES,
  flags: ["UA", "EU", "ZZ", "UA"],
  runningHead,
});
const styles = files.find(({ path }) => path === assets.stylesheet);
const css = Buffer.from(styles?.bytes ?? []).toString("utf8");

describe("assets", () => {
  test("have names that carry a hash, and are the same each time", () => {
    for (const { path } of files)
      expect(path).toMatch(/^assets\/[a-z0-9-]+-[A-Za-z0-9]{8,10}\.[a-z0-9]+$/);
    expect(
      buildAssets({ templatesFolder: TEMPLATES, flags: ["EU", "UA"], runningHead }).files,
    ).toEqual(files);
  });

  test("have flags of known codes only, each once", () => {
    expect([...assets.flags.keys()]).toEqual(["EU", "UA"]);
  });

  test("of the style sheet are all there, from no other host", () => {
    const addresses = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address = ""]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    const paths = new Set(files.map(({ path }) => path));
    for (const address of addresses)
      expect(paths).toContain(`assets/${address.replace(/^\.\//, "")}`);
  });

  test("keep to the budget: small styles, no more than 60 kB of fonts for a page in Latin letters", () => {
    expect(brotliCompressSync(styles?.bytes ?? "").length).toBeLessThan(8_000);
    const latin = files
      .filter(({ path }) => /-latin-wght/.test(path))
      .reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(latin).toBeGreaterThan(0);
    expect(latin).toBeLessThan(60_000);
  });

  test("turn with the direction of the language: styles know start and end, not left and right", () => {
    expect(css).not.toMatch(
      /(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|(?:^|[;{])(?:left|right):/,
    );
  });
});
