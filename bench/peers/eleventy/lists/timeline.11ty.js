import { current } from "../lib/current.js";
import { framed } from "../lib/frame.js";
import { pages } from "../lib/pages.js";

export const data = {
  pagination: { data: "collections.list_timeline", size: 1, alias: "part" },
  eleventyExcludeFromCollections: true,
  date: "2000-01-01",
  permalink: ({ part }) => `${part.url}index.html`,
};

export function render({ part }) {
  return framed(current.sheet, "timeline", pages.timeline(current.sheet, part));
}
