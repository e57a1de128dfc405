/** `standpoint pdf`: real PDFs by a real browser, and what is said where there is none. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { NO_BROWSER } from "../../src/pdf/find-browser.ts";
import { withSameBytes } from "../../src/pdf/same-bytes.ts";
import { findBrowser } from "../support/browser.ts";
import { standpoint } from "../support/command.ts";
import { temporaryFolder, wendWith } from "../support/sheet.ts";

let environment: Readonly<Record<string, string>> = {};

/** A program that starts the tests' browser with the environment it needs: what a user would name. */
beforeAll(async () => {
  const { executablePath, env } = await findBrowser();
  if (Object.keys(env).length === 0) {
    environment = { STANDPOINT_BROWSER: executablePath };
    return;
  }
  const script = join(mkdtempSync(join(tmpdir(), "standpoint-")), "browser");
  const variables = Object.entries(env).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(script, `#!/bin/sh\n${variables.join(" ")} exec "${executablePath}" "$@"\n`);
  chmodSync(script, 0o755);
  environment = { STANDPOINT_BROWSER: script };
});

/** Prints sheets of the fictional sheet; returns the folder of the PDFs. */
function print(folder: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = standpoint(folder, ["pdf", ...options], environment);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Printed \d+ sheets? as of 2001-03-04: /);
  return join(folder, "pdf");
}

async function read(path: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, place) => {
      const page = await pdf.getPage(place + 1);
      const { items } = await page.getTextContent();
      return {
        size: page.view.slice(2).map(Math.round),
        words: items
          .map((item: { readonly str?: string }) => item.str ?? "")
          .join(" ")
          .replace(/\s+/g, " "),
        links: (await page.getAnnotations()).map(({ url }: { readonly url?: string }) => url),
      };
    }),
  );
  return { pdf, pages };
}

describe("an actor's sheet as a PDF", () => {
  test("is a document: tagged, with title, language, outline, endnotes and page numbers", async () => {
    const folder = print(wendWith(), "--actor", "upper-wend");
    expect(readdirSync(folder)).toEqual(["upper-wend.pdf"]);
    const { pdf, pages } = await read(join(folder, "upper-wend.pdf"));

    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: "Upper Wend · The lamp at Wend Point",
      Language: "en",
      CreationDate: "D:20010304000000+00'00'",
      ModDate: "D:20010304000000+00'00'",
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(readFileSync(join(folder, "upper-wend.pdf"), "latin1")).toContain("/StructTreeRoot");
    const [top] = (await pdf.getOutline()) ?? [];
    expect(top?.title).toBe("Upper Wend");
    expect(top?.items.map(({ title }: { readonly title: string }) => title)).toEqual([
      "Stated positions",
      "Demands made",
      "Offers received",
      "How its words changed",
      "Beside the others",
      "All facts",
      "Sources",
    ]);

    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(4);
    for (const [place, { words, size }] of pages.entries()) {
      expect(words).toContain(`${place + 1} / ${pages.length}`);
      expect(size).toEqual([596, 842]);
      expect(words.includes("Upper Wend · The lamp at Wend Point")).toBe(place > 0);
    }
    const all = pages.map(({ words }) => words).join(" ");
    expect(all).toContain("As of 4 March 2001");
    expect(all).toContain("Keep it burning from dusk to dawn");
    expect(all).toMatch(/The Wend Gazette: ?Islands di ?ff ?er over lamp/);
    expect(all).toContain("https://example.org/wend-gazette/lamp-row");
    for (const absent of ["Timeline", "Skip to content", "On this page", "What is a demand?"])
      expect(all).not.toContain(absent);
  });

  test("links into the site where it has an address, and nowhere else where it has none", async () => {
    const site = "---\ntitle: The lamp\nquestion: Whose lamp?\nsummary: A quarrel.\n";
    const without = print(wendWith(), "--actor", "gull-rock");
    const links = (await read(join(without, "gull-rock.pdf"))).pages.flatMap((page) => page.links);
    expect(links.filter((url) => url !== undefined && !url.includes("example.org"))).toEqual([]);

    const sheet = wendWith({ "site.md": `${site}url: https://lamp.example/sheet/\n---\n` });
    const { pages } = await read(join(print(sheet, "--actor", "gull-rock"), "gull-rock.pdf"));
    expect(pages.flatMap((page) => page.links)).toContain(
      "https://lamp.example/sheet/actors/upper-wend/",
    );
    expect(pages[0]?.words).toContain("https://lamp.example/sheet/actors/gull-rock/");
  });

  test("is the same bytes each time, whatever was printed before it", () => {
    const sheet = wendWith();
    const alone = readFileSync(join(print(sheet, "--actor", "lower-wend"), "lower-wend.pdf"));
    const all = print(sheet);
    expect(readdirSync(all)).toHaveLength(6);
    expect(readFileSync(join(all, "lower-wend.pdf")).equals(alone)).toBe(true);
  });

  test("comes on other paper, into another folder", async () => {
    const folder = wendWith();
    print(folder, "--actor", "gull-rock", "--paper", "letter", "--output", "papers");
    const { pages } = await read(join(folder, "papers/gull-rock.pdf"));
    expect(pages.map(({ size }) => size)).toEqual([[612, 792]]);
  });
});

describe("a call that cannot be done ends with status 2", () => {
  test("without a browser, and says what to install", () => {
    const none = { STANDPOINT_BROWSER: join(temporaryFolder(), "none") };
    const { status, stdout, stderr } = standpoint(wendWith(), ["pdf"], none);
    expect([status, stdout, stderr]).toEqual([2, "", `${NO_BROWSER}\n`]);
  });

  test("with a program that is no browser", () => {
    const folder = wendWith();
    const { status, stderr } = standpoint(folder, ["pdf"], { STANDPOINT_BROWSER: "/bin/false" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\/bin\/false ended with status 1/);
  });

  test("for an actor that does not exist, and writes nothing", () => {
    const folder = wendWith();
    const { status, stderr } = standpoint(folder, ["pdf", "--actor", "uper-wend"], environment);
    expect([status, stderr]).toEqual([
      2,
      'There is no actor "uper-wend". Did you mean "upper-wend"?\n',
    ]);
    expect(existsSync(join(folder, "pdf"))).toBe(false);
  });
});

test("content with an error ends with status 1", () => {
  const folder = wendWith({ "facts/broken.md": "---\nkind: position\n---\n" });
  expect(standpoint(folder, ["pdf"], environment).status).toBe(1);
  expect(existsSync(join(folder, "pdf"))).toBe(false);
});

test("what a clock or a counter put into a PDF is fixed, each text at its length", () => {
  const made =
    "/CreationDate (D:20261122020235+00'00') /ID (node00000857) /Headers [(node00000857) (node00000862)]";
  const fixed = withSameBytes(Buffer.from(made, "latin1"), "2001-03-04");
  expect(Buffer.from(fixed).toString("latin1")).toBe(
    "/CreationDate (D:20010304000000+00'00') /ID (node00000001) /Headers [(node00000001) (node00000002)]",
  );
});
