/** What the bytes of a built site depend on, and what not. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { eleventy, standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder, WEND, wendWith } from "../support/sheet.ts";
import { contentsOf, pagesIn, textOf } from "../support/site-files.ts";

/** Builds a sheet's folder and returns the site's. */
function build(folder: string, environment: Readonly<Record<string, string>> = {}): string {
  const { status, stderr } = standpoint(folder, ["build"], environment);
  expect([status, stderr]).toEqual([0, ""]);
  return join(folder, "_site");
}

describe("the built bytes", () => {
  test("are the same under another time zone, locale, clock and order of folders", () => {
    const strange = join(PROJECT_FOLDER, "tests/support/strange-machine.mjs");
    const site = build(wendWith(), {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NODE_OPTIONS: `--import ${strange}`,
    });
    expect(contentsOf(site)).toEqual(contentsOf(inject("wendSite")));
  });

  test("are the same when the sheet lies elsewhere and has been built before", () => {
    const folder = wendWith();
    const first = contentsOf(build(folder));
    expect(contentsOf(build(folder))).toEqual(first);
    expect(first).toEqual(contentsOf(inject("wendSite")));
  });

  test("change, with one changed line, on exactly the pages that show it", () => {
    const before = inject("wendSite");
    const line = "The lamp should not burn all night.";
    const changed = readFileSync(join(WEND, "facts/lower-wend-on-lamp-hours.md"), "utf8").replace(
      line,
      "The lamp should go out at ten.",
    );
    const after = build(wendWith({ "facts/lower-wend-on-lamp-hours.md": changed }));
    const pages = pagesIn(before);
    expect(pagesIn(after)).toEqual(pages);
    const differing = pages.filter((page) => textOf(before, page) !== textOf(after, page));
    const showing = pages.filter((page) => textOf(before, page).includes(line));
    expect(differing).toEqual(showing);
    expect(showing).toContain("facts/lower-wend-on-lamp-hours/index.html");
    expect(showing).toContain("actors/lower-wend/index.html");
    expect(showing.length).toBeLessThan(pages.length / 2);
  });

  test("of Eleventy's own command are those of standpoint build", () => {
    const folder = temporaryFolder();
    cpSync(WEND, join(folder, "content"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(
      join(folder, ".eleventy.js"),
      `export { default } from ${JSON.stringify(join(PROJECT_FOLDER, ".eleventy.js"))};\n`,
    );
    const run = eleventy(folder);
    expect(run.stderr).toBe("");
    expect(contentsOf(join(folder, "_site"))).toEqual(contentsOf(inject("wendSite")));
  });
});

describe("a build that fails", () => {
  test("leaves the last good site untouched and nothing beside it", () => {
    const folder = wendWith();
    const good = contentsOf(build(folder));
    writeFileSync(join(folder, "content/facts/broken.md"), "---\nkind: position\n---\n");
    expect(standpoint(folder, ["build"]).status).toBe(1);
    expect(contentsOf(join(folder, "_site"))).toEqual(good);
    expect(existsSync(join(folder, "_site"))).toBe(true);
  });

  test("does not touch a folder that Standpoint did not make", () => {
    const folder = wendWith();
    cpSync(join(folder, "content"), join(folder, "_site"), { recursive: true });
    const { status, stderr } = standpoint(folder, ["build"]);
    expect(status).toBe(2);
    expect(stderr).toContain("_site");
    expect(existsSync(join(folder, "_site/site.md"))).toBe(true);
  });
});

describe("a removed fact", () => {
  test("loses its page at the next build", () => {
    const folder = wendWith();
    build(folder);
    cpSync(
      join(wendWith({ "facts/lower-wend-denies.md": null }), "content"),
      join(folder, "content2"),
      { recursive: true },
    );
    const { status } = standpoint(folder, ["build", "--content", "content2"]);
    expect(status).toBe(0);
    expect(existsSync(join(folder, "_site/facts/lower-wend-denies/index.html"))).toBe(false);
    expect(existsSync(join(folder, "_site/facts/upper-wend-blames-oil/index.html"))).toBe(true);
  });
});
