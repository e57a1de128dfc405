/** Edits of a sheet's files as an editor makes them, chosen by numbers. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../support/site-files.ts";

/** One edit: which, of which file, and with what. */
export interface SheetEdit {
  readonly kind: EditKind;
  readonly pick: number;
  readonly value: number;
}

/** What happens to a file's text; `null` where the edit does not apply to it. */
type Change = (text: string, value: number) => string | null;

interface TextEdit {
  readonly folder: string;
  readonly change: Change;
}

const DAYS = ["2001-02-28", "2001-03-01", "2001-03-02", "2001-03-04", "2010-06"];

const line =
  (key: string, textOf: (value: number) => string): Change =>
  (text, value) => {
    const found = new RegExp(`^${key}: .*$`, "m");
    return found.test(text) ? text.replace(found, () => `${key}: ${textOf(value)}`) : null;
  };

const withKey =
  (linesOf: (value: number) => string): Change =>
  (text, value) =>
    text.replace(/^---\n/, () => `---\n${linesOf(value)}\n`);

const TEXT_EDITS = {
  body: { folder: "", change: (text, value) => `${text}\n\nOne more sentence, number ${value}.\n` },
  says: {
    folder: "facts/",
    change: line("says", (value) => `The lamp was said to be no. ${value}.`),
  },
  date: { folder: "facts/", change: line("date", (value) => DAYS[value % DAYS.length] ?? "2001") },
  stance: {
    folder: "facts/",
    change: line("stance", (value) => (value % 2 ? "supports" : "opposes")),
  },
  quote: {
    folder: "facts/",
    change: (text) =>
      /^ {2}text: ['"]?\S+ \S+ \S/m.test(text)
        ? text.replace(/^( {2}text: .*?) [^\s'"]+(['"]?)$/m, "$1$2")
        : null,
  },
  withdraw: {
    folder: "facts/",
    change: withKey((value) => `withdrawn:\n  date: 2012-03-08\n  note: Lamp ${value} was meant.`),
  },
  draft: { folder: "facts/", change: withKey(() => "draft: true") },
  correct: {
    folder: "facts/",
    change: withKey(
      (value) => `corrections:\n  - date: 2012-03-06\n    note: Mended ${value} times.`,
    ),
  },
  name: { folder: "actors/", change: line("name", (value) => `Lamp Island ${value}`) },
  summary: { folder: "actors/", change: line("summary", (value) => `Has ${value} lamps.`) },
  role: { folder: "actors/", change: line("role", (value) => (value % 2 ? "party" : "mediator")) },
  flag: { folder: "actors/", change: withKey((value) => `flag: ${value % 2 ? "nz" : "fj"}`) },
  issue: { folder: "issues/", change: line("title", (value) => `Matter of ${value} lamps`) },
  order: { folder: "issues/", change: line("order", (value) => String(value)) },
  source: { folder: "sources/", change: line("title", (value) => `Report no. ${value}`) },
  url: { folder: "sources/", change: line("url", (value) => `https://example.org/r/${value}`) },
  page: { folder: "pages/", change: line("title", (value) => `About ${value} lamps`) },
  siteTitle: { folder: "site.md", change: line("title", (value) => `The ${value} lamps`) },
  siteSummary: { folder: "site.md", change: line("summary", (value) => `About ${value} lamps.`) },
  language: {
    folder: "site.md",
    change: withKey((value) => `language: ${value % 2 ? "uk" : "ar"}`),
  },
} satisfies Record<string, TextEdit>;

const FILE_EDITS = {
  touch: (file: string) => writeFileSync(file, readFileSync(file)),
  delete: (file: string) => rmSync(file),
  add: (file: string, value: number) => {
    const says = line("says", () => `Another said it, no. ${value}.`);
    const text = readFileSync(file, "utf8");
    writeFileSync(file.replace(/\.md$/, `-again-${value}.md`), says(text, value) ?? text);
  },
  rename: (file: string, value: number) => {
    writeFileSync(file.replace(/[^/]+$/, `renamed-${value}.md`), readFileSync(file));
    rmSync(file);
  },
  move: (file: string, value: number) => {
    const id = /([^/]+)\.md$/.exec(file)?.[1] ?? "";
    const text = readFileSync(file, "utf8").replace(/^---\n/, () => `---\nformerly: ${id}\n`);
    writeFileSync(file.replace(/[^/]+$/, `moved-${value}.md`), text);
    rmSync(file);
  },
};

/** The kinds of edits. */
export type EditKind = keyof typeof TEXT_EDITS | keyof typeof FILE_EDITS;

/** All of them. */
export const EDIT_KINDS: readonly EditKind[] = [...keysOf(TEXT_EDITS), ...keysOf(FILE_EDITS)];

/** Makes the edit in a content folder; the sheet may have errors afterwards. */
export function editSheet(contentFolder: string, { kind, pick, value }: SheetEdit): void {
  const isText = isTextEdit(kind);
  const folder = isText ? TEXT_EDITS[kind].folder : "facts/";
  const paths = filesIn(contentFolder).filter((path) => path.startsWith(folder));
  const path = paths[pick % Math.max(1, paths.length)];
  if (path === undefined) return;
  const file = join(contentFolder, path);
  if (!isText) {
    FILE_EDITS[kind](file, value);
    return;
  }
  const changed = TEXT_EDITS[kind].change(readFileSync(file, "utf8"), value);
  if (changed !== null) writeFileSync(file, changed);
}

function isTextEdit(kind: EditKind): kind is keyof typeof TEXT_EDITS {
  return kind in TEXT_EDITS;
}

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const names: Name[] = [];
  for (const name in table) names.push(name);
  return names;
}
