/** The sheet, gathered once a build; in the development server each time, since files change. */
import { getCollection, getEntry } from "astro:content";
import { sheetOf } from "./lib/sheet.js";

let kept = null;

export function loadSheet() {
  if (import.meta.env.DEV) return gather();
  kept ??= gather();
  return kept;
}

async function gather() {
  const records = async (name) =>
    (await getCollection(name)).map(({ id, data, rendered }) => ({
      ...data,
      id,
      url: `/${name}/${id}/`,
      html: rendered?.html ?? "",
    }));
  return sheetOf({
    site: (await getEntry("site", "site")).data,
    actors: await records("actors"),
    issues: await records("issues"),
    sources: await records("sources"),
    facts: await records("facts"),
  });
}
