/** Parses front matter against its schema and turns what zod reports into problems an editor can act on. */
import type { z } from "zod";
import { dateHint, idHint } from "./hints.ts";
import { MAX_PROBLEMS_OF_FILE } from "./limits.ts";
import { type Problem, problem } from "./problem.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { didYouMean } from "./suggest.ts";
import type { KeyPath, YamlBlock } from "./yaml-block.ts";

/** What the schema of one file needs beside itself. */
export interface RecordSchema<Output> {
  readonly schema: z.ZodType<Output>;
  /** The keys it knows at its top level. */
  readonly keys: readonly string[];
  /** For a key it does not know: where that key does belong, or empty. */
  readonly homeOf: (key: string) => string;
}

/** The parsed value, or `null` and the reasons. */
export type ParsedRecord<Output> =
  | { readonly value: Output; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

/** Parses one block of front matter. All faults of the block are reported at once. */
export function parseRecord<Output>(
  block: YamlBlock,
  { schema, keys, homeOf }: RecordSchema<Output>,
): ParsedRecord<Output> {
  const result = schema.safeParse(block.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues
    .slice(0, MAX_PROBLEMS_OF_FILE)
    .flatMap((issue) => toProblems(issue, [], block, keys, homeOf));
  return { value: null, problems: withoutMisspelt(oncePerPlace(problems), keys) };
}

/** A value that is empty is told so once, whatever else it therefore is not. */
function oncePerPlace(problems: readonly Problem[]): Problem[] {
  const key = ({ code, place }: Problem): string => `${code} ${place.line}:${place.column}`;
  return problems.filter(
    (problem, index) =>
      problem.code !== "empty-value" ||
      problems.findIndex((other) => key(other) === key(problem)) === index,
  );
}

/** A key that is missing because it is misspelt is told once, as misspelt. */
function withoutMisspelt(problems: readonly Problem[], keys: readonly string[]): Problem[] {
  const meant = problems
    .filter(({ code }) => code === "unknown-key")
    .map(({ hint }) => keys.find((key) => hint === didYouMean(key, [key])) ?? "");
  return problems.filter(
    ({ code, message }) =>
      code !== "missing-key" || !meant.some((key) => key && message.startsWith(`"${key}" `)),
  );
}

function toProblems(
  issue: z.core.$ZodIssue,
  parents: KeyPath,
  block: YamlBlock,
  keys: readonly string[],
  homeOf: (key: string) => string,
): Problem[] {
  const path = [
    ...parents,
    ...issue.path.map((part) => (typeof part === "number" ? part : String(part))),
  ];
  const name = path.filter((part) => typeof part === "string").join(".");
  const value = valueAt(block.value, path);
  if (value === "" && issue.code !== "unrecognized_keys") return [empty(path, name, block)];
  const report = (code: ProblemCode, message: string, hint = ""): Problem[] => [
    problem(code, block.locate(path), message, hint),
  ];

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys
        .slice(0, MAX_PROBLEMS_OF_FILE)
        .map((key) =>
          unknownKey([...path, key], key, block, path.length === 0 ? keys : [], homeOf),
        );
    case "invalid_union": {
      const branch = Array.isArray(value) ? issue.errors.at(-1) : issue.errors[0];
      return (branch ?? [])
        .slice(0, MAX_PROBLEMS_OF_FILE)
        .flatMap((inner) => toProblems(inner, path, block, keys, homeOf));
    }
    case "custom":
      if (issue.params?.standpoint === "impossible-date") {
        return report(
          "impossible-date",
          `"${String(value)}" is not a date`,
          dateHint(String(value)),
        );
      }
      return report("invalid-value", `${name} "${String(value)}" ${issue.message}`);
    case "invalid_value": {
      if (value === undefined) return [missing(path, name, block)];
      const allowed = issue.values.map(String);
      if (typeof value !== "string") {
        return report("wrong-type", `${name} should be one word`, typeHint("string", name));
      }
      return report("unknown-value", `"${value}" is not a ${name}`, didYouMean(value, allowed));
    }
    case "invalid_type":
      if (value === undefined) return [missing(path, name, block)];
      return report(
        "wrong-type",
        `${name} should be ${kindOf(issue.expected)}, not ${describe(value)}`,
        typeHint(issue.expected, path.at(-1) ?? ""),
      );
    case "too_small":
      return [empty(path, name, block)];
    case "invalid_format": {
      const hint = issue.message.startsWith("is not an id") ? idHint(String(value)) : "";
      return report("invalid-value", `${name} "${String(value)}" ${issue.message}`, hint);
    }
    default:
      return report("invalid-value", `${name} "${String(value)}" ${issue.message}`);
  }
}

function unknownKey(
  path: KeyPath,
  key: string,
  block: YamlBlock,
  keys: readonly string[],
  homeOf: (key: string) => string,
): Problem {
  const home = homeOf(key);
  const place = block.locateKey(path);
  if (home)
    return problem(
      "misplaced-key",
      place,
      `"${key}" does not belong here`,
      `It is a key of ${home}.`,
    );
  return problem("unknown-key", place, `"${key}" is not a known key`, didYouMean(key, keys));
}

function missing(path: KeyPath, name: string, block: YamlBlock): Problem {
  const place = path.length > 1 ? block.locateKey(path.slice(0, -1)) : block.locate([]);
  return problem("missing-key", place, `"${name}" is missing`, `Add a line "${path.at(-1)}: …".`);
}

function empty(path: KeyPath, name: string, block: YamlBlock): Problem {
  const hint = "Give it a value; a key that may be left out may also be taken out.";
  return problem("empty-value", block.locate(path), `${name} is empty`, hint);
}

function typeHint(expected: string, key: string | number): string {
  if (expected === "array")
    return `Write ${key}: [one, two], or one "- item" a line below the key.`;
  if (expected === "object")
    return "Write its keys below it, each on a line of its own, indented by two spaces.";
  return `Write ${key}: and then the text on the same line.`;
}

function valueAt(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    root,
  );
}

function kindOf(expected: string): string {
  if (expected === "array") return "a list";
  if (expected === "object" || expected === "record") return "a group of keys";
  return "text";
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a group of keys" : "text";
}
