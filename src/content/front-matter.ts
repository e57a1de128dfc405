/** Cuts a content file into front matter and body, and refuses front matter in any language but YAML. */
import { type LocatedText, type Problem, problem } from "./problem.ts";

/** A file cut at its delimiters. */
export interface CutFile {
  /** The YAML between the delimiters. */
  readonly yaml: string;
  /** Offset of the YAML in the file's text. */
  readonly yamlOffset: number;
  /** The Markdown below, trimmed, in Unicode's composed form (NFC). */
  readonly body: string;
  /** Offset of the closing delimiter in the file's text. */
  readonly closingOffset: number;
}

/** Three hyphens alone on a line, and the line break before them. */
const CLOSING = /\n---[^\S\n]*(?=\n|$)/g;

/** A line of dashes of any kind, which an editor may have typed for three hyphens, or a program made of them. */
const ALMOST_CLOSING = /\n[ \t]*[\p{Pd}\u2212]+[ \t]*(?=\n|$)/u;

/**
 * Cuts a file's text at its delimiters: a first line of three hyphens alone, and the next such line.
 * @param text the file, with `\n` line ends and no byte order mark.
 */
export function cutFrontMatter(path: string, text: string): CutFile | Problem {
  const firstEnd = text.indexOf("\n");
  const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
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
  CLOSING.lastIndex = first.length;
  const closing = CLOSING.exec(text);
  if (!closing) {
    const meant = ALMOST_CLOSING.exec(text.slice(first.length));
    const hint = "Put a line of three hyphens alone below the last key.";
    if (!meant)
      return problem("unclosed-front-matter", at(1, 3), "the front matter is not closed", hint);
    const line = text.slice(0, first.length + meant.index + 1).split("\n").length;
    const message = "the front matter is not closed: this line is not three hyphens alone";
    return problem("unclosed-front-matter", at(line, meant[0].trim().length), message, hint);
  }
  return {
    yaml: text.slice(first.length + 1, closing.index),
    yamlOffset: first.length + 1,
    body: text
      .slice(closing.index + closing[0].length)
      .trim()
      .normalize("NFC"),
    closingOffset: closing.index + 1,
  };
}
