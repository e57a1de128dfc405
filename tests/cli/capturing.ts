/** Sheets for tests of `standpoint capture`, and what they look at. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Run } from "../support/command.ts";
import { wendWith } from "../support/sheet.ts";

/** The fictional sheet, and beside it files of these names. */
export function sheetWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  content: Readonly<Record<string, string>> = {},
): string {
  const folder = wendWith(content);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A file of a folder. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A fact with a quote from a source. */
export function fact(quote: string, source: string): string {
  return `---
kind: position
by: upper-wend
issue: oil
stance: opposes
date: 2001-03-02
says: No light before May.
quote:
  text: ${quote}
source: ${source}
---
`;
}

/** Nobody needs to see where in the program a mistake of theirs was noticed. */
export function expectPlainFailure({ status, stderr, stdout }: Run): void {
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^(?:Not captured|error): /);
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
}
