/** The quick reader of front matter reads what the strict one reads, or nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { cutFrontMatter } from "../../src/content/front-matter.ts";
import { readYamlBlock } from "../../src/content/yaml-block.ts";
import { readYamlQuickly } from "../../src/content/yaml-quick.ts";
import { WEND } from "../support/sheet.ts";

/** The front matter of every file of the fictional sheet. */
const SOUND: readonly string[] = readdirSync(WEND, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) => {
    const cut = cutFrontMatter(path, readFileSync(join(WEND, path), "utf8"));
    return "code" in cut ? [] : [cut.yaml];
  });

/** Pieces of YAML, and text that could be taken for one. */
const PIECES = [
  ..."\n\n\n    -:,#'\"[]{}|>&*!%@`?~=<\\/._\t\r",
  ..."abcxyz019",
  ..."\u0085\u00A0\u2028\u2029\uFEFF\uFFFEé日\u{1F600}",
  ...[
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ": ",
    " #",
    "# ",
    "''",
    '\\"',
    "\\x41",
    "\\u2028",
    "\\\n",
    "|-\n",
    ">+\n",
    "|2\n",
  ],
  ...[
    "key: ",
    "\nkey: ",
    "\nother: ",
    "__proto__: ",
    "constructor: ",
    "<<: ",
    "null",
    "~",
    "no",
    "0777",
    "12:30",
    "1e3",
  ],
  ...[
    "2001-03-04",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "!!str ",
    "[a, b]",
    "{a: b}",
    "? a",
    "- - ",
    "kind: demand\n",
  ],
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(""));

/** The same behind a key, where more of it is sound. */
const afterKey = fc
  .tuple(fc.constantFrom("", "a: ", "a:\n  b: ", "a:\n  - "), soup)
  .map((parts) => parts.join(""));

/** Lines of the plain shapes, in any order and at any depth. */
const plainLines = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "", "  ", "    ", " "),
      fc.constantFrom("", "", "", "- "),
      fc.constantFrom("", "a:", "to:", "constructor:"),
      fc.constantFrom("", " ", "  "),
      fc.oneof(
        soup,
        fc.constantFrom(
          "b",
          "no",
          "b: c",
          "b:c",
          "b#c",
          "“b” (c), d",
          "“b” [c]…",
          "...",
          "b,",
          "[b]",
        ),
        fc.constantFrom(
          "[b, c]",
          "[]",
          '"b"',
          '"b\\"c: #"',
          "'b'",
          "'b''c'",
          "|",
          ">-",
          "|+",
          "(b",
          "b ",
          "--",
        ),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));

/** A sound block with pieces put in, letters taken out or parts doubled. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...SOUND),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom("", ...PIECES)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([yaml, changes]) =>
    changes.reduce((text, [place, taken, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + taken);
    }, yaml),
  );

const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    soup,
    fc.string({ unit: "grapheme" }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom("to", "text", "__proto__"), fc.string()), tie("value"), {
      maxKeys: 3,
    }),
  ),
})).value;

/** A map as YAML in one of the ways to write it. */
const written = fc
  .tuple(
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree, { minKeys: 1, maxKeys: 4 }),
    fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_FOLDED", "BLOCK_LITERAL"),
    fc.constantFrom(20, 80, 0),
  )
  .map(([map, style, lineWidth]) =>
    stringify(map, {
      schema: "failsafe",
      defaultStringType: style as "PLAIN",
      defaultKeyType: "PLAIN",
      lineWidth,
      aliasDuplicateObjects: false,
    }).trimEnd(),
  );

/** Asserts it of one block; tells whether the quick reader took it. */
function readAlike(yaml: string): boolean {
  const quick = readYamlQuickly(yaml);
  if (quick === null) return false;
  const { block, problems } = readYamlBlock("facts/a.md", `---\n${yaml}\n---\n`, yaml, 4);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(JSON.stringify(quick)).toBe(JSON.stringify(block?.value));
  return true;
}

const RUNS = Number(process.env.FUZZ_RUNS ?? 1000);

describe("the quick reader of front matter", () => {
  test("takes every block of the fictional sheet, and reads it as the strict one does", () => {
    expect(SOUND.filter((yaml) => !readAlike(yaml))).toEqual([]);
  });

  test.each([
    ["pieces of YAML thrown together", afterKey],
    ["lines of the plain shapes", plainLines],
    ["a sound block spoilt", spoilt],
    ["a map written in any style", written],
  ] as const)("reads %s alike or not at all", (_name, blocks) => {
    let taken = 0;
    fc.assert(
      fc.property(blocks, (yaml) => {
        if (readAlike(yaml)) taken++;
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(0);
  });

  test.each([
    ["an anchor", "a: &x b"],
    ["an alias", "a: b\nc: *x"],
    ["a tag", "a: !!binary aGk="],
    ["a merge", "a: b\n<<: {c: d}"],
    ["a key twice", "a: b\na: c"],
    ["a second document", "a: b\n---\nc: d"],
    ["a directive", "%YAML 1.1\na: b"],
    ["a tab", "a:\tb"],
    ["a line separator", "a: b\u2028c: d"],
    ["`__proto__`", "__proto__: a"],
    ["a comment", "a: b # c"],
    ["an empty line", "a: |\n  b\n\n  c"],
    ["an escape", 'a: "\\u202E"'],
    ["a list", "- a"],
    ["a text", "a"],
    ["nothing", ""],
  ])("leaves %s to the strict one", (_name, yaml) => {
    expect(readYamlQuickly(yaml)).toBeNull();
  });
});
