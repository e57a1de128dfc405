/** Small sheets for tests: the fictional quarrel of Wend Point, with files changed, added or taken out. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import type { Editorial } from "../../src/check/editorial/editorial.ts";
import type { Problem } from "../../src/content/problem.ts";

/** The checkout's own folder. */
export const PROJECT_FOLDER: string = resolve(import.meta.dirname, "../..");
/** The content of the fictional sheet. */
export const WEND: string = join(PROJECT_FOLDER, "tests/golden/wend/content");

/** A sound fact for the fictional sheet. Tests make mistakes in it, and count its lines and columns. */
export const POSITION = `---
kind: position
by: upper-wend
issue: oil
stance: opposes
date: 2001-03-02
says: Each island should buy its own oil.
source: wend-gazette
---
`;

/** A new empty folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the fictional sheet in `<new folder>/content`; a file given as `null` is taken out. Returns the new folder. */
export function wendWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  cpSync(WEND, content, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    const absolute = join(content, path);
    mkdirSync(dirname(absolute), { recursive: true });
    if (text === null) rmSync(absolute);
    else writeFileSync(absolute, text);
  }
  return folder;
}

/** Problems of a changed sheet as `path:line:column code`, without the `content/` before the path; editorial warnings where asked for. */
export function problemsOf(
  changes: Readonly<Record<string, string | null>>,
  editorial?: Editorial,
): string[] {
  const folder = wendWith(changes);
  const aids = editorial === undefined ? {} : { editorial };
  return checkFolder(join(folder, "content"), folder, aids).problems.map(placeAndCode);
}

/** A problem without its words. */
export function placeAndCode({ place, code }: Problem): string {
  return `${place.path.replace(/^content\//, "")}:${place.line}:${place.column} ${code}`;
}
