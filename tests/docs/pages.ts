/** The documentation as tests read it: files, fenced blocks, tables, links. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../support/sheet.ts";

/** A fenced block: its language, what follows it on the opening line, and its text. */
export interface Block {
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

/** A table under a heading: its header cells and rows of cells. */
export interface Table {
  readonly heading: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a file of the checkout. */
export function readDoc(path: string): string {
  return readFileSync(join(PROJECT_FOLDER, path), "utf8");
}

/** The Markdown files below a folder of the checkout, as paths from its root. */
export function docsIn(folder: string): string[] {
  return readdirSync(join(PROJECT_FOLDER, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

/** The fenced blocks of a page, in order. Fences stand at the beginning of a line. */
export function blocksIn(page: string): Block[] {
  return [...page.matchAll(/^```(\S+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", info = "", text = ""]) => ({ language, info, text }),
  );
}

/** The text of a page without its fenced blocks. */
export function proseOf(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, "");
}

/** The tables of a page. */
export function tablesIn(page: string): Table[] {
  const tables: Table[] = [];
  let heading = "";
  let lines: string[] = [];
  const close = (): void => {
    const [header = [], , ...rows] = lines.map(cells);
    if (lines.length > 2) tables.push({ heading, header, rows });
    lines = [];
  };
  for (const line of proseOf(page).split("\n")) {
    if (line.startsWith("|")) lines.push(line);
    else close();
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, "");
  }
  close();
  return tables;
}

/** The words set as code in a text. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
}

function cells(line: string): string[] {
  return line
    .slice(1, line.lastIndexOf("|"))
    .split("|")
    .map((cell) => cell.trim());
}
