/** The fictional sheet's pages, byte for byte but for the hashes in file names. `npm run test:update` writes them anew. */
import { describe, expect, inject, test } from "vitest";
import { textOf } from "../support/site-files.ts";

/** One page of each type; of facts, one with a quote, one with a correction, one without an answer. */
const PAGES = [
  "index.html",
  "404.html",
  "about/index.html",
  "actors/index.html",
  "actors/upper-wend/index.html",
  "actors/gull-rock/index.html",
  "corrections/index.html",
  "demands/index.html",
  "facts/upper-wend-demands-all-night/index.html",
  "facts/keeper-on-lamp-hours/index.html",
  "facts/no-answer-from-upper-wend/index.html",
  "issues/lamp-hours/index.html",
  "sources/wend-gazette/index.html",
  "timeline/index.html",
];

describe("the built pages of the fictional sheet", () => {
  test.each(PAGES)("%s is as it was agreed", async (page) => {
    const html = textOf(inject("wendSite"), page).replace(
      /-[0-9a-zA-Z]{8,10}\.(css|js|svg|woff2|png)/g,
      "-HASH.$1",
    );
    await expect(html).toMatchFileSnapshot(`../golden/wend/expected/${page}`);
  });
});
