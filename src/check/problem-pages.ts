/** The pages of `docs/problems/`, read for terminals and for other programs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isProblemCode, PROBLEM_CODES, type ProblemCode } from "../content/problem-codes.ts";

/** A problem's page. */
export interface ProblemPage {
  readonly code: ProblemCode;
  /** The page itself. */
  readonly markdown: string;
  /** What the code means, as plain text. */
  readonly meaning: string;
}

/** All codes, in the order of the list. */
export function problemCodes(): readonly ProblemCode[] {
  return Object.keys(PROBLEM_CODES).filter(isProblemCode);
}

/** Reads the page of a code. */
export function readProblemPage(packageFolder: string, code: ProblemCode): ProblemPage {
  const file = join(packageFolder, "docs/problems", `${code}.md`);
  const markdown = readFileSync(file, "utf8").replace(/\r\n/g, "\n");
  const [, , ...rest] = beforeHeadings(markdown).split("\n\n");
  return { code, markdown, meaning: plain(rest.join("\n\n")).trim() };
}

function beforeHeadings(markdown: string): string {
  const heading = markdown.indexOf("\n## ");
  return heading < 0 ? markdown : markdown.slice(0, heading);
}

/** The first sentence of what a code means, on one line. */
export function firstSentence({ meaning }: ProblemPage): string {
  const text = meaning.replace(/\s+/g, " ");
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, ".") ?? text;
}

/** The whole page as plain text: examples indented, headings without marks. */
export function plainPage({ code, markdown }: ProblemPage): string {
  const lines = markdown.replace(/^# .*\n+\*\*[^\n]*(?:\n[^\n]+)*\n+/, "").split("\n");
  const head = `${code} (${PROBLEM_CODES[code]})\n\n`;
  return `${head}${plainLines(lines).join("\n").trim()}\n`;
}

/** Lines of Markdown as plain ones. A fence `md wrong facts/a.md` becomes the line `facts/a.md:`. */
function plainLines(lines: readonly string[]): string[] {
  const written: string[] = [];
  let isExample = false;
  for (const line of lines) {
    const fence = /^```(?:(?:\w+ )?(?:wrong|right|published) )?(.*)$/.exec(line);
    if (fence) {
      isExample = !isExample;
      if (isExample && fence[1]?.includes(".")) written.push(`${fence[1]}:`, "");
    } else written.push(isExample ? indented(line) : plain(line.replace(/^## /, "")));
  }
  return written;
}

function indented(line: string): string {
  return line === "" ? "" : `    ${line}`;
}

/** Without emphasis, code marks and the addresses of links. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll("**", "")
    .replaceAll("`", "");
}
