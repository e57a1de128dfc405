import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/capture/read-document.ts";
import { matchQuote } from "../../src/quotes/match.ts";
import { fingerprinted } from "../quotes/fingerprinted.ts";
import { MARKDOWN, PAGE, PLAIN, pdfOf, saved } from "./pages.ts";

describe("a saved web page", () => {
  it("gives its article without tags, entities, navigation and scripts", async () => {
    const { text, mediaType } = await readDocument(saved(PAGE, "page.html"));
    expect(mediaType).toBe("text/html");
    expect(text.split("\n\n")[0]).toBe("Keepers’ quarrel");
    expect(text).toContain(
      "“We shall not light the lamp before 1\u00a0May,” said Ada\u00a0Quill, keeper",
    );
    expect(text).toContain("30\u2011day truce, salt & pepper, and");
    expect(text).toContain("if the weather allows it\nand if the ferry");
    expect(text).not.toMatch(/Weather|rights|SCRIPT|headline/);
  });

  it("gives all its text where that is asked for", async () => {
    const { text } = await readDocument(saved(PAGE, "page.html"), { extent: "whole" });
    expect(text).toContain("All rights reserved.");
    expect(text).not.toContain("SCRIPT");
  });

  it("is described by JSON-LD, then OpenGraph, then its head; the date stays in its own time zone", async () => {
    const { metadata } = await readDocument(saved(PAGE, "page.html"));
    expect(metadata).toEqual({
      title: "Keepers’ quarrel & the lamp",
      publisher: "The Wend Gazette",
      author: "Bo Fisher, Una Tern",
      published: "2031-02-03",
      language: "en-GB",
      url: "https://wend.example/news/keepers",
      isArticle: true,
    });
  });

  it("is described by OpenGraph where it has no JSON-LD", async () => {
    const page = PAGE.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, "");
    const { metadata } = await readDocument(saved(page, "page.html"));
    expect(metadata).toMatchObject({
      title: "Keepers quarrel over lamp",
      publisher: "Wend Gazette",
      author: undefined,
      published: "2031-02-02",
    });
  });

  it("tells nothing that it does not say", async () => {
    const { metadata } = await readDocument(
      saved("<body><p>The lamp is out.</p></body>", "a.html"),
    );
    expect(new Set(Object.values(metadata))).toEqual(new Set([undefined, false]));
  });

  it("has the address it was fetched from where it names none, and none that is no web address", async () => {
    const raw = saved("<link rel=canonical href='javascript:alert(1)'><p>The lamp.</p>", "a.html");
    expect((await readDocument(raw)).metadata.url).toBeUndefined();
    const address = "https://wend.example/x";
    expect((await readDocument(raw, { address })).metadata.url).toBe(address);
  });

  it("is decoded in the encoding that it or its server names", async () => {
    const bytes = Uint8Array.from([0x3c, 0x70, 0x3e, 0xeb, 0xe0, 0xec, 0xef, 0xe0]);
    const served = { bytes, contentType: "text/html; charset=windows-1251" };
    expect((await readDocument(served)).text).toBe("лампа");
    const head = new TextEncoder().encode('<meta charset="windows-1251">');
    const own = { bytes: Uint8Array.from([...head, ...bytes]), name: "a.html" };
    expect((await readDocument(own)).text).toBe("лампа");
  });

  it("is refused in bytes that are no text in its encoding", async () => {
    const bytes = Uint8Array.from([0x3c, 0x70, 0x3e, 0xff, 0xe0]);
    await expect(readDocument({ bytes, name: "a.html" })).rejects.toMatchObject({
      code: "unknown-encoding",
    });
  });
});

describe("a text saved by hand", () => {
  it("in Markdown gives what it shows, and what its notes say", async () => {
    const { text, metadata, mediaType } = await readDocument(saved(MARKDOWN, "keepers.txt"));
    expect(mediaType).toBe("text/markdown");
    expect(text).toContain(
      "“We shall not light the lamp before 1 May,” said Ada Quill. The council meets",
    );
    expect(text).not.toContain("https://");
    expect(metadata).toMatchObject({
      title: "Keepers’ quarrel",
      author: "Bo Fisher",
      published: "2031-05-11",
      url: "https://wend.example/news/keepers",
    });
  });

  it("in plain text has no title, and its date note is not part of it", async () => {
    const { text, metadata, mediaType } = await readDocument(saved(PLAIN, "keepers.txt"));
    expect(mediaType).toBe("text/plain");
    expect(text).toMatch(/^UPPER WEND, May 11 — “We shall/);
    expect(metadata).toMatchObject({ title: undefined, published: "2031-05-11", url: undefined });
  });

  it("without words is refused", async () => {
    await expect(readDocument(saved(" \n", "a.txt"))).rejects.toMatchObject({ code: "no-text" });
  });
});

describe("a PDF", () => {
  it("gives its text, in which words broken at line ends can be quoted whole", async () => {
    const bytes = pdfOf(
      ["We shall not light the lamp of the co-", "operative before 1 May."],
      "Keepers",
    );
    const { text, metadata, mediaType } = await readDocument({ bytes });
    expect(mediaType).toBe("application/pdf");
    expect(metadata).toMatchObject({ title: "Keepers", language: "en", published: undefined });
    const fingerprint = fingerprinted(text);
    expect(matchQuote("the lamp of the cooperative before 1 May", fingerprint).kind).toBe(
      "matched",
    );
    expect(matchQuote("the lamp of the co-operative before", fingerprint).kind).toBe("matched");
  });

  it("that is broken is refused", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.4\nnothing of a PDF");
    await expect(readDocument({ bytes })).rejects.toMatchObject({ code: "unreadable-pdf" });
  });
});

describe("a document that is no text", () => {
  const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);

  it.each([
    ["a Word file", text("PK\u0003\u0004"), "an archive, such as a Word"],
    ["an old Word file", bytes(0xd0, 0xcf, 0x11, 0xe0), "an old Word file"],
    ["Rich Text", text("{\\rtf1 The lamp}"), "a Rich Text file"],
    ["a picture", bytes(0xff, 0xd8, 0xff, 0xe0), "a picture"],
    ["a web archive of Safari", text("bplist00"), "a web archive of Safari"],
    [
      "a web archive of other browsers",
      text("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"),
      "a web archive (MHTML)",
    ],
    ["anything else", bytes(0x41, 0, 0x42), "not text"],
  ])("is refused by its name: %s", async (_what, content, message) => {
    await expect(readDocument({ bytes: content, name: "a.txt" })).rejects.toMatchObject({
      code: "foreign-format",
      message: expect.stringContaining(message),
    });
  });

  it("is not one in UTF-16, which has zeros too", async () => {
    const marked = Buffer.from("\ufeffThe lamp", "utf16le");
    expect((await readDocument({ bytes: marked, name: "a.txt" })).text).toBe("The lamp");
  });

  it("of pictures of words, is told as such", async () => {
    await expect(readDocument({ bytes: pdfOf([""], "Scan") })).rejects.toMatchObject({
      code: "no-text",
      hint: expect.stringContaining("pictures of words"),
    });
  });
});
