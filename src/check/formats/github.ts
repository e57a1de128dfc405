/** Problems as workflow commands, which GitHub shows as annotations beside the lines of a change. */
import type { Problem } from "../../content/problem.ts";

/** One command a line; empty where nothing is wrong. */
export function formatGithub(problems: readonly Problem[]): string {
  return problems.map((problem) => `${annotation(problem)}\n`).join("");
}

function annotation({ place, code, severity, message, hint }: Problem): string {
  const properties = {
    file: place.path,
    line: place.line,
    endLine: place.line,
    col: place.column,
    endColumn: place.column + place.length,
    title: code,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  const text = hint === "" ? `${message}.` : `${message}.\n${hint}`;
  return `::${severity} ${written.join(",")}::${escapeData(text)}`;
}

/** A line end would end the command, and what follows could be a command of a stranger's. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
