/** The upkeep of pages: last change, where to edit, where to report; endnotes; files for other programs. */
import { describe, expect, test } from "vitest";
import type { Dossier } from "../../src/model/dossier.ts";
import { lastChange } from "../../src/model/last-change.ts";
import type { Piece } from "../../src/render/locale/piece.ts";
import { repositoryOf } from "../../src/render/repository.ts";
import { careOf } from "../../src/render/views/parts/care.ts";
import { endnotesOf, withNotes } from "../../src/render/views/parts/endnotes.ts";
import { sourceRefs } from "../../src/render/views/parts/sources.ts";
import { crawlerFiles, manifestFile } from "../../src/render/web-files.ts";
import { date } from "../support/records.ts";
import { contextWith, ferry, known, scopeAt } from "./fixtures/ferry.ts";

const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
const dossierWith = (site: Partial<Dossier["site"]>): Dossier => ({
  ...ferry,
  site: { ...ferry.site, ...site },
});

describe("a repository", () => {
  test.each([
    [
      "https://github.com/lamp/wend",
      "https://github.com/lamp/wend/edit/main/content/site.md",
      "https://github.com/lamp/wend/issues/new?title=An%20error&body=a%26b",
    ],
    [
      "https://github.com/lamp/wend.git",
      "https://github.com/lamp/wend/edit/main/content/site.md",
      "https://github.com/lamp/wend/issues/new?title=An%20error&body=a%26b",
    ],
    [
      "https://github.com/lamp/wend/tree/trunk/sheet/",
      "https://github.com/lamp/wend/edit/trunk/sheet/content/site.md",
      "https://github.com/lamp/wend/issues/new?title=An%20error&body=a%26b",
    ],
    [
      "https://gitlab.lamp.example/lamp/team/wend/-/tree/trunk",
      "https://gitlab.lamp.example/lamp/team/wend/-/edit/trunk/content/site.md",
      "https://gitlab.lamp.example/lamp/team/wend/-/issues/new?issue%5Btitle%5D=An%20error&issue%5Bdescription%5D=a%26b",
    ],
    [
      "https://codeberg.org/lamp/wend/src/branch/trunk",
      "https://codeberg.org/lamp/wend/_edit/trunk/content/site.md",
      "https://codeberg.org/lamp/wend/issues/new?title=An%20error&body=a%26b",
    ],
    ["https://example.org/files", "", ""],
  ])("%s", (address, edit, issue) => {
    const repository = repositoryOf(address);
    expect(repository?.address).toBe(address);
    expect(repository?.editAddress("content/site.md")).toBe(edit);
    expect(repository?.issueAddress("An error", "a&b")).toBe(issue);
  });

  test("that is not named is none", () => expect(repositoryOf("")).toBeNull());
});

describe("the foot of a page", () => {
  const care = (site: Partial<Dossier["site"]>, path = "actors/north-shore/index.html") =>
    careOf(scopeAt(path, dossierWith(site)), {
      title: "North Shore",
      file: { path: "content/actors/north-shore.md" },
      facts: [],
    });

  test("invents nobody to write to", () => {
    expect(
      care({ repository: "", contact: "" })
        .flat()
        .map(({ href }) => href),
    ).not.toContain(expect.stringContaining("mailto"));
  });

  test("leads to a mail that names the page", () => {
    const [report = []] = care({ contact: "errors@lamp.example", repository: "" });
    expect(words(report)).toBe("Report an error to errors@lamp.example");
    const mail = new URL(report[0]?.href ?? "");
    expect(mail.protocol + mail.pathname).toBe("mailto:errors@lamp.example");
    expect(mail.searchParams.get("subject")).toBe("An error in “North Shore”");
    expect(mail.searchParams.get("body")).toContain("actors/north-shore/");
    expect(report[0]?.href).not.toContain("+");
  });

  test("gives the whole address where the site has one", () => {
    const url = "https://lamp.example/wend";
    const [report = []] = care({ contact: "errors@lamp.example", repository: "", url });
    expect(decodeURIComponent(report[0]?.href ?? "")).toContain(
      "Page: https://lamp.example/wend/actors/north-shore/\n",
    );
  });

  test("leads to a form, to words, or to a new issue", () => {
    const form = care({ contact: "https://www.lamp.example/write/", repository: "" }).flat();
    expect(words(form)).toBe("Report an error to lamp.example/write");
    expect(form[0]?.href).toBe("https://www.lamp.example/write/");
    const plain = care({ contact: "the harbour office", repository: "" }).flat();
    expect(words(plain)).toBe("Report an error to the harbour office");
    expect(plain.every(({ href }) => href === "")).toBe(true);
    const [edit = [], report = []] = care({
      contact: "",
      repository: "https://github.com/lamp/wend",
    });
    expect(edit).toMatchObject([
      {
        text: "Edit this page",
        href: "https://github.com/lamp/wend/edit/main/content/actors/north-shore.md",
      },
    ]);
    expect(words(report)).toBe("Report an error to github.com/lamp/wend");
    expect(report[0]?.href).toContain("/issues/new?title=An%20error%20in");
  });

  test("links to the repository alone for a file outside it, or on a host that is not known", () => {
    const site = { ...ferry.site, contact: "", repository: "https://github.com/lamp/wend" };
    const outside = careOf(scopeAt("index.html", dossierWith(site)), {
      title: "x",
      file: { path: "../elsewhere/content/site.md" },
      facts: [],
    });
    expect(outside[0]?.[0]).toMatchObject({ href: site.repository });
    const unknown = care({ contact: "", repository: "https://example.org/files" });
    expect(unknown[0]?.[0]).toMatchObject({ href: "https://example.org/files" });
  });
});

describe("the last change", () => {
  const [fact] = [...ferry.facts.values()].map((entry) => entry.fact);
  if (!fact) throw new Error("The fixture has no fact");

  test("is the newest day on which a fact was recorded or corrected", () => {
    const recorded = { ...fact, recorded: date("2001-03-07"), corrections: [] };
    const corrected = {
      ...fact,
      recorded: date("2001-03-01"),
      corrections: [{ date: date("2001-03-09"), note: "x" }],
    };
    expect(lastChange([recorded, corrected])?.text).toBe("2001-03-09");
    expect(lastChange([recorded])?.text).toBe("2001-03-07");
    expect(lastChange([{ ...fact, recorded: null, corrections: [] }])).toBeNull();
  });
});

describe("endnotes", () => {
  test("number the sources in the order in which the page shows them, each once", () => {
    const facts = [...ferry.facts.values()].map(({ fact }) => fact).reverse();
    const scope = withNotes(scopeAt("index.html"), [...facts, ...facts]);
    const notes = endnotesOf(scope);
    expect(notes.map(({ number }) => number)).toEqual(notes.map((_, place) => place + 1));
    expect(notes[0]?.title).toBe(
      known(ferry.sources, facts.flatMap(({ source }) => source)[0] ?? "").source.title,
    );
    for (const fact of facts)
      for (const { note } of sourceRefs(scope, fact)) expect(note).toBeGreaterThan(0);
    expect(endnotesOf(scopeAt("index.html"))).toEqual([]);
  });
});

describe("files for other programs", () => {
  const pages = ["index.html", "404.html", "facts/a/index.html", "facts/page/2/index.html"];
  const text = (files: ReturnType<typeof crawlerFiles>, path: string) =>
    Buffer.from(files.find((file) => file.path === path)?.bytes ?? []).toString("utf8");

  test("the site map needs an address and holds what is worth finding; drafts have none", () => {
    expect(crawlerFiles(dossierWith({ url: "" }), pages, false)).toEqual([]);
    const dossier = dossierWith({ url: "https://lamp.example/a&b/" });
    expect(crawlerFiles(dossier, pages, true)).toEqual([]);
    const files = crawlerFiles(dossier, pages, false);
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "robots.txt"]);
    expect(text(files, "robots.txt")).toContain("Sitemap: https://lamp.example/a&b/sitemap.xml\n");
    expect(
      [...text(files, "sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at),
    ).toEqual(["https://lamp.example/a&amp;b/", "https://lamp.example/a&amp;b/facts/a/"]);
  });

  test("the manifest bears the sheet's name and only relative addresses", () => {
    const { assets } = contextWith();
    const manifest: unknown = JSON.parse(
      Buffer.from(manifestFile(ferry, assets).bytes).toString("utf8"),
    );
    expect(manifest).toMatchObject({
      name: ferry.site.title,
      lang: "en",
      start_url: "index.html",
      icons: [{ src: "assets/icon.svg" }, { src: "assets/icon-512.png" }],
    });
  });
});
