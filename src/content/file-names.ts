/** What a content file's path says: the collection it belongs to and its id. */
import type { FoundFile } from "./files.ts";
import { MAX_ID } from "./limits.ts";
import { type LocatedText, type Problem, problem } from "./problem.ts";
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
  "schema",
  "search",
  "sources",
  "timeline",
];

/** Names that Windows keeps for devices, with any ending: a checkout there would fail. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Whether Windows keeps a name for a device. */
export function isWindowsDevice(id: string): boolean {
  return WINDOWS_DEVICE.test(id);
}

/** What is wrong with a file's name, by itself. `text` is the file's, for the message. */
export function checkFileName(
  file: Pick<FoundFile, "path" | "inContent">,
  text: string,
): Problem[] {
  const at = topOf(file.path, text);
  const home = homeOfFile(file.inContent);
  if (home === "site") return [];
  if (home === null) {
    const hint = placeHint(file.inContent);
    return [problem("misplaced-file", at, "belongs to no collection by its place", hint)];
  }
  const id = idOf(file.inContent);
  const problems: Problem[] = [];
  if (id.length > MAX_ID) {
    const message = `the file's name has more than ${MAX_ID} letters`;
    problems.push(problem("invalid-id", at, message, "Give it a short one."));
  } else if (!ID_PATTERN.test(id)) {
    problems.push(
      problem(
        "invalid-id",
        at,
        `the file's name "${id}" is not an id`,
        `Name it with a-z, 0-9 and single hyphens, such as "${suggestId(id)}".`,
      ),
    );
  }
  if (isWindowsDevice(id)) {
    const hint = `Name it otherwise, such as "about-${id}".`;
    problems.push(problem("reserved-id", at, `Windows has no files named "${id}"`, hint));
  }
  if (home === "pages" && RESERVED_PAGES.includes(id)) {
    const hint = `Name it otherwise, such as "about-${id}".`;
    problems.push(problem("reserved-id", at, `the sheet makes a page "${id}" itself`, hint));
  }
  return problems;
}

/** A file and the id that its name gives. */
interface NamedFile {
  readonly path: string;
  readonly collection: Collection | null;
  readonly id: string;
}

/** The ids that file names give. */
export interface CollectedIds {
  readonly ids: ContentIds;
  /** What is wrong with names beside each other. */
  readonly problems: readonly Problem[];
  /** By collection and id as a reader could take it, the first file's path. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * The ids that file names give, and the files whose ids collide.
 * @param textOf the text of a file, for the message.
 */
export function collectIds(
  files: readonly NamedFile[],
  textOf: (path: string) => string,
): CollectedIds {
  const problems: Problem[] = [];
  const ids = {
    actors: new Set<string>(),
    issues: new Set<string>(),
    sources: new Set<string>(),
    facts: new Set<string>(),
    pages: new Set<string>(),
  };
  const paths = new Map<string, string>();
  for (const { path, collection, id } of files) {
    if (collection === null || collection === "site") continue;
    const key = keyOf(collection, id);
    const first = paths.get(key);
    if (first === undefined) paths.set(key, path);
    else {
      problems.push(
        problem(
          "colliding-ids",
          topOf(path, textOf(path)),
          `its id "${id}" collides with that of ${first}`,
          "Rename one of the two files; an id is a file's name without .md.",
        ),
      );
    }
    ids[collection].add(id);
  }
  return { ids, problems, paths };
}

/** The ids after some files went and others came; `null` where names collide, or did. */
export function updateIds(
  before: CollectedIds,
  { come, gone }: { readonly come: readonly NamedFile[]; readonly gone: readonly NamedFile[] },
): CollectedIds | null {
  if (before.problems.length > 0) return null;
  const isSame =
    come.length === gone.length && come.every(({ path }, place) => path === gone[place]?.path);
  if (isSame) return before;
  const { actors, issues, sources, facts, pages } = before.ids;
  const ids = {
    actors: new Set(actors),
    issues: new Set(issues),
    sources: new Set(sources),
    facts: new Set(facts),
    pages: new Set(pages),
  };
  const paths = new Map(before.paths);
  for (const { collection, id } of gone) {
    if (collection === null || collection === "site") continue;
    paths.delete(keyOf(collection, id));
    ids[collection].delete(id);
  }
  for (const { path, collection, id } of come) {
    if (collection === null || collection === "site") continue;
    const key = keyOf(collection, id);
    if (paths.has(key)) return null;
    paths.set(key, path);
    ids[collection].add(id);
  }
  return { ids, problems: [], paths };
}

function keyOf(collection: Collection, id: string): string {
  return `${collection}/${foldId(id)}`;
}

function topOf(path: string, text: string): LocatedText {
  return { path, line: 1, column: 1, length: 3, text };
}

/**
 * Ids that a reader or a file system could take for one another fold to the same text: by letter
 * case, by Unicode form, and by the letters of ASCII that Unicode lists as look-alikes. Letters of
 * other scripts need no list: no id may hold one.
 */
function foldId(id: string): string {
  const folded = ID_PATTERN.test(id) ? id : id.normalize("NFKC").toLowerCase().normalize("NFKC");
  return folded.replaceAll("0", "o").replaceAll("1", "l").replaceAll("m", "rn");
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
