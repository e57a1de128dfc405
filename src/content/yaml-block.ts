/** Reads a YAML block so that every key and value knows its line and column. */
import { isMap, isPair, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { MAX_PROBLEMS_OF_FILE } from "./limits.ts";
import { type LocatedText, type Problem, placeAt, problem } from "./problem.ts";
import { yamlFaults } from "./yaml-faults.ts";
import { refusedParts } from "./yaml-refusals.ts";

/** A key path into front matter, such as `["quote", "text"]` or `["to", 1]`. */
export type KeyPath = readonly (string | number)[];

/** A block read: its plain value and where each part of it stands. */
export interface YamlBlock {
  /** Maps, lists and strings only: no number, date, boolean or null is ever guessed. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The place of the value at a path; of the nearest parent's key where there is none. */
  readonly locate: (path: KeyPath) => LocatedText;
  /** The place of the key at a path. */
  readonly locateKey: (path: KeyPath) => LocatedText;
}

/** What reading a block yields. */
export interface YamlResult {
  readonly block: YamlBlock | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML block with the failsafe schema: every scalar stays the text that was written.
 * Tags, anchors, aliases and several documents are refused.
 * @param text the whole file, for messages.
 * @param offset where in it the block begins.
 */
export function readYamlBlock(
  path: string,
  text: string,
  yaml: string,
  offset: number,
): YamlResult {
  const document = parseDocument(yaml, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
  });
  const at = (start: number, end: number): LocatedText =>
    placeAt(path, text, offset + start, end - start);

  const problems = yamlFaults(document, yaml)
    .slice(0, MAX_PROBLEMS_OF_FILE)
    .map(({ start, end, message, hint }) => problem("invalid-yaml", at(start, end), message, hint));
  const faulty = new Set(problems.map(({ place }) => place.line));
  for (const refusal of refusedParts(document, yaml).slice(0, MAX_PROBLEMS_OF_FILE)) {
    const { code, start, end, message, hint } = refusal;
    const place = at(start, end);
    if (!faulty.has(place.line)) problems.push(problem(code, place, message, hint));
  }

  if (problems.length > 0 || document.contents === null || !isMap(document.contents)) {
    if (problems.length === 0) {
      problems.push(
        problem(
          "invalid-yaml",
          at(0, 1),
          "the front matter holds no keys",
          "Write one `key: value` a line.",
        ),
      );
    }
    return { block: null, problems };
  }

  const root = document.contents;
  const rangeOf = (node: unknown): readonly [number, number] | null =>
    isScalar(node) || isMap(node) || isSeq(node)
      ? [node.range?.[0] ?? 0, node.range?.[1] ?? 1]
      : null;

  const find = (keys: KeyPath, want: "key" | "value"): LocatedText => {
    let node: unknown = root;
    // What is said of the whole stands at its first key, below any comment.
    const [top = 0] = rangeOf(root.items[0]?.key) ?? [];
    let range: readonly [number, number] = [top, top + 1];
    for (const [depth, key] of keys.entries()) {
      const last = depth === keys.length - 1;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && item.key.value === String(key),
        );
        if (!pair) break;
        const keyRange = rangeOf(pair.key);
        const valueRange = rangeOf(pair.value);
        range = (want === "key" && last ? keyRange : (valueRange ?? keyRange)) ?? range;
        if (valueRange && valueRange[0] === valueRange[1]) range = keyRange ?? range;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return at(range[0], range[1]);
  };

  return {
    block: {
      value: plainMap(root),
      locate: (keys) => find(keys, "value"),
      locateKey: (keys) => find(keys, "key"),
    },
    problems,
  };
}

/** A map as an object whose keys are all its own, `__proto__` included. */
function plainMap(map: YAMLMap): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : "";
    Object.defineProperty(plain, name, { value: plainValue(value), enumerable: true });
  }
  return plain;
}

/** Text, list or map; nothing after a colon is the empty text. */
function plainValue(node: unknown): unknown {
  if (isMap(node)) return plainMap(node);
  if (isSeq(node)) return node.items.map(plainValue);
  return isScalar(node) && typeof node.value === "string" ? node.value : "";
}
