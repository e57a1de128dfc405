/** Reads the content as it was at a revision of its git repository. The work tree is never touched. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import type { Content } from "../content/assemble.ts";
import { isFolder } from "../content/files.ts";
import { readContent } from "../content/read.ts";

/** Thrown when there is no such revision to compare with; the message says why. */
export class RevisionError extends Error {
  constructor(
    message: string,
    /** What to do about it, or empty. */
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * The content as a revision has it, problems and all.
 * @param revision as git names it: a commit, a branch, a tag, `HEAD~3`
 * @throws RevisionError where there is no repository, no such revision, or no such folder in it
 */
export function contentAt(revision: string, contentFolder: string): Content {
  if (!isFolder(contentFolder))
    throw new RevisionError(`there is no folder ${contentFolder}`, "Name it with --content DIR.");
  const top = git(contentFolder, ["rev-parse", "--show-toplevel"]).toString().trim();
  const commit = commitOf(contentFolder, revision);
  const folder = relative(realpathSync(top), realpathSync(contentFolder)).split(sep).join("/");
  const temporary = mkdtempSync(join(tmpdir(), "standpoint-diff-"));
  try {
    const content = join(temporary, "content");
    const files = filesIn(top, commit, folder);
    if (files.length === 0) {
      const hint = "The sheet is newer than this revision, or lay in another folder then.";
      throw new RevisionError(`${revision} has no ${folder || "content"}`, hint);
    }
    for (const [place, bytes] of textsOf(top, files).entries()) {
      const path = join(
        content,
        files[place]?.path.slice(folder === "" ? 0 : folder.length + 1) ?? "",
      );
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    return readContent(content, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function commitOf(folder: string, revision: string): string {
  const name = `${revision}^{commit}`;
  const found = run(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  if (found.status === 0) return found.stdout.toString().trim();
  throw new RevisionError(
    `git knows no revision "${revision}"`,
    "Name a commit, a branch or a tag, such as HEAD~1, or a folder. A shallow clone has no older ones: fetch them first.",
  );
}

/** A file of a revision. */
interface TreeFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly blob: string;
}

/** The plain Markdown files below a folder of a commit. */
function filesIn(top: string, commit: string, folder: string): readonly TreeFile[] {
  const listed = git(top, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", `${folder || "."}`]);
  return listed
    .toString()
    .split("\0")
    .flatMap((entry) => {
      const [, blob, path] = /^100\d{3} blob (\w+)\t(.*\.md)$/s.exec(entry) ?? [];
      return blob === undefined || path === undefined ? [] : [{ path, blob }];
    });
}

/** The contents of files, in their order, by one call of git. */
function textsOf(top: string, files: readonly TreeFile[]): readonly Buffer[] {
  const input = files.map(({ blob }) => `${blob}\n`).join("");
  const output = git(top, ["cat-file", "--batch"], input);
  let start = 0;
  return files.map(() => {
    const lineEnd = output.indexOf("\n", start);
    const size = Number(output.subarray(start, lineEnd).toString().split(" ")[2]);
    const bytes = output.subarray(lineEnd + 1, lineEnd + 1 + size);
    start = lineEnd + size + 2;
    return bytes;
  });
}

function git(folder: string, arguments_: readonly string[], input = ""): Buffer {
  const { status, stdout, stderr } = run(folder, arguments_, input);
  if (status === 0) return stdout;
  const said = stderr.toString().trim().split("\n")[0] ?? "";
  if (/not a git repository/.test(said)) {
    const hint =
      "Put the sheet under git, or name a folder that holds the content as it was: standpoint diff OLD/content.";
    throw new RevisionError(`${folder} is in no git repository`, hint);
  }
  throw new RevisionError(`git failed: ${said}`, "");
}

function run(folder: string, arguments_: readonly string[], input = "") {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", folder, ...arguments_], {
    input,
    maxBuffer: 1_000_000_000,
    // Its messages are read, so they must be in English; and it must lock nothing.
    env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
  });
  if (error)
    throw new RevisionError("git cannot be run on this machine", "Install it, or name a folder.");
  return { status, stdout, stderr };
}
