/** Images of a content folder: by content, size and name, and in bodies. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { readContent } from "../../src/content/read.ts";
import { jpeg, png, webp } from "../support/images.ts";
import { placeAndCode, wendWith } from "../support/sheet.ts";

/** A sheet with files among its images; returns its folder. */
function withImages(
  files: Readonly<Record<string, Uint8Array | string>>,
  changes: Readonly<Record<string, string>> = {},
): string {
  const folder = wendWith(changes);
  mkdirSync(join(folder, "content/images/inner"), { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, "content/images", name), bytes);
  return folder;
}

function problemsIn(folder: string): string[] {
  return checkFolder(join(folder, "content"), folder).problems.map(placeAndCode);
}

/** A page whose body begins on line 5. */
const page = (body: string) => ({ "pages/bay.md": `---\ntitle: The bay\n---\n\n${body}\n` });

describe("images of a sheet", () => {
  test("are PNG, JPEG and WebP, with their sizes", () => {
    const folder = withImages({
      "a.png": png(300, 200),
      "b.jpg": jpeg(301, 201),
      "c.jpeg": jpeg(302, 202),
      "d.webp": webp(4000, 1),
    });
    const { records, problems } = readContent(join(folder, "content"), folder);
    expect(problems).toEqual([]);
    expect(
      records.images.map(({ file, kind, width, height }) => [file, kind, width, height]),
    ).toEqual([
      ["a.png", "png", 300, 200],
      ["b.jpg", "jpg", 301, 201],
      ["c.jpeg", "jpg", 302, 202],
      ["d.webp", "webp", 4000, 1],
    ]);
  });

  test.each([
    ["text.png", "no image"],
    ["empty.png", ""],
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ["drawing.png", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ["moving.gif", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000", "latin1")],
    ["cut.png", png(300, 200).subarray(0, 12)],
    ["other.jpg", png(300, 200)],
    ["other.png", jpeg(300, 200)],
    ["png", png(300, 200)],
    ["wide.png", png(4001, 1)],
    ["high.webp", webp(1, 4001)],
    ["flat.png", png(300, 0)],
    ["heavy.png", Buffer.concat([png(300, 200), Buffer.alloc(500_000)])],
    ["Bay.png", png(300, 200)],
    ["bay map.png", png(300, 200)],
    ["bay.PNG", png(300, 200)],
    ["con.png", png(300, 200)],
    ["inner/bay.png", png(300, 200)],
  ])("are not %s", (name, bytes) => {
    expect(problemsIn(withImages({ [name]: bytes }))).toEqual([
      `images/${name}:1:1 unusable-image`,
    ]);
  });

  test("are no links to other files, and nothing hidden", () => {
    const folder = withImages({ "a.png": png(1, 1), ".b.png": png(1, 1) });
    symlinkSync(join(folder, "content/images/a.png"), join(folder, "content/images/c.png"));
    expect(problemsIn(folder)).toEqual([
      "images/.b.png:1:1 ignored-file",
      "images/c.png:1:1 symbolic-link",
    ]);
  });

  test("are 200 at most", () => {
    const names = Array.from({ length: 202 }, (_, number) => `i${1000 + number}.png`);
    const folder = withImages(Object.fromEntries(names.map((name) => [name, png(1, 1)])));
    expect(problemsIn(folder)).toEqual(["images/i1200.png:1:1 folder-too-large"]);
  });
});

describe("an image in a body", () => {
  test("may be one of the sheet's with words in its place", () => {
    const body = "![The bay](images/bay.png)\n\n`![x](images/none.png)`";
    expect(problemsIn(withImages({ "bay.png": png(1, 1) }, page(body)))).toEqual([]);
  });

  test.each([
    ["![The bay](images/bat.png)", "5:10"],
    ["One.\n\nTwo\nand ![The bay](images/none.png)", "8:14"],
    ["- one\n- ![ ](images/bay.png)", "6:6"],
    ["| a | b |\n|---|---|\n| 1 | ![](images/bay.png) |", "7:9"],
    ["Lit.[^1]\n\n[^1]: ![](images/bay.png)", "7:9"],
    ["![The bay](images/../site.md)", "5:10"],
    ['![The bay](images/bay.png "title")', "5:10"],
  ])("is refused at its line: %j", (body, place) => {
    expect(problemsIn(withImages({ "bay.png": png(1, 1) }, page(body)))).toEqual([
      `pages/bay.md:${place} unusable-image`,
    ]);
  });
});
