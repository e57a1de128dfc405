/** What is wrong with front matter that is no YAML, in an editor's words: one fault a line, where it lies. */
import { type Document, isScalar, type Scalar, visit } from "yaml";
import { lineStart } from "./problem.ts";

/** A fault and where it lies in the block. */
export interface YamlFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** What the parser says, told once a line, after what can be seen of the lines themselves. */
export function yamlFaults(document: Document.Parsed, yaml: string): readonly YamlFault[] {
  if (document.errors.length === 0) return [];
  if (document.errors.some(({ code }) => code === "TAB_AS_INDENT")) return tabsOf(yaml);
  const faults = new Map<number, YamlFault>();
  const add = (fault: YamlFault): void => {
    const line = lineStart(yaml, fault.start);
    if (!faults.has(line)) faults.set(line, fault);
  };
  for (const fault of keyFaults(yaml)) add(fault);
  for (const { code, pos, message } of document.errors) {
    // The parser loses its way at such a line, and complains of it and of the next.
    if (faults.has(lineStart(yaml, pos[0]))) continue;
    add(explain({ code, start: pos[0], end: pos[1], message }, document, yaml));
  }
  return [...faults.values()].sort((a, b) => a.start - b.start);
}

const QUOTING =
  'Put quotation marks around the whole value if it holds ": " or " #", or begins with a mark such as " [ { - * & ! @ or %.';

const COLUMNS = "Keys of one group begin in one column.";

/** Lines that a tab indents: the parser's further complaints follow from them. */
function tabsOf(yaml: string): YamlFault[] {
  return [...yaml.matchAll(/^( *)\t+(?=\S)/gm)].map(({ 0: indent, 1: spaces = "", index }) => ({
    start: index + spaces.length,
    end: index + indent.length,
    message: "a tab stands where spaces belong",
    hint: "Indent with two spaces.",
  }));
}

/** What a line without indentation begins with: a key and a colon, or a mark of YAML's own. */
const SOUND_BEGINNING = /^(?:[^\s:]+ *:(?:[ \t]|$)|["'?[{}\]#%\-&*!]|\.\.\.)/;

/** Every line that begins a key and has no plain colon and space after it. */
function keyFaults(yaml: string): YamlFault[] {
  return [...yaml.matchAll(/^\S.*/gm)]
    .filter(([line]) => !SOUND_BEGINNING.test(line))
    .map(({ 0: line, index }) => keyFault(line, index));
}

function keyFault(line: string, start: number): YamlFault {
  const [, key = "", between = ""] = /^([\p{L}_]*)(.*)$/u.exec(line) ?? [];
  const mark = between.trimStart().charAt(0);
  const at = start + key.length + (between.length - between.trimStart().length);
  const hint = `Write a colon and a space after the key: ${key || "key"}: …`;
  if (key !== "" && mark === ":") {
    const end = at + 2;
    return /^\s*:[^\S ]/.test(between)
      ? { start: at, end, message: "what follows the colon is no plain space", hint }
      : { start: at, end, message: "no space follows the colon", hint };
  }
  if (key !== "" && (mark === "=" || FOREIGN_COLONS.includes(mark))) {
    const message = `"${mark}" stands where a colon belongs`;
    return { start: at, end: at + 1, message, hint };
  }
  return {
    start,
    end: start + line.length,
    message: "the line has no key, or no colon after it",
    hint: `${hint} If the line goes on with the text above, indent it by two spaces.`,
  };
}

/** Colons of other scripts and look-alikes, which YAML takes for letters. */
const FOREIGN_COLONS: readonly string[] = ["：", "︓", "﹕", "∶", "ː", "꞉", ";"];

/** A fault as the parser tells it. */
interface ParserFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

function explain(fault: ParserFault, document: Document.Parsed, yaml: string): YamlFault {
  const { code, start, end, message } = fault;
  const at = { start, end };
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
    case "BAD_SCALAR_START":
      return valueFault(at, yaml);
    case "BLOCK_IN_FLOW":
    case "MISSING_CHAR":
    case "BAD_INDENT":
      return unclosed(at, document, yaml) ?? indented(at, code);
    case "MULTIPLE_DOCS": {
      const dots = Math.max(0, yaml.search(/^\.\.\./m));
      const hint = "Take the line out.";
      return { start: dots, end: dots + 3, message: "three dots end what is read", hint };
    }
    case "BAD_ALIAS":
      return {
        ...at,
        message: "an alias (*name) is not used in content",
        hint: "Write the value out, or put quotation marks around it.",
      };
    default:
      return {
        ...at,
        message: (message.split("\n")[0] ?? message).replace(/\.$/, "").replace(/ at line.*$/, ""),
        hint: QUOTING,
      };
  }
}

/** Where a fault lies. */
type Span = Pick<YamlFault, "start" | "end">;

/** A value that is neither one text nor a list nor a group of keys. */
function valueFault(at: Span, yaml: string): YamlFault {
  const from = lineStart(yaml, at.start);
  const stop = yaml.indexOf("\n", at.start);
  const line = yaml.slice(from, stop < 0 ? yaml.length : stop);
  const [, before = "", value = ""] = /^(\s*(?:- +)*[^\s:]+: +)?(.*)$/.exec(line) ?? [];
  const start = from + before.length;
  if (/^["']/.test(value) && at.start > start) {
    const message = "the value goes on after its closing quotation mark";
    const hint =
      'Put " before and after the whole value, and write \\" for each " that it holds itself.';
    return { ...at, message, hint };
  }
  const colon = before === "" ? -1 : value.search(/:(?:\s|$)/);
  if (colon >= 0) {
    const isCurly = /^[“”„‟«»‘’‚]/.test(value);
    const hint = isCurly
      ? "Quotation marks that are curly do not count: put straight ones around the whole value."
      : "Put quotation marks around the whole value.";
    const message = "a colon with a space after it stands within the value";
    return { start: start + colon, end: start + colon + 1, message, hint };
  }
  const mark = value.charAt(0);
  if (before !== "" && OPENING_MARKS.includes(mark)) {
    const message = `a value that begins with ${mark} needs quotation marks`;
    return { start, end: start + 1, message, hint: "Put quotation marks around the whole value." };
  }
  const below = /\n([ ]+)(?=[^\s:]+:(?:\s|$))/y;
  below.lastIndex = from + line.length;
  const deeper = before === "" ? null : below.exec(yaml);
  if (deeper) {
    const key = from + line.length + deeper[0].length;
    const message = "the line is indented further than the key above it";
    return { start: key, end: key + 1, message, hint: COLUMNS };
  }
  return { ...at, message: "the value cannot be read as one text", hint: QUOTING };
}

/** With these YAML begins something else than a text. */
const OPENING_MARKS: readonly string[] = [..."%@`*&![{>|-?"];

/** The quotation mark or the bracket that is open where the parser gave up. */
function unclosed({ start, end }: Span, document: Document.Parsed, yaml: string): YamlFault | null {
  const text = openText(document, start, yaml);
  if (text) {
    const [open = 0] = text.range ?? [];
    const mark = yaml.charAt(open);
    const message = `the quotation mark ${mark} is not closed`;
    const hint = `Put ${mark} at the end of the value too: a straight one.`;
    return { start: open, end: open + 1, message, hint };
  }
  const line = yaml.slice(lineStart(yaml, start), end);
  const [before = ""] = /^\s*(?:- +)*[^\s:]+: +(?=[[{][^\]}]*$)/.exec(line) ?? [];
  if (before === "") return null;
  const open = lineStart(yaml, start) + before.length;
  const mark = yaml.charAt(open);
  const hint = `Put ${mark === "[" ? "]" : "}"} at its end.`;
  return { start: open, end: open + 1, message: `the bracket ${mark} is not closed`, hint };
}

function openText(document: Document.Parsed, offset: number, yaml: string): Scalar | null {
  let found: Scalar | null = null;
  visit(document, {
    Scalar: (_key, node) => {
      const [from, to] = node.range ?? [0, 0];
      if (!isScalar(node) || !isQuoted(node) || from > offset || to < offset) return undefined;
      // A text that is closed ends with the mark that it begins with.
      if (to - from > 1 && yaml.charAt(to - 1) === yaml.charAt(from)) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

function isQuoted({ type }: Scalar): boolean {
  return type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
}

function indented(at: Span, code: string): YamlFault {
  return code === "BAD_INDENT"
    ? {
        ...at,
        message: "the line is indented otherwise than the lines around it",
        hint: COLUMNS,
      }
    : {
        ...at,
        message: "a closing mark or a colon is missing",
        hint: `Close every quotation mark and bracket, and write a colon and a space after a key. ${QUOTING}`,
      };
}
