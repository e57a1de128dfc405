/** The files of a folder, such as a built site. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Paths of all files below a folder, with forward slashes, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Paths of all pages. */
export function pagesIn(folder: string): string[] {
  return filesIn(folder).filter((path) => path.endsWith(".html"));
}

/** A file's text. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** Every file's bytes as text, by path; two sites are the same if and only if these are equal. */
export function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]),
  );
}

/** The visible words of a page, without markup, blanks folded. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
}
