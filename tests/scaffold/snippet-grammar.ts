/** The grammar of snippets as VS Code documents it: stops, placeholders, choices, variables and escapes. */

/** A place that is filled in. */
export interface Stop {
  readonly number: number;
  readonly choices: readonly string[];
  readonly fallback: string;
}

const STOP = /\$(\d+)|\$\{(\d+)\|((?:\\.|[^\\|])*)\|\}|\$\{(\d+):((?:\\.|\$[A-Z_]+|[^\\$}])*)\}/g;

/** The stops of a snippet, in the order of its text. */
export function stopsIn(body: string): Stop[] {
  return [...body.matchAll(STOP)].map(readStop);
}

/**
 * The text that comes out.
 * @throws if a mark of the grammar is left that belongs to no stop, variable or escape.
 */
export function expand(body: string, fill: (stop: Stop) => string): string {
  const rest = body.replace(STOP, "").replace(/\$[A-Z_]+/g, "");
  if (/[$}]/.test(rest)) throw new Error(`not a snippet: ${rest}`);
  return body.replace(STOP, (...match: (string | number)[]) =>
    fill(readStop(match.slice(0, 6).map((part) => (part === undefined ? "" : String(part))))),
  );
}

function readStop(match: readonly (string | undefined)[]): Stop {
  const [, plain = "", choice = "", choices = "", placeholder = "", fallback = ""] = match;
  return {
    number: Number(plain || choice || placeholder),
    choices: choices === "" ? [] : choices.split(/(?<!\\),/).map(unescaped),
    fallback: unescaped(fallback),
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
