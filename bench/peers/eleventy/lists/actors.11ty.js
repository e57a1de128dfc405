import { current } from "../lib/current.js";
import { framed } from "../lib/frame.js";
import { pages } from "../lib/pages.js";

export const data = {
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["list_facts"] },
  date: "2000-01-01",
  permalink: "/actors/index.html",
};

export function render() {
  return framed(current.sheet, "actors", pages.actors(current.sheet));
}
