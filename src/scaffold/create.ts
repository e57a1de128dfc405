/** Writes a new file and has the sheet checked before anything is said to be done. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkFolder } from "../check/check.ts";
import { nameOf } from "../content/files.ts";
import { hasErrors, type Problem } from "../content/problem.ts";
import type { ProblemCode } from "../content/problem-codes.ts";

/** A file to be written. All folders are absolute. */
export interface NewFile {
  readonly contentFolder: string;
  readonly workingFolder: string;
  /** Relative to the content folder, with forward slashes. */
  readonly inContent: string;
  readonly text: string;
}

/** What came of it. */
export interface Created {
  /** The file as messages name it. */
  readonly path: string;
  /** Keys that stand there without a value, and `text below` for a body that must not be empty. */
  readonly toFill: readonly string[];
  /** What else is wrong with the file, and warnings about it. */
  readonly problems: readonly Problem[];
  /** How many errors other files have. */
  readonly errorsElsewhere: number;
}

/** A file that no other names yet is not wrong: it was written a moment ago. */
const EXPECTED: readonly ProblemCode[] = ["unused-actor", "unused-issue", "unused-source"];

/** What is still to be filled in, and no mistake. */
const UNFILLED: readonly ProblemCode[] = ["empty-value", "missing-key", "empty-body"];

/**
 * Writes the file and checks the sheet with it.
 * @throws the file system's error `EEXIST` if the file is there: nothing is overwritten.
 */
export function createFile({ contentFolder, workingFolder, inContent, text }: NewFile): Created {
  const absolute = join(contentFolder, inContent);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text, { flag: "wx" });
  const path = nameOf(absolute, workingFolder);
  const { problems } = checkFolder(contentFolder, workingFolder);
  const own = problems.filter(({ place }) => place.path === path);
  const unfilled = own.filter(({ code }) => UNFILLED.includes(code));
  return {
    path,
    toFill: unfilled.map(({ code, message }) =>
      code === "empty-body" ? "the text below the keys" : (message.match(/^[\w".]+/)?.[0] ?? ""),
    ),
    problems: own.filter(({ code }) => !UNFILLED.includes(code) && !EXPECTED.includes(code)),
    errorsElsewhere: problems.filter(
      (problem) => problem.place.path !== path && hasErrors([problem]),
    ).length,
  };
}
