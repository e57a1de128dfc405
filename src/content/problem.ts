/** A problem in the content: what, where, and what to do about it. Problems are collected, never thrown. */
import { compareText } from "./dates.ts";
import { PROBLEM_CODES, type ProblemCode, type Severity } from "./problem-codes.ts";

/** A place in a file. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  /** The file as messages name it: relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** How many characters from there are at fault; at least 1, never past the line's end. */
  readonly length: number;
}

/** A place and its file's text, so that the message can show the line. */
export interface LocatedText extends Place {
  /** The whole file, or empty when it cannot be shown. */
  readonly text: string;
}

/** One problem. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly place: LocatedText;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, or empty. */
  readonly hint: string;
}

/** The place of a problem with a file as a whole, of which no line is shown. */
export function wholeFile(path: string): LocatedText {
  return { path, line: 1, column: 1, length: 1, text: "" };
}

/** Where the line begins in which an offset lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The place of a part of a file's text, cut off at the end of its first line. */
export function placeAt(path: string, text: string, offset: number, length: number): LocatedText {
  const start = lineStart(text, offset);
  const lineEnd = text.indexOf("\n", offset);
  const rest = (lineEnd < 0 ? text.length : lineEnd) - offset;
  return {
    path,
    text,
    line: text.slice(0, start).split("\n").length,
    column: offset - start + 1,
    length: Math.max(1, Math.min(length, rest)),
  };
}

/** Makes a problem; its severity is its code's. */
export function problem(
  code: ProblemCode,
  place: LocatedText,
  message: string,
  hint = "",
): Problem {
  return { code, severity: PROBLEM_CODES[code], place, message, hint };
}

/** Problems in reading order: by path, line, column, code. The same list whatever the order of files. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.place.path, b.place.path) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Whether any of the problems stops the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
