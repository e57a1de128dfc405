/** What a content file's path says: the collection it belongs to and its id. */
import type { TextFile } from "./files.ts";
import { type Problem, problem } from "./problem.ts";
import { ID_PATTERN } from "./schema/scalars.ts";
import { nearest } from "./suggest.ts";

/** The collections of a content folder. */
export const COLLECTIONS = ["site", "actors", "issues", "sources", "facts", "pages"] as const;

/** A collection of content files. */
export type Collection = (typeof COLLECTIONS)[number];

/** The ids that exist, by collection. */
export type ContentIds = Readonly<Record<Exclude<Collection, "site">, ReadonlySet<string>>>;

/** Which collection a file belongs to by its place, or `null` if by its place it belongs to none. */
export function homeOfFile(inContent: string): Collection | null {
  if (inContent === "site.md") return "site";
  const parts = inContent.split("/");
  const folder = COLLECTIONS.find((collection) => collection === parts[0]);
  if (!folder || folder === "site") return null;
  if (folder === "facts") return parts.length >= 2 ? folder : null;
  return parts.length === 2 ? folder : null;
}

/** The id that a file's name gives. */
export function idOf(inContent: string): string {
  return inContent.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** Free pages may not take the address of a page that the sheet makes itself. */
const RESERVED_PAGES: readonly string[] = [
  "404",
  "actors",
  "admin",
  "as-of",
  "assets",
  "compare",
  "corrections",
  "demands",
  "facts",
  "glossary",
  "index",
  "issues",
  "search",
  "sources",
  "timeline",
];

/** The ids that file names give, and what is wrong with names. */
export function checkFileNames(files: readonly TextFile[]): {
  ids: ContentIds;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const ids = {
    actors: new Set<string>(),
    issues: new Set<string>(),
    sources: new Set<string>(),
    facts: new Set<string>(),
    pages: new Set<string>(),
  };
  const firstWith = new Map<string, string>();

  for (const { path, inContent, text } of files) {
    const at = { path, line: 1, column: 1, length: 3, text };
    const home = homeOfFile(inContent);
    if (home === "site") continue;
    if (home === null) {
      problems.push(
        problem(
          "misplaced-file",
          at,
          "belongs to no collection by its place",
          placeHint(inContent),
        ),
      );
      continue;
    }
    const id = idOf(inContent);
    const key = `${home}/${foldId(id)}`;
    const first = firstWith.get(key);
    if (first !== undefined) {
      problems.push(
        problem(
          "colliding-ids",
          at,
          `its id "${id}" collides with that of ${first}`,
          "Rename one of the two files; an id is a file's name without .md.",
        ),
      );
    } else firstWith.set(key, path);
    if (!ID_PATTERN.test(id)) {
      problems.push(
        problem(
          "invalid-id",
          at,
          `the file's name "${id}" is not an id`,
          `Name it with a-z, 0-9 and single hyphens, such as "${suggestId(id)}".`,
        ),
      );
    }
    if (home === "pages" && RESERVED_PAGES.includes(id)) {
      const hint = `Name it otherwise, such as "about-${id}".`;
      problems.push(problem("reserved-id", at, `the sheet makes a page "${id}" itself`, hint));
    }
    ids[home].add(id);
  }
  return { ids, problems };
}

/** Ids that a reader or a file system could take for one another fold to the same text. */
function foldId(id: string): string {
  return id.normalize("NFKC").toLowerCase().normalize("NFKC");
}

function suggestId(id: string): string {
  const ascii = id.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "a-short-name";
}

function placeHint(inContent: string): string {
  const folder = inContent.split("/")[0] ?? "";
  const guess = nearest(folder, COLLECTIONS);
  if (guess && guess !== "site" && inContent.includes("/")) {
    return guess === folder
      ? `Files lie directly in ${folder}/; only facts/ has folders of its own.`
      : `Did you mean ${guess}/?`;
  }
  return "Content lies in site.md, actors/, issues/, facts/, sources/ and pages/.";
}
