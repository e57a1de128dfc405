/** Cuts a content file into front matter and body, and refuses front matter in any language but YAML. */
import matter from "gray-matter";
import { type LocatedText, type Problem, problem } from "./problem.ts";

/** A file cut at its delimiters. */
export interface CutFile {
  /** The YAML between the delimiters. */
  readonly yaml: string;
  /** Offset of the YAML in the file's text. */
  readonly yamlOffset: number;
  /** The Markdown below, trimmed. */
  readonly body: string;
  /** Line of the closing delimiter, from 1. */
  readonly closingLine: number;
}

/** gray-matter evaluates nothing here: the only engine it is given returns no data and reads none. */
const NO_ENGINES = { yaml: { parse: () => ({}), stringify: () => "" } };

/**
 * Cuts a file's text. The delimiters are checked here before gray-matter sees them, since it
 * accepts an unclosed block, takes `---more` for an end and runs what follows `---js`.
 * @param text the file, with `\n` line ends and no byte order mark.
 */
export function cutFrontMatter(path: string, text: string): CutFile | Problem {
  const lines = text.split("\n");
  const first = lines[0] ?? "";
  const at = (line: number, length: number): LocatedText => ({
    path,
    line,
    column: 1,
    length,
    text,
  });

  if (/^---[^\s-]/.test(first) || /^---\s+\S/.test(first)) {
    const language = first.slice(3).trim();
    const hint = "Begin the file with a line of three hyphens alone; what follows is read as YAML.";
    return problem(
      "front-matter-language",
      at(1, first.length),
      `front matter in "${language}" is not read; only YAML is`,
      hint,
    );
  }
  if (first.trimEnd() !== "---") {
    const hint = "Put a line of three hyphens above and below the keys; the first on line 1.";
    return problem(
      "missing-front-matter",
      at(1, 1),
      "the file does not begin with front matter",
      hint,
    );
  }
  const closing = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (closing < 0) {
    const hint = "Put a line of three hyphens alone below the last key.";
    return problem("unclosed-front-matter", at(1, 3), "the front matter is not closed", hint);
  }
  const normalised = ["---", ...lines.slice(1, closing), "---", ...lines.slice(closing + 1)].join(
    "\n",
  );
  const file = matter(normalised, { language: "yaml", engines: NO_ENGINES });
  return {
    yaml: lines.slice(1, closing).join("\n"),
    yamlOffset: first.length + 1,
    body: file.content.trim(),
    closingLine: closing + 1,
  };
}
