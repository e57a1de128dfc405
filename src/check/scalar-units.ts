/** A YAML scalar as it is written, unit by unit of the value that it stands for. */

/** One UTF-16 unit of a value, or several made by one escape, and where they are written. */
export interface ScalarUnit {
  readonly value: string;
  /** UTF-16 offsets in the file; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the scalar that begins at an offset. White space is given as it is written: a reader must take
 * every run of it for equal to every other, since YAML folds lines and cuts indentation. What follows
 * the scalar in the file is read on as if it belonged to it, so the caller must know where to stop.
 */
export function* scalarUnits(text: string, begin: number): Generator<ScalarUnit, void> {
  const first = text.charAt(begin);
  if (first === "'") yield* singleQuoted(text, begin + 1);
  else if (first === '"') yield* doubleQuoted(text, begin + 1);
  else if (first === "|" || first === ">") yield* asWritten(text, endOfLine(text, begin) + 1);
  else yield* asWritten(text, begin);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function* asWritten(text: string, begin: number): Generator<ScalarUnit, void> {
  for (let at = begin; at < text.length; at += 1) yield unit(text, at);
}

function unit(text: string, at: number): ScalarUnit {
  return { value: text.charAt(at), start: at, end: at + 1 };
}

function* singleQuoted(text: string, begin: number): Generator<ScalarUnit, void> {
  let at = begin;
  while (at < text.length) {
    const isDoubled = text.startsWith("''", at);
    if (text.charAt(at) === "'" && !isDoubled) return;
    yield isDoubled ? { value: "'", start: at, end: at + 2 } : unit(text, at);
    at += isDoubled ? 2 : 1;
  }
}

function* doubleQuoted(text: string, begin: number): Generator<ScalarUnit, void> {
  let at = begin;
  while (at < text.length && text.charAt(at) !== '"') {
    const read = text.charAt(at) === "\\" ? readEscape(text, at) : unit(text, at);
    if (read.value !== "") yield read;
    at = read.end;
  }
}

/** Escapes of one letter, and what they stand for; all others stand for themselves. */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

const HEXADECIMAL_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(text: string, at: number): ScalarUnit {
  const letter = text.charAt(at + 1);
  const digits = HEXADECIMAL_DIGITS[letter];
  if (digits !== undefined) {
    const end = at + 2 + digits;
    const code = Number.parseInt(text.slice(at + 2, end), 16);
    const isCharacter = code >= 0 && code <= 0x10ffff;
    return { value: isCharacter ? String.fromCodePoint(code) : "\ufffd", start: at, end };
  }
  // An escaped line end is no part of the value, nor is the indentation of the next line.
  const continued = /^\\\n[ \t]*/.exec(text.slice(at, at + 200))?.[0];
  if (continued !== undefined) return { value: "", start: at, end: at + continued.length };
  return { value: ESCAPES[letter] ?? letter, start: at, end: at + 2 };
}
