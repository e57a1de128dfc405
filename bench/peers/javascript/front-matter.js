/** A Markdown file cut into the keys on top and the body below. */
import { load } from "js-yaml";

export function frontMatter(text) {
  const end = text.indexOf("\n---", 3);
  return { data: load(text.slice(4, end)), content: text.slice(text.indexOf("\n", end + 1) + 1) };
}
