/** Throws made-up files at the reader: bytes, pieces of YAML, and sound files spoilt. */
import { lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { formatProblem, PLAIN } from "../../src/check/format-problem.ts";
import { assembleContent } from "../../src/content/assemble.ts";
import { CONTROL_CHARACTER } from "../../src/content/honest-text.ts";
import { parseFile } from "../../src/content/parse-file.ts";
import type { Problem } from "../../src/content/problem.ts";
import { readText } from "../../src/content/text.ts";
import { createMarkdown } from "../../src/render/markdown.ts";

/** What a run of the fuzzer saw. */
export interface FuzzResult {
  readonly inputs: number;
  /** The most that one input took, in milliseconds of the processor, whatever else the machine did. */
  readonly longest: number;
  /** The most memory in use after an input, in bytes. */
  readonly memory: number;
  /** How many inputs were read without a problem. */
  readonly sound: number;
  /** How often each problem was told. */
  readonly codes: ReadonlyMap<string, number>;
}

const COLLECTIONS = ["facts", "actors", "issues", "sources", "pages"];

const PIECES = [
  ..."\n\n\n    -:,#'\"[]{}|>&*!%@`?~=<\\/._\t\r",
  ..."abcxyz019",
  ..."\u0000\u001B\u0085\u00A0\u200B\u200D\u2028\u202E\u2066\uFEFF\uFFFE\uFFFDé\u0301日\u{1F600}\u{E0041}",
  ...[
    "---\n",
    "\n---\n",
    "\n  ",
    "\n    ",
    "\n- ",
    ": ",
    " #",
    "''",
    '\\"',
    "\\x41",
    "\\u202e",
    "|-\n",
    ">+\n",
  ],
  ...[
    "kind: demand\n",
    "says: ",
    "\nquote:\n  text: ",
    "\nby: ",
    "\nto: [",
    "__proto__: ",
    "<<: ",
    "&a ",
    "*a",
    "!!js ",
  ],
  ...[
    "2001-02-30",
    "../2001",
    "[[[[[[[[",
    "{{{{{{{{",
    "- - - - ",
    "? ? ",
    "**a ",
    "[a](",
    "![a](",
    "> > > ",
    "| a | b |\n|-|-|\n",
    "&#x202E;",
    "[^1]",
    "[^1]: ",
    "<script>",
    "`` ` ",
  ],
];

const spoiltFrom = (sound: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...sound),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(6),
          fc.constantFrom("", ...PIECES),
          fc.constantFrom(1, 1, 1, 1, 1, 20, 2000),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((changed, [place, taken, put, times]) => {
        const at = place % (changed.length + 1);
        return changed.slice(0, at) + put.repeat(times) + changed.slice(at + taken);
      }, text),
    );

const soup = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 50)), {
    maxLength: 60,
  })
  .map((parts) => `---\n${parts.map(([piece, times]) => piece.repeat(times)).join("")}`);

const asBytes = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  texts.map((text) => Buffer.from(text));

/**
 * Reads made-up files one after the other.
 * @param sound a folder of sound content, whose files are spoilt.
 * @param folder an empty folder to work in.
 * @throws the input, shrunk, for which reading threw, told a place outside the file, or printed
 *   what a terminal obeys.
 */
export function fuzzReader(runs: number, seed: number, sound: string, folder: string): FuzzResult {
  const texts = readdirSync(sound, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => readFileSync(join(sound, path), "utf8"));
  const inputs = fc.oneof(
    { weight: 6, arbitrary: asBytes(spoiltFrom(texts)) },
    { weight: 3, arbitrary: asBytes(soup) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  );
  const codes = new Map<string, number>();
  const tally = { inputs: 0, longest: 0, memory: 0, sound: 0 };
  const markdown = createMarkdown();
  const absolute = join(folder, "input.md");

  fc.assert(
    fc.property(inputs, fc.constantFrom(...COLLECTIONS), (bytes, collection) => {
      writeFileSync(absolute, bytes);
      const path = `${collection}/input.md`;
      const begun = process.cpuUsage();
      const problems = readOne(path);
      const { user, system } = process.cpuUsage(begun);
      tally.longest = Math.max(tally.longest, (user + system) / 1000);
      tally.inputs++;
      if (problems.length === 0) tally.sound++;
      for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (tally.inputs % 500 === 0)
        tally.memory = Math.max(tally.memory, process.memoryUsage().rss);
    }),
    { numRuns: runs, seed, reporter: reportShortly },
  );
  return { ...tally, codes };

  function readOne(path: string): readonly Problem[] {
    const text = readText({ absolute, path, inContent: path }, lstatSync(absolute));
    if ("code" in text) return checked([text]);
    const parsed = parseFile(text);
    const content = assembleContent(
      { files: [parsed], refused: [], images: [] },
      () => text.text,
    ).content;
    if (parsed.record) {
      markdown(parsed.record.body, 2);
      content.locate(parsed.record, ["quote", "text"]);
    }
    return checked(content.problems);
  }
}

/** The smallest input that fails, readable: its bytes as a text, and only its beginning. */
function reportShortly(outcome: fc.RunDetails<[Uint8Array, string]>): void {
  if (!outcome.failed) return;
  const [bytes = new Uint8Array(), collection = ""] = outcome.counterexample ?? [];
  const text = JSON.stringify(Buffer.from(bytes).toString("utf8"));
  const cause = outcome.errorInstance instanceof Error ? outcome.errorInstance.stack : "";
  throw new Error(
    `seed ${outcome.seed}, input ${outcome.numRuns} in ${collection}, ${bytes.length} bytes: ${text.slice(0, 600)}…${text.slice(-300)}\n${cause?.slice(0, 1500)}`,
  );
}

/** The problems, if each has its place in the file and can be printed. */
function checked(problems: readonly Problem[]): readonly Problem[] {
  for (const problem of problems) {
    const { line, column, text } = problem.place;
    const lines = text.split("\n");
    if (line < 1 || column < 1 || line > Math.max(1, lines.length)) throw new Error("no such line");
    if (text !== "" && column > (lines[line - 1] ?? "").length + 1)
      throw new Error("no such column");
    const printed = formatProblem(problem, PLAIN).replace(/[\t\n]/g, "");
    if (CONTROL_CHARACTER.test(printed)) {
      throw new Error("prints what a terminal obeys");
    }
  }
  return problems;
}
