import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

const folder = (name) =>
  defineCollection({ loader: glob({ pattern: "*.md", base: `./content/${name}` }) });

export const collections = {
  actors: folder("actors"),
  issues: folder("issues"),
  sources: folder("sources"),
  facts: folder("facts"),
  site: defineCollection({ loader: glob({ pattern: "{site,about}.md", base: "./content" }) }),
};
