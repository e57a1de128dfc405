/**
 * Eleventy over data, as an expert writes it for speed: the Markdown files are read as data, and
 * one paginated JavaScript template for each kind of page makes them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { framed } from "./lib/frame.js";
import { frontMatter } from "./lib/front-matter.js";
import { listParts, pages } from "./lib/pages.js";
import { sheetOf } from "./lib/sheet.js";

const markdown = new MarkdownIt({ html: true });

function records(folder, url) {
  return readdirSync(folder).map((file) => {
    const { data, content } = frontMatter(readFileSync(join(folder, file), "utf8"));
    return { ...data, url: `/${url}/${data.id}/`, html: markdown.render(content) };
  });
}

function readSheet() {
  return sheetOf({
    site: frontMatter(readFileSync("content/site.md", "utf8")).data,
    actors: records("content/actors", "actors"),
    issues: records("content/issues", "issues"),
    sources: records("content/sources", "sources"),
    facts: records("content/facts", "facts"),
  });
}

export default function (eleventy) {
  let sheet = readSheet();
  let isFirst = true;
  eleventy.on("eleventy.before", () => {
    if (!isFirst) sheet = readSheet();
    isFirst = false;
  });
  eleventy.addWatchTarget("./content/");
  eleventy.addPassthroughCopy("site.css");
  eleventy.addPassthroughCopy("icon.svg");

  const kinds = [
    ["home", "", () => [{ url: "/" }], (one) => pages.home(sheet, one)],
    ["actors", "actors", () => [{ url: "/actors/" }], () => pages.actors(sheet)],
    ["issues", "issues", () => [{ url: "/issues/" }], () => pages.issues(sheet)],
    ["fact", "facts", () => sheet.facts, (one) => pages.fact(sheet, one)],
    ["source", "sources", () => sheet.sources, (one) => pages.source(sheet, one)],
    ["day", "as-of", () => sheet.days, (one) => pages.day(sheet, one)],
    ["actor", "actors", () => listParts.actor(sheet), (one) => pages.actor(sheet, one)],
    ["issue", "issues", () => listParts.issue(sheet), (one) => pages.issue(sheet, one)],
    ["facts", "facts", () => listParts.facts(sheet), (one) => pages.facts(sheet, one)],
    ["sources", "sources", () => listParts.sources(sheet), (one) => pages.sources(sheet, one)],
    ["demands", "demands", () => listParts.demands(sheet), (one) => pages.demands(sheet, one)],
    ["timeline", "timeline", () => listParts.timeline(sheet), (one) => pages.timeline(sheet, one)],
    ["days", "as-of", () => listParts.days(sheet), (one) => pages.days(sheet, one)],
    ["about", "", () => [{ url: "/about/" }], () => about()],
  ];
  for (const [name, section, list, page] of kinds) {
    eleventy.addGlobalData(`list_${name}`, () =>
      Object.freeze(list().map((of) => Object.freeze({ of }))),
    );
    eleventy.addTemplate(`pages/${name}.11ty.js`, {
      data: {
        pagination: { data: `list_${name}`, size: 1, addAllPagesToCollections: false },
        eleventyExcludeFromCollections: true,
        date: "2000-01-01",
        permalink: ({ pagination }) => `${pagination.items[0].of.url}index.html`,
      },
      render: ({ pagination }) => framed(sheet, section, page(pagination.items[0].of)),
    });
  }
  return { dir: { input: "pages", includes: "none", data: "none" }, templateFormats: ["11ty.js"] };
}

function about() {
  const { data, content } = frontMatter(readFileSync("content/about.md", "utf8"));
  return {
    title: data.title,
    html: `<h1>${data.title}</h1>\n<div class="prose">${markdown.render(content)}</div>`,
  };
}
