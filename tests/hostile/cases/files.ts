/** What can lie in a content folder beside honest files. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fact, type HostileCase } from "../case.ts";

const SOUND = fact("A bell rang.");

const at = (name: string, property: string, path: string, ...codes: string[]): HostileCase => ({
  name,
  property,
  files: { [path]: SOUND },
  problems: codes.map((code) => `${path} ${code}`),
});

const made = (
  name: string,
  property: string,
  problems: readonly string[],
  make: (content: string) => void,
): HostileCase => ({ name, property, files: {}, problems, make });

export const fileCases: readonly HostileCase[] = [
  ...["con", "prn", "aux", "nul", "com1", "lpt9"].map((id) =>
    at(
      `the Windows device ${id}`,
      "a sheet can be checked out on Windows",
      `facts/${id}.md`,
      "reserved-id",
    ),
  ),
  ...[
    ["capitals", "Bell"],
    ["a space", "a bell"],
    ["a dot", "a.bell"],
    ["an underscore", "a_bell"],
    ["a Cyrillic letter", "b\u0435ll"],
    ["a Greek letter", "b\u03B5ll"],
    ["a full-width letter", "\uFF42ell"],
    ["an accent", "caf\u00e9"],
    ["a decomposed accent", "cafe\u0301"],
    ["a zero width space", "be\u200Bll"],
    ["an override", "be\u202Ell"],
    ["a line break", "be\nll"],
    ["an escape sequence", "\u001B[31mbell"],
    ["markup", "<script>alert(1)<"],
    ["a quotation mark", "\"onload='x"],
    ["template syntax", "{{7*7}}"],
    ["a percent sign", "%2e%2e%2f"],
    ["a backslash", "a\\bell"],
    ["a colon", "c:bell"],
    ["a question mark", "bell?x"],
    ["a hash", "bell#x"],
    ["two hyphens", "be--ll"],
    ["a hyphen in front", "-rf"],
    ["an emoji", "\u{1F514}"],
  ].map(([what = "", id = ""]) =>
    at(
      `a name with ${what}`,
      "an id holds a-z, 0-9 and single hyphens",
      `facts/${id}.md`,
      "invalid-id",
    ),
  ),
  at(
    "a name of two hundred letters",
    "an id is short",
    `facts/${"a".repeat(200)}.md`,
    "invalid-id",
  ),
  at("an empty name", "a file has a name", "facts/.md", "ignored-file"),
  ...["404", "admin", "assets", "search", "index", "compare"].map(
    (id): HostileCase => ({
      name: `the page ${id}`,
      property: "no page takes the place of one that the sheet makes",
      files: { [`pages/${id}.md`]: "---\ntitle: A\n---\nText." },
      problems: [`pages/${id}.md reserved-id`],
    }),
  ),
  {
    name: "ids that differ by case",
    property: "ids that a file system takes for one collide",
    files: { "facts/a/bell.md": SOUND, "facts/b/BELL.md": SOUND },
    problems: ["facts/b/BELL.md colliding-ids", "facts/b/BELL.md invalid-id"],
  },
  {
    name: "ids that differ by Unicode form",
    property: "ids that read alike collide",
    files: { "facts/a/caf\u00e9.md": SOUND, "facts/b/cafe\u0301.md": SOUND },
    problems: [
      "facts/a/caf\u00e9.md invalid-id",
      "facts/b/cafe\u0301.md invalid-id",
      "facts/b/cafe\u0301.md colliding-ids",
    ],
  },
  ...[
    ["bell-1", "bell-l"],
    ["oil-0", "oil-o"],
    ["corn", "com"],
  ].map(
    ([one = "", other = ""]): HostileCase => ({
      name: `the look-alikes ${one} and ${other}`,
      property: "ids that read alike collide",
      files: { [`facts/a/${one}.md`]: SOUND, [`facts/b/${other}.md`]: SOUND },
      problems: [`facts/b/${other}.md colliding-ids`],
    }),
  ),
  {
    name: "one id in two folders",
    property: "an id names one fact",
    files: { "facts/a/bell.md": SOUND, "facts/b/bell.md": SOUND },
    problems: ["facts/b/bell.md colliding-ids"],
  },
  ...[
    "bell.txt",
    "bell.html",
    "bell.js",
    "bell.json",
    "facts/facts.11tydata.js",
    "content.11tydata.json",
    "_data/x.js",
    "bell.njk",
    "bell.MD",
    ".hidden.md",
    ".eleventy.js",
    "facts/.env",
    "package.json",
  ].map((path) =>
    at(`a file ${path}`, "what is no content is named, not read and not run", path, "ignored-file"),
  ),
  {
    name: "full texts",
    property: "full texts in the content folder are passed over",
    files: { ".snapshots/x.txt": "x" },
    problems: [],
  },
  at(
    "a file in no collection",
    "a file of no collection is not passed over",
    "bell.md",
    "misplaced-file",
  ),
  at(
    "a file in an unknown folder",
    "a file of no collection is not passed over",
    "notes/bell.md",
    "misplaced-file",
  ),
  at(
    "a folder of the name of a prototype",
    "a folder is one of five",
    "__proto__/bell.md",
    "misplaced-file",
  ),
  made("a link to a file", "no link is followed", ["facts/link.md symbolic-link"], (content) =>
    symlinkSync("/etc/passwd", join(content, "facts/link.md")),
  ),
  made("a link to a folder", "no link is followed", ["facts/link symbolic-link"], (content) =>
    symlinkSync("/", join(content, "facts/link")),
  ),
  made("a link into itself", "no link is followed", ["facts/loop symbolic-link"], (content) =>
    symlinkSync(".", join(content, "facts/loop")),
  ),
  made("a link to nothing", "no link is followed", ["facts/link.md symbolic-link"], (content) =>
    symlinkSync("nowhere", join(content, "facts/link.md")),
  ),
  made("a link to a device", "no link is followed", ["facts/link.md symbolic-link"], (content) =>
    symlinkSync("/dev/zero", join(content, "facts/link.md")),
  ),
  made("a pipe", "a pipe is not waited for", ["facts/pipe.md unreadable-file"], (content) => {
    spawnSync("mkfifo", [join(content, "facts/pipe.md")]);
  }),
  made(
    "a pipe in the place of site.md",
    "a pipe is not waited for",
    ["pages/site.md unreadable-file"],
    (content) => {
      spawnSync("mkfifo", [join(content, "pages/site.md")]);
    },
  ),
  made("a socket", "a socket is not opened", ["facts/socket.md unreadable-file"], (content) => {
    const program = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", program, join(content, "facts/socket.md")]);
  }),
  made("a folder with the name of a file", "a folder is walked, not read", [], (content) =>
    mkdirSync(join(content, "facts/folder.md")),
  ),
  made(
    "a file of a terabyte",
    "a file is measured before it is read",
    ["facts/huge.md file-too-large"],
    (content) => {
      writeFileSync(join(content, "facts/huge.md"), "");
      truncateSync(join(content, "facts/huge.md"), 2 ** 40);
    },
  ),
  made(
    "folders in one another",
    "folders are walked to a bounded depth",
    ["facts/d/d/d/d/d/d/d/d/d folder-too-large"],
    (content) => mkdirSync(join(content, "facts", "d/".repeat(200)), { recursive: true }),
  ),
];
