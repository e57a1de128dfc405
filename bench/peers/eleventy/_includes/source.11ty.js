import { current } from "../lib/current.js";
import { framed } from "../lib/frame.js";
import { pages } from "../lib/pages.js";

export function render({ id, content }) {
  const { sheet } = current;
  return framed(sheet, "sources", pages.source(sheet, sheet.source.get(id), content));
}
