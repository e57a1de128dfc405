/** Where a file stops being UTF-8. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readText } from "../../src/content/text.ts";
import { temporaryFolder } from "../support/sheet.ts";

describe("bytes that are no UTF-8", () => {
  test("are told at the line and column of the first of them", () => {
    expect(told(Buffer.from("one\ntw\u00f6\n", "latin1"))).toBe("2:3 invalid-utf8");
  });

  test("are counted without the byte order mark, and with line ends of Windows as one", () => {
    const start = Buffer.from("\uFEFFone\r\ntwo\r\n");
    expect(told(Buffer.concat([start, Buffer.from([0x61, 0xff])]))).toBe("3:2 invalid-utf8");
  });

  test("are not mistaken for the mark that stands for such bytes", () => {
    const start = Buffer.from("a \uFFFD and \uFFFD\n");
    expect(told(Buffer.concat([start, Buffer.from([0xe4, 0x62])]))).toBe("2:1 invalid-utf8");
  });

  test.each([
    ["with", "\uFEFFkind: position"],
    ["without", "kind: position"],
  ])("are called UTF-16 %s a byte order mark", (_, text) => {
    expect(outcomeOf(Buffer.from(text, "utf16le"))).toMatchObject({
      code: "invalid-utf8",
      message: "is UTF-16, not UTF-8",
    });
  });
});

function outcomeOf(bytes: Buffer) {
  const absolute = join(temporaryFolder(), "x.md");
  writeFileSync(absolute, bytes);
  const file = { absolute, path: "x.md", inContent: "facts/x.md" };
  return readText(file, { size: bytes.length });
}

function told(bytes: Buffer): string {
  const outcome = outcomeOf(bytes);
  if (!("code" in outcome)) return "nothing";
  return `${outcome.place.line}:${outcome.place.column} ${outcome.code}`;
}
