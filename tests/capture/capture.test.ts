import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { capture } from "../../src/capture/capture.ts";
import { markedOut } from "../../src/quotes/differences.ts";
import { MARKDOWN, PAGE, PLAIN, saved } from "./pages.ts";

/** A source file without its fingerprint's own characters. */
function readable(markdown: string): string {
  return markdown.replace(/sp1:(\d+):[\w-]+/, "sp1:$1:…");
}

describe("capturing a document for the first time", () => {
  it("writes a source file of what the document says of itself", async () => {
    const { sourceMarkdown, report } = await capture(saved(PAGE, "page.html"), {
      today: "2031-02-05",
      fields: { accessed: "2031-02-04" },
    });
    expect(readable(sourceMarkdown)).toBe(`---
title: Keepers’ quarrel & the lamp
publisher: The Wend Gazette
author: Bo Fisher, Una Tern
published: 2031-02-03
accessed: 2031-02-04
url: https://wend.example/news/keepers
language: en-GB
type: article-newspaper
fingerprint: sp1:100:…
---
`);
    expect(report).toMatchObject({ outcome: "new", missing: [], changes: undefined, words: 100 });
  });

  it("invents neither title, date nor address, and tells that they are missing", async () => {
    const plain = saved("The lamp is out, said Ada Quill.", "a.txt");
    const { sourceMarkdown, report } = await capture(plain, { today: "2031-02-04" });
    expect(parse(sourceMarkdown.split("---\n")[1] ?? "")).toMatchObject({
      title: "[untitled]",
      published: "../2031-02-04",
      type: "webpage",
    });
    expect(sourceMarkdown).not.toMatch(/url:|accessed:|publisher:|language:/);
    expect(report.missing).toEqual(["title", "publisher", "published", "url", "language", "type"]);
  });

  it("takes the editor's word before the document's", async () => {
    const fields = { title: "[Ours]", type: "speech", archived: "https://archive.example/1" };
    const { sourceMarkdown } = await capture(saved(MARKDOWN, "a.md"), { fields });
    expect(parse(sourceMarkdown.split("---\n")[1] ?? "")).toMatchObject(fields);
  });

  it("keeps the full text apart from the source file", async () => {
    const { sourceMarkdown, snapshotText } = await capture(saved(PLAIN, "a.txt"));
    expect(snapshotText).toContain("fairy tale");
    expect(sourceMarkdown).not.toContain("fairy");
  });
});

describe("capturing a document again", () => {
  const previous = `---
# checked by hand
title: "[Keepers quarrel]"   # ours
published: 2031-05-11
type: article-newspaper
fingerprint: sp1:1:AAAAAABBBBBB
  CCCCCC
origin: wend-agency
---
A report of the agency.

---
`;

  it("changes the fingerprint, adds what was missing, and leaves every other line", async () => {
    const { sourceMarkdown, report } = await capture(saved(MARKDOWN, "a.md"), {
      previous: { sourceMarkdown: previous },
    });
    expect(readable(sourceMarkdown)).toBe(`---
# checked by hand
title: "[Keepers quarrel]"   # ours
author: Bo Fisher
published: 2031-05-11
url: https://wend.example/news/keepers
type: article-newspaper
fingerprint: sp1:25:…
origin: wend-agency
---
A report of the agency.

---
`);
    expect(report.outcome).toBe("changed");
  });

  it("a second time changes nothing", async () => {
    const raw = saved(MARKDOWN, "a.md");
    const first = await capture(raw, { previous: { sourceMarkdown: previous } });
    const second = await capture(raw, { previous: first });
    expect(second.sourceMarkdown).toBe(first.sourceMarkdown);
    expect(second.report).toMatchObject({ outcome: "unchanged", changes: [] });
  });

  it("tells which words changed, and not which marks are only drawn otherwise", async () => {
    const before = await capture(saved(PLAIN, "a.txt"));
    const edited = PLAIN.replace("shall not", "shall")
      .replace(" a fairy tale", " nonsense")
      .replace("“", '"');
    const { report } = await capture(saved(edited, "a.txt"), { previous: before });
    expect(report.changes?.map(markedOut)).toEqual([
      '11 — "We shall [-not-] light the lamp,”',
      "Tom Marl called that [-a fairy tale-] {+nonsense+}.",
    ]);
  });

  it("takes changes that are near each other for one", async () => {
    const before = await capture(saved(PLAIN, "a.txt"));
    const edited = PLAIN.replace("We shall not light", "We will not burn");
    const { report } = await capture(saved(edited, "a.txt"), { previous: before });
    expect(report.changes?.map(markedOut)).toEqual([
      "May 11 — “We [-shall-] {+will+} not [-light-] {+burn+} the lamp,” said",
    ]);
  });

  it("shows nothing of a text that was written anew from beginning to end but what it was and is", async () => {
    const before = await capture(saved("One two three.", "a.txt"));
    const { report } = await capture(saved("Four five", "a.txt"), { previous: before });
    expect(report.changes?.map(markedOut)).toEqual(["[-One two three.-] {+Four five+}"]);
  });

  it("keeps the editor's values and tells which the document has otherwise, but not of titles in brackets", async () => {
    const { report } = await capture(saved(MARKDOWN, "a.md"), {
      previous: { sourceMarkdown: previous.replace("2031-05-11", "2031-05-10") },
    });
    expect(report.kept).toEqual([
      { key: "published", inFile: "2031-05-10", inDocument: "2031-05-11" },
    ]);
  });

  it("replaces what an earlier capture could not tell", async () => {
    const first = await capture(saved("The lamp is out.", "a.txt"), { today: "2031-06-01" });
    const { sourceMarkdown } = await capture(saved(MARKDOWN, "a.md"), { previous: first });
    expect(sourceMarkdown).toContain("title: Keepers’ quarrel\n");
  });

  it.each([
    ["without front matter", "Just text.\n"],
    ["with broken front matter", "---\ntitle: [\n---\n"],
  ])("into a source file %s is refused", async (_what, sourceMarkdown) => {
    const again = capture(saved(PLAIN, "a.txt"), { previous: { sourceMarkdown } });
    await expect(again).rejects.toMatchObject({ code: "front-matter" });
  });
});
