/**
 * Reads the most common of plain front matter: keys with a text or a list of words on their own line,
 * and maps and lists of these, further in. Given are lines of the shapes that `yaml-quick.ts` lets through,
 * so nothing is looked at here twice; what is written in more than one line is left.
 */

/** A map as it was read. */
type PlainMap = Record<string, unknown>;

/**
 * The map that plain lines hold.
 * @param yaml lines none of which is odd to `yaml-quick.ts`
 * @returns `null` for what is not known here, be it sound or not
 */
export function readPlainLines(yaml: string): PlainMap | null {
  const lines = new Lines(yaml);
  if (lines.indent !== 0) return null;
  const map = readMap(lines);
  return lines.isAtEnd ? map : null;
}

/** A line at a time. */
class Lines {
  readonly #yaml: string;
  /** Where the line's own text begins, and where the line ends. */
  #at = 0;
  #end = -1;
  /** How far the line is indented; -1 after the last. */
  indent = 0;
  /** Whether the line is an item of a list. */
  isItem = false;

  constructor(yaml: string) {
    this.#yaml = yaml;
    this.next();
  }

  get isAtEnd(): boolean {
    return this.indent < 0;
  }

  next(): void {
    const yaml = this.#yaml;
    const start = this.#end + 1;
    if (start > yaml.length) {
      this.indent = -1;
      this.isItem = false;
      return;
    }
    const end = yaml.indexOf("\n", start);
    this.#end = end < 0 ? yaml.length : end;
    let at = start;
    while (yaml.charCodeAt(at) === SPACE) at += 1;
    this.indent = at - start;
    this.#at = at;
    this.isItem = yaml.charCodeAt(at) === HYPHEN && yaml.charCodeAt(at + 1) === SPACE;
  }

  /** Passes the mark of an item: what follows is indented as if the mark were space. */
  enterItem(): void {
    this.isItem = false;
    this.indent += 2;
    this.#at += 2;
  }

  /** Whether the line begins with a key. */
  get hasKey(): boolean {
    return this.#keyEnd() > this.#at;
  }

  /** The key that the line begins with, which is passed; empty where there is none. */
  key(): string {
    const from = this.#at;
    const to = this.#keyEnd();
    if (to > from) this.#at = Math.min(to + 2, this.#end);
    return this.#yaml.slice(from, to);
  }

  /** Where the key ends that the line begins with, or where the line's own text begins. */
  #keyEnd(): number {
    const yaml = this.#yaml;
    let at = this.#at;
    while (isLetter(yaml.charCodeAt(at))) at += 1;
    const isKey =
      yaml.charCodeAt(at) === COLON && (at + 1 === this.#end || yaml.charCodeAt(at + 1) === SPACE);
    return isKey ? at : this.#at;
  }

  /** What is left of the line. */
  rest(): string {
    return this.#yaml.slice(this.#at, this.#end);
  }
}

const SPACE = 32;
const HYPHEN = 45;
const COLON = 58;

function isLetter(unit: number): boolean {
  const small = unit | 32;
  return small >= 97 && small <= 122;
}

/** The map whose first key is on this line, up to the first line that is indented less. */
function readMap(lines: Lines): PlainMap | null {
  const { indent } = lines;
  const map: PlainMap = {};
  while (lines.indent === indent && !lines.isItem) {
    const key = lines.key();
    if (key === "" || Object.hasOwn(map, key)) return null;
    const rest = lines.rest();
    lines.next();
    const value = rest === "" ? readWithin(lines, indent) : textOrWords(rest);
    if (value === null) return null;
    map[key] = value;
  }
  return lines.indent < indent ? map : null;
}

/** What the lines hold that are further in than a key; the empty text if there are none. */
function readWithin(lines: Lines, indent: number): unknown {
  if (lines.indent > indent) return lines.isItem ? readList(lines) : readMap(lines);
  return lines.isItem && lines.indent === indent ? null : "";
}

function readList(lines: Lines): unknown[] | null {
  const { indent } = lines;
  const list: unknown[] = [];
  while (lines.indent === indent && lines.isItem) {
    lines.enterItem();
    const item = readItem(lines);
    if (item === null) return null;
    list.push(item);
  }
  return lines.indent < indent ? list : null;
}

/** A text, or a map that begins beside the item's mark. */
function readItem(lines: Lines): unknown {
  if (lines.hasKey) return readMap(lines);
  const value = textOrWords(lines.rest());
  lines.next();
  return value;
}

/** One line's value; `null` where it is only the beginning of one. */
function textOrWords(written: string): string | readonly string[] | null {
  switch (written.charAt(0)) {
    case "|":
    case ">":
      return null;
    case '"':
      return written.slice(1, -1).replace(/\\(["\\])/g, "$1");
    case "'":
      return written.slice(1, -1).replaceAll("''", "'");
    case "[":
      return written === "[]" ? [] : written.slice(1, -1).split(", ");
    default:
      return written.replace(/ +$/, "");
  }
}
