/** Problems as SARIF 2.1.0, which services that review code read. */
import type { Problem } from "../../content/problem.ts";
import { PROBLEM_CODES } from "../../content/problem-codes.ts";
import { firstSentence, type ProblemPage, plainPage } from "../problem-pages.ts";

/**
 * One SARIF log as text, two spaces to a level, with a line end. Every code is a rule of it, with what its
 * page says for help.
 * @param version of the tool
 */
export function formatSarif(
  problems: readonly Problem[],
  pages: readonly ProblemPage[],
  version: string,
): string {
  const ruleIndex = new Map(pages.map(({ code }, index) => [code, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Standpoint", version, rules: pages.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => resultOf(problem, ruleIndex.get(problem.code) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(page: ProblemPage): object {
  return {
    id: page.code,
    shortDescription: { text: firstSentence(page) },
    fullDescription: { text: page.meaning },
    help: { text: plainPage(page), markdown: page.markdown },
    defaultConfiguration: { level: PROBLEM_CODES[page.code] },
  };
}

function resultOf({ code, severity, place, message, hint }: Problem, ruleIndex: number): object {
  const { path, line, column, length } = place;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === "" ? `${message}.` : `${message}. ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: path.split("/").map(encodeURIComponent).join("/"),
            uriBaseId: "%SRCROOT%",
          },
          region: { startLine: line, startColumn: column, endColumn: column + length },
        },
      },
    ],
  };
}
