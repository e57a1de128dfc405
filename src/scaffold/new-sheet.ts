/** A new sheet for another dispute: empty, valid, with all that is needed to write, check and publish it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { writeFrontMatter } from "../content/write-front-matter.ts";

/** What is said of a new sheet. All folders are absolute. */
export interface NewSheet {
  readonly packageFolder: string;
  readonly folder: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  /** A language tag, or empty for English. */
  readonly language: string;
  /** Where npm takes Standpoint from, or empty for what is running now. */
  readonly tool: string;
}

/** The files that are the same for each sheet: where they lie in `templates/new-sheet/`, and in the sheet. */
const COPIED: readonly (readonly [from: string, to: string])[] = [
  ["gitignore", ".gitignore"],
  ["vscode/settings.json", ".vscode/settings.json"],
  ["vscode/tasks.json", ".vscode/tasks.json"],
  ["github/workflows/sheet.yml", ".github/workflows/sheet.yml"],
  ["review.md", ".github/PULL_REQUEST_TEMPLATE.md"],
  ["review.md", ".gitlab/merge_request_templates/Default.md"],
  ["gitlab-ci.yml", ".gitlab-ci.yml"],
  ["content/pages/method.md", "content/pages/method.md"],
];

/** Whether a new sheet may be put into a folder: it is not there, or holds nothing but a `.git`. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name === ".git");
}

/** Writes the sheet's files; returns their paths, relative to its folder. */
export function writeNewSheet(sheet: NewSheet): string[] {
  const files = filesOf(sheet);
  for (const [path, text] of files) {
    const absolute = join(sheet.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text, { flag: "wx" });
  }
  return files.map(([path]) => path);
}

function filesOf(sheet: NewSheet): (readonly [path: string, text: string])[] {
  const { packageFolder, folder, title, question, summary, language } = sheet;
  const templates = join(packageFolder, "templates/new-sheet");
  const template = (path: string): string => readFileSync(join(templates, path), "utf8");
  const { spec, note } = toolFor(sheet);
  const site = { title, question, summary, ...(language === "" ? {} : { language }) };
  const readme = template("README.md")
    .replace("{title}", () => title)
    .replace("{question}", () => question)
    .replace("{tool}", () => spec)
    .replace("{toolNote}", () => note);
  return [
    ["content/site.md", writeFrontMatter(site)],
    ["README.md", readme],
    ["package.json", packageFile(folder, spec)],
    ...COPIED.map(([from, to]) => [to, template(from)] as const),
  ];
}

function packageFile(folder: string, spec: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const contents = {
    name: name || "fact-sheet",
    private: true,
    scripts: {
      build: "standpoint build",
      start: "standpoint serve",
      check: "standpoint check",
    },
    engines: { node: ">=20.20.0" },
    dependencies: { standpoint: spec },
  };
  return `${JSON.stringify(contents, null, 2)}\n`;
}

const FROM_REGISTRY =
  " If npm's registry does not have that version, put\na package file in its place, such as `file:standpoint-0.1.0.tgz`, and commit it with the sheet.";

/** From a checkout, the checkout; from a package that was installed, its version. */
function toolFor({ tool, packageFolder, folder }: NewSheet): { spec: string; note: string } {
  if (tool !== "") return { spec: tool, note: "" };
  if (basename(dirname(packageFolder)) === "node_modules") {
    const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
      version: string;
    };
    return { spec: version, note: FROM_REGISTRY };
  }
  return {
    spec: `file:${relative(folder, packageFolder).replaceAll("\\", "/")}`,
    note: " That is a folder on the machine on which the sheet was begun, and works there alone. For others and for the\nworkflows put a version or a package file in its place, such as `file:standpoint-0.1.0.tgz`, made by\n`npm run package && npm pack ./package` in that folder and committed with the sheet.",
  };
}
