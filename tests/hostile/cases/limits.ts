/** What is nested too deep, or is too much. */
import { block, fact, type HostileCase, refused } from "../case.ts";

const bomb = [
  "a: &a [x, x, x, x, x, x, x, x]",
  ...Array.from({ length: 20 }, (_, at) => {
    const before = at === 0 ? "*a" : `*b${at - 1}`;
    return `b${at}: &b${at} [${before}, ${before}, ${before}, ${before}]`;
  }),
].join("\n");

/** All of these are refused before they can cost time or memory. */
export const limitCases: readonly HostileCase[] = [
  refused(
    "alias bomb",
    "aliases do not multiply",
    block(bomb),
    ...Array.from({ length: 20 }, () => "invalid-yaml"),
  ),
  refused(
    "brackets nested deep",
    "nesting is bounded before anything is parsed",
    fact("[".repeat(100_000)),
    "file-too-large",
  ),
  refused(
    "brackets nested within the size",
    "nesting is bounded before anything is parsed",
    fact("[".repeat(10_000)),
    "invalid-yaml",
  ),
  refused(
    "braces nested",
    "nesting is bounded before anything is parsed",
    fact("{a: ".repeat(1_000)),
    "invalid-yaml",
  ),
  refused(
    "lists nested on a line",
    "nesting is bounded before anything is parsed",
    fact(`\n  ${"- ".repeat(1_000)}x`),
    "invalid-yaml",
  ),
  refused(
    "explicit keys nested",
    "nesting is bounded before anything is parsed",
    block(`${"? ".repeat(1_000)}x`),
    "invalid-yaml",
  ),
  refused(
    "groups nested by lines",
    "nesting is bounded before anything is parsed",
    block(Array.from({ length: 100 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")),
    "invalid-yaml",
  ),
  refused(
    "colons in a row",
    "a parser is not led down colon by colon",
    fact("A bell rang.", "", `quote:\n  ${"a: ".repeat(2_000)}text: lamps\n`),
    "invalid-yaml",
  ),
  refused(
    "very many keys",
    "a block of many keys is refused without being parsed",
    block(Array.from({ length: 3_000 }, (_, at) => `k${at}: a`).join("\n")),
    "file-too-large",
  ),
  refused(
    "many keys on a line",
    "a line of very many keys is refused without being parsed",
    block(`kind: event\na: {${Array.from({ length: 5_000 }, (_, at) => `k${at}: a`).join(", ")}}`),
    "invalid-yaml",
  ),
  refused(
    "a value of a megabyte",
    "a value is bounded",
    fact("a ".repeat(500_000)),
    "file-too-large",
  ),
  refused(
    "a body of a hundred thousand letters",
    "a body is bounded",
    fact("A bell rang.", "a ".repeat(50_000)),
    "file-too-large",
  ),
  refused(
    "wrong items by the thousand",
    "only the first of very many faults are told",
    fact("A bell rang.", "", `involves:\n${"  - X Y\n".repeat(1_500)}`),
    ...Array.from({ length: 20 }, () => "invalid-value"),
  ),
];
