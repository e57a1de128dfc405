/** Of an editor's file only the values change that are set; everything else stays to the byte. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSourceFile, updateSourceFile } from "../../src/capture/source-file.ts";

const FILE = `---
# ours
title: 'It''s'   # as printed
published: 2031-05-11 # by the note
fingerprint: >-
  sp1:1:AAAAAA
  BBBBBBCCCCCC

# at the end
origin: other
---
Body --- with hyphens.

---
`;

function update(file: string, fields: Parameters<typeof updateSourceFile>[1]): string {
  return updateSourceFile(readSourceFile(file), fields);
}

describe("a source file that is changed", () => {
  it("keeps comments, body and all other lines", () => {
    expect(update(FILE, { fingerprint: "sp1:2:X", url: "https://wend.example/" })).toBe(`---
# ours
title: 'It''s'   # as printed
published: 2031-05-11 # by the note
url: https://wend.example/
fingerprint: sp1:2:X

# at the end
origin: other
---
Body --- with hyphens.

---
`);
  });

  it("keeps the comment after a value that is replaced", () => {
    expect(update(FILE, { published: "2031-05-12" })).toContain(
      "published: 2031-05-12 # by the note\n",
    );
  });

  it.each([
    ["plain on several lines", "title: One\n  and two\ntype: post\n"],
    ["in double quotation marks", 'title: "One:\n  two"\ntype: post\n'],
    ["literal", "title: |\n  One\n  two\ntype: post\n"],
    ["empty", "title:\ntype: post\n"],
    ["empty with a comment", "title: # none\ntype: post\n"],
    ["of a key in quotation marks", '"title": One\ntype: post\n'],
    ["the last one", "type: post\ntitle: One\n"],
    ["not there", "type: post\n"],
    ["not there, of a file without any", ""],
  ])("whose value is written %s has the new one in its place", (_how, yaml) => {
    const updated = update(`---\n${yaml}---\nBody\n`, { title: "New: “title”" });
    const [, front = "", body] = updated.split("---\n");
    expect(parse(front)).toEqual({
      title: "New: “title”",
      ...(yaml === "" ? {} : { type: "post" }),
    });
    expect(body).toBe("Body\n");
    expect(front.split("\n")).toHaveLength(yaml === "" ? 2 : 3);
  });

  it("keeps its line ends", () => {
    expect(update("---\r\ntitle: One\r\n---\r\nBody\r\n", { type: "post" })).toBe(
      "---\r\ntitle: One\r\ntype: post\r\n---\r\nBody\r\n",
    );
  });

  it("is the same where nothing is set", () => {
    expect(update(FILE, {})).toBe(FILE);
  });

  it.each([
    ["without front matter", "Text.\n"],
    ["that is not closed", "---\ntitle: One\n"],
    ["that is no YAML", "---\ntitle: [\n---\n"],
    ["with a key twice", "---\ntitle: One\ntitle: Two\n---\n"],
    ["in braces", "---\n{ title: One }\n---\n"],
  ])("%s is refused", (_what, file) => {
    expect(() => readSourceFile(file)).toThrow(expect.objectContaining({ code: "front-matter" }));
  });
});
