/**
 * An ordinary Eleventy site: each Markdown file is a template with a layout, lists are paginated
 * over collections, and what refers to what is gathered once, when the collections are made.
 */
import { readFileSync } from "node:fs";
import { current } from "./lib/current.js";
import { frontMatter } from "./lib/front-matter.js";
import { listParts } from "./lib/pages.js";
import { sheetOf } from "./lib/sheet.js";

const KEYS = ["page", "collections", "eleventy", "pkg", "content", "layout", "tags", "permalink"];

/** What Eleventy knows of the files with a tag, as plain records. */
function records(api, tag) {
  return api.getFilteredByTag(tag).map(({ data, url }) => {
    const own = Object.fromEntries(Object.entries(data).filter(([key]) => !KEYS.includes(key)));
    return { ...own, url, html: "" };
  });
}

export default function (eleventy) {
  eleventy.on("eleventy.before", () => {
    current.sheet = null;
  });
  const sheetFor = (api) => {
    current.sheet ??= sheetOf({
      site: frontMatter(readFileSync("site.md", "utf8")).data,
      actors: records(api, "actor"),
      issues: records(api, "issue"),
      sources: records(api, "source"),
      facts: records(api, "fact"),
    });
    return current.sheet;
  };
  const lists = {
    ...listParts,
    day: (sheet) => sheet.days,
    actorMore: (sheet) => listParts.actor(sheet).filter(({ number }) => number > 1),
    issueMore: (sheet) => listParts.issue(sheet).filter(({ number }) => number > 1),
  };
  for (const [name, list] of Object.entries(lists))
    eleventy.addCollection(`list_${name}`, (api) => list(sheetFor(api)));
  eleventy.addPassthroughCopy("site.css");
  eleventy.addPassthroughCopy("icon.svg");
  eleventy.ignores.add("lib/**");
  eleventy.ignores.add("site.md");
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
