/** The search index, made by Pagefind from records. Only what our own page needs is shipped. */
import type { SearchRecord } from "../render/search-records.ts";
import { settledIndex } from "./search-settle.ts";
import type { SiteFile } from "./write-files.ts";

/** Where the index lies in the site. */
export const SEARCH_FOLDER = "search/pagefind";

/**
 * Indexes records. All go into one index in the sheet's language, whatever language a quotation is
 * in, so that one query finds them all.
 * @throws Error if Pagefind has no program for this machine, or refuses a record.
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<readonly SiteFile[]> {
  const pagefind = await import("pagefind");
  const { index, errors } = await pagefind.createIndex({ keepIndexUrl: true });
  try {
    if (!index) throw searchError(errors);
    const added = await Promise.all(
      records.map(({ path, content, meta, filters, sort }) =>
        index.addCustomRecord({
          url: path,
          content,
          language: language.toLowerCase(),
          meta: { ...meta },
          filters: Object.fromEntries(
            Object.entries(filters).map(([name, values]) => [name, [...values]]),
          ),
          sort: { date: sort },
        }),
      ),
    );
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw searchError(refused);
    const { files, errors: unmade } = await index.getFiles();
    if (unmade.length > 0) throw searchError(unmade);
    return settledIndex(files).map(({ path, bytes }) => ({
      path: `${SEARCH_FOLDER}/${path}`,
      bytes,
    }));
  } finally {
    await pagefind.close();
  }
}

function searchError(errors: readonly string[]): Error {
  return new Error(
    `The search index was not made: ${errors.join("; ") || "no reason was given"}. Build without one with --no-search.`,
  );
}
