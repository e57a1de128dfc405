/**
 * Writes what a form holds into a content file so that nothing else in the file changes: comments, the order of
 * keys, quotation marks, folded lines and empty lines stay where they are. Runs in the browser too.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { cutFrontMatter } from "../content/front-matter.ts";
import {
  type FrontMatterValue,
  writeFrontMatter,
  writeKey,
} from "../content/write-front-matter.ts";
import { refusedParts } from "../content/yaml-refusals.ts";
import { type KeySpan, lineEnd, lineStart, spansIn } from "./spans.ts";
import { areAlike, isKeys, type Values } from "./values.ts";
import { writeLike } from "./write-like.ts";

/** A content file as a form shows it. */
export interface FileParts {
  readonly values: Values;
  readonly body: string;
}

/** Cuts and reads a content file; every value is the text that was written. `null` for a file that cannot be read. */
export function partsOf(text: string): FileParts | null {
  const cut = cutFrontMatter("", text);
  if ("code" in cut) return null;
  const map = readMap(cut.yaml);
  return map === null ? null : { values: valuesIn(map), body: cut.body };
}

/**
 * The file with other values. Keys whose values stay are not touched; a file that cannot be read is written anew.
 * @param original the file, with `\n` line ends.
 */
export function mergeFile(original: string, { values, body }: FileParts): string {
  const cut = cutFrontMatter("", original);
  if ("code" in cut) return writeFrontMatter(values, body);
  const head = original.slice(0, cut.yamlOffset);
  const yaml = original.slice(cut.yamlOffset, cut.closingOffset);
  const rest = original.slice(cut.closingOffset);
  const isSameBody = body.trim().normalize("NFC") === cut.body;
  return `${head}${mergeYaml(yaml, values)}${isSameBody ? rest : withBody(rest, body)}`;
}

/** The closing line and the empty lines below it stay. */
function withBody(rest: string, body: string): string {
  const [closing = "---\n", gap = ""] = /^(.*(?:\n|$))(\s*\n)?/.exec(rest)?.slice(1) ?? [];
  const text = body.trim();
  return text === "" ? closing : `${closing.trimEnd()}\n${gap}${text}\n`;
}

/** What is read back is what was wanted: if that cannot be had by changing keys, all are written anew. */
function mergeYaml(yaml: string, values: Values): string {
  const map = readMap(yaml);
  const edits = map && editsOfKeys(yaml, map, values);
  const merged = edits && applied(yaml, edits);
  const readBack = merged && readMap(merged);
  if (merged && readBack && areAlike(withoutNothing(valuesIn(readBack)), withoutNothing(values))) {
    return merged;
  }
  return Object.entries(values)
    .map(([key, value]) => writeKey(key, value))
    .join("");
}

function readMap(yaml: string): YAMLMap | null {
  const document = parseDocument(yaml, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
  });
  const { contents, errors } = document;
  // A comment that cuts a value is told by the check, and does not stand in the way of other keys.
  const refused = refusedParts(document, yaml).some(({ code }) => code !== "comment-in-value");
  return errors.length === 0 && !refused && isMap(contents) ? contents : null;
}

function valuesIn(map: YAMLMap): Values {
  return Object.fromEntries(
    map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", valueIn(value)]),
  );
}

function valueIn(node: unknown): FrontMatterValue {
  if (isMap(node)) return valuesIn(node);
  if (isSeq(node)) return node.items.map(valueIn);
  return isScalar(node) && typeof node.value === "string" ? node.value : "";
}

/** A switch that is off, and a key without a value, say what no key says. */
function saysNothing(value: FrontMatterValue): boolean {
  return value === "" || value === "false";
}

function withoutNothing(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !saysNothing(value)));
}

/** What is put in the place of a part of the text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applied(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  let made = "";
  let done = 0;
  for (const edit of ordered) {
    made += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return made + text.slice(done);
}

/** `null` where keys cannot be changed one by one, as in `{a: b}`. */
function editsOfKeys(yaml: string, map: YAMLMap, values: Values): Edit[] | null {
  const spans = spansIn(map);
  const [first] = spans ?? [];
  if (!spans || !first) return null;
  const indent = " ".repeat(first.start - lineStart(yaml, first.start));
  const kept = new Set(spans.map(({ name }) => name).filter((name) => values[name] !== undefined));
  const changes = spans.flatMap((span) => editsOfKey(yaml, span, values[span.name], indent));
  const additions: Edit[] = [];
  let place = lineStart(yaml, first.start);
  for (const [name, value] of Object.entries(values)) {
    const span = spans.find((one) => one.name === name);
    if (span && kept.has(name)) place = lineEnd(yaml, span.end);
    if (span || saysNothing(value)) continue;
    // The first key of an item stands behind its hyphen: nothing can be put before it.
    const isBehindHyphen = yaml.slice(lineStart(yaml, first.start), first.start).trim() !== "";
    const at = isBehindHyphen && place <= first.start ? lineEnd(yaml, first.end) : place;
    additions.push({ start: at, end: at, text: indented(writeKey(name, value), indent, indent) });
  }
  return [...changes, ...additions];
}

function editsOfKey(
  yaml: string,
  span: KeySpan,
  wanted: FrontMatterValue | undefined,
  indent: string,
): Edit[] {
  const old = valueIn(span.value);
  if (wanted === undefined) {
    if (saysNothing(old)) return [];
    return [{ start: lineStart(yaml, span.start), end: lineEnd(yaml, span.end), text: "" }];
  }
  if (areAlike(old, wanted)) return [];
  return editsWithin(yaml, span.value, wanted) ?? [replacement(yaml, span, wanted, indent)];
}

/** Changes inside a group of keys or a list; `null` if the whole value has to be replaced. */
function editsWithin(yaml: string, node: Node | null, wanted: FrontMatterValue): Edit[] | null {
  if (isMap(node) && isKeys(wanted)) return editsOfKeys(yaml, node, wanted);
  if (!isSeq(node) || node.flow || typeof wanted === "string" || isKeys(wanted)) return null;
  return editsOfItems(yaml, node, [...wanted]);
}

/** Groups of keys in a list are changed in place where none came or went but at the end. */
function editsOfItems(
  yaml: string,
  { items }: YAMLSeq,
  wanted: readonly FrontMatterValue[],
): Edit[] | null {
  const [first] = items;
  if (wanted.length < items.length || !isMap(first) || !first.range) return null;
  const edits: Edit[] = [];
  for (const [index, item] of items.entries()) {
    const value = wanted[index];
    if (!isMap(item) || !isKeys(value)) return null;
    const inside = areAlike(valueIn(item), value) ? [] : editsOfKeys(yaml, item, value);
    if (inside === null) return null;
    edits.push(...inside);
  }
  const last = items.at(-1);
  const end = isMap(last) ? spansIn(last)?.at(-1)?.end : undefined;
  if (end === undefined) return null;
  const column = first.range[0] - lineStart(yaml, first.range[0]);
  const at = lineEnd(yaml, end);
  for (const value of wanted.slice(items.length)) {
    if (!isKeys(value)) return null;
    const keys = Object.entries(value).map(([key, each]) => writeKey(key, each));
    const text = indented(keys.join(""), `${" ".repeat(column - 2)}- `, " ".repeat(column));
    edits.push({ start: at, end: at, text });
  }
  return edits;
}

function replacement(
  yaml: string,
  { name, start, end, value }: KeySpan,
  wanted: FrontMatterValue,
  indent: string,
): Edit {
  const hasComment = yaml.slice(end, lineEnd(yaml, end)).trim() !== "" && yaml[end - 1] !== "\n";
  const written = writeLike(name, wanted, value, hasComment);
  const text = indented(written, "", indent);
  return { start, end, text: yaml[end - 1] === "\n" ? text : text.trimEnd() };
}

function indented(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => (line === "" ? "" : (index === 0 ? first : others) + line))
    .join("\n");
}
