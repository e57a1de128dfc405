import { current } from "../lib/current.js";
import { framed } from "../lib/frame.js";
import { listParts, pages } from "../lib/pages.js";

/** The first of its pages; the others are made by lists/issue-more.11ty.js. */
export function render({ id, content }) {
  const { sheet } = current;
  const part = firstParts(sheet).get(id);
  return framed(sheet, "issues", pages.issue(sheet, part, content));
}

const kept = new WeakMap();

function firstParts(sheet) {
  if (!kept.has(sheet)) {
    const first = listParts.issue(sheet).filter(({ number }) => number === 1);
    kept.set(sheet, new Map(first.map((part) => [part.of.id, part])));
  }
  return kept.get(sheet);
}
