/** `standpoint init`: an empty sheet that is valid, builds, and brings what it takes to work on it. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder, wendWith } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";

const SAID = [
  ...["--title", "The lamp: a quarrel", "--question", "Should it burn?"],
  ...["--summary", 'Two islands "differ".'],
];

function newSheet(...options: readonly string[]): string {
  const folder = temporaryFolder();
  const { status, stderr } = standpoint(folder, ["init", "lamp", ...SAID, ...options]);
  expect([status, stderr]).toEqual([0, ""]);
  return join(folder, "lamp");
}

describe("a new sheet", () => {
  test("has its files, with what was said in them", () => {
    const folder = newSheet("--language", "uk", "--tool", "file:standpoint-1.tgz");
    expect(filesIn(folder)).toEqual([
      ".github/PULL_REQUEST_TEMPLATE.md",
      ".github/workflows/sheet.yml",
      ".gitignore",
      ".gitlab-ci.yml",
      ".gitlab/merge_request_templates/Default.md",
      ".vscode/settings.json",
      ".vscode/tasks.json",
      "README.md",
      "content/pages/method.md",
      "content/site.md",
      "package.json",
    ]);
    expect(readFileSync(join(folder, "content/site.md"), "utf8")).toBe(
      '---\ntitle: "The lamp: a quarrel"\nquestion: Should it burn?\nsummary: Two islands "differ".\nlanguage: uk\n---\n',
    );
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(readme).toContain("# The lamp: a quarrel\n");
    expect(readme).toContain("takes Standpoint from `file:standpoint-1.tgz`.\n");
    expect(readme).not.toMatch(/\{\w+\}/);
  });

  test("stands the check without a warning and builds to pages that lead only to pages that are there", () => {
    const folder = newSheet();
    expect(standpoint(folder, ["check"])).toEqual({
      status: 0,
      stdout: "Checked 0 facts, 0 actors, 0 issues, 0 sources; no facts yet.\n",
      stderr: "",
    });
    const built = standpoint(folder, ["build"]);
    expect([built.status, built.stderr]).toEqual([0, ""]);
    const files = filesIn(join(folder, "_site"));
    const pages = files.filter((path) => path.endsWith(".html") && path !== "404.html");
    expect(pages).toContain("index.html");
    for (const page of pages) {
      const html = readFileSync(join(folder, "_site", page), "utf8");
      expect(html, page).toContain("The lamp: a quarrel");
      expect(html, page).not.toMatch(/undefined|\bNaN\b|0001-01-01|0001/);
      for (const [, link = ""] of html.matchAll(/(?:href|src)="([^"#:?]+)[#?"]/g))
        expect(files, `${page}: ${link}`).toContain(join(page, "..", link).replaceAll("\\", "/"));
    }
  });

  test("takes its first files from standpoint new", () => {
    const folder = newSheet();
    const issue = [
      "--title",
      "Oil",
      "--question",
      "Should oil be shared?",
      "--body",
      "Oil is dear.",
    ];
    expect(standpoint(folder, ["new", "issue", ...issue]).status).toBe(0);
    expect(standpoint(folder, ["build", "--no-search"]).status).toBe(0);
  });

  test("finds Standpoint where init ran, with npm's own commands and without a registry", () => {
    const folder = newSheet();
    const npm = (...arguments_: readonly string[]) =>
      spawnSync("npm", arguments_, {
        cwd: folder,
        encoding: "utf8",
        shell: process.platform === "win32",
      });
    expect(npm("install", "--offline", "--no-audit", "--no-fund").status).toBe(0);
    expect(npm("run", "--silent", "check").stdout).toContain("no facts yet");
    expect(npm("ci", "--offline", "--no-audit", "--no-fund").status).toBe(0);
  });
});

describe("without a terminal", () => {
  test("what is missing is told at once, and nothing is written", () => {
    const folder = temporaryFolder();
    const { status, stderr } = standpoint(folder, ["init", "lamp", "--title", "Lamp"]);
    expect(stderr).toBe(
      [
        "Nothing was written.",
        "Still needed:",
        "  --question  the question the dispute turns on",
        "  --summary   the dispute in a few sentences",
        "",
      ].join("\n"),
    );
    expect([status, existsSync(join(folder, "lamp"))]).toEqual([2, false]);
  });

  test("a folder with files in it is refused; one with a .git alone is taken", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "lamp/.git"), { recursive: true });
    expect(standpoint(folder, ["init", "lamp", ...SAID]).status).toBe(0);
    const { status, stderr } = standpoint(folder, ["init", "lamp", ...SAID]);
    expect([status, stderr]).toEqual([2, "lamp holds files already; nothing was written.\n"]);
  });
});

const read = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), "utf8");
const template = (path: string): string => read(`templates/new-sheet/${path}`);

describe("what new sheets bring", () => {
  test.each([
    ["github/workflows/sheet.yml", ".github/workflows/sheet.yml"],
    ["gitlab-ci.yml", ".gitlab-ci.yml"],
    ["review.md", ".github/PULL_REQUEST_TEMPLATE.md"],
    ["review.md", ".gitlab/merge_request_templates/Default.md"],
    ["vscode/tasks.json", ".vscode/tasks.json"],
    ["vscode/settings.json", ".vscode/settings.json"],
  ])("%s is what this repository uses itself", (from, own) => {
    expect(read(own)).toBe(template(from));
  });

  test("GitHub's own reader finds nothing wrong with the workflow", async () => {
    const file = { name: "sheet.yml", content: template("github/workflows/sheet.yml") };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
    if (!value) throw new Error("no workflow");
    const workflow = await convertWorkflowTemplate(context, value);
    expect(workflow.errors ?? []).toEqual([]);
    expect(workflow.jobs.map(({ id }) => String(id))).toEqual(["build", "publish"]);
  });

  test("the reader would find a mistake", () => {
    const content = template("github/workflows/sheet.yml").replace("runs-on", "runs-at");
    const { context } = parseWorkflow({ name: "sheet.yml", content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).not.toEqual([]);
  });

  test("actions are pinned to commits with their version beside them, and only publishing may write", () => {
    const text = template("github/workflows/sheet.yml");
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, action = ""]) => action);
    expect(uses.length).toBeGreaterThan(3);
    for (const action of uses)
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const workflow = z
      .object({
        permissions: z.record(z.string(), z.string()),
        jobs: z.record(
          z.string(),
          z.object({ permissions: z.record(z.string(), z.string()).optional() }),
        ),
      })
      .parse(parse(text));
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(workflow.jobs.build?.permissions).toBeUndefined();
    expect(text).not.toContain("pull_request_target");
    expect(text).not.toContain("secrets.");
  });

  test("GitLab's file has jobs of known stages, with known keys, and publishes from the default branch", () => {
    const job = z.strictObject({
      stage: z.enum(["build", "publish"]),
      needs: z.array(z.literal("build")).optional(),
      rules: z.array(z.strictObject({ if: z.string() })).optional(),
      script: z.array(z.string()).min(1),
      artifacts: z.strictObject({ paths: z.array(z.string()), expire_in: z.string().optional() }),
    });
    const file = z.strictObject({
      default: z.strictObject({
        image: z.string().regex(/^node:\d+\.\d+\.\d+-/),
        cache: z.strictObject({
          key: z.strictObject({ files: z.array(z.string()) }),
          paths: z.array(z.string()),
        }),
      }),
      stages: z.array(z.string()),
      workflow: z.strictObject({ rules: z.array(z.strictObject({ if: z.string() })) }),
      build: job,
      pages: job,
    });
    const { pages } = file.parse(parse(template("gitlab-ci.yml")));
    expect(pages.artifacts.paths).toEqual(["public"]);
    expect(pages.rules).toEqual([{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]);
  });

  test("the commands of the workflows are scripts of a new sheet and of this repository", () => {
    const scripts = (path: string): string[] =>
      Object.keys(
        z
          .object({ scripts: z.record(z.string(), z.string()) })
          .parse(JSON.parse(readFileSync(path, "utf8"))).scripts,
      );
    const named = ["github/workflows/sheet.yml", "gitlab-ci.yml", "vscode/tasks.json"].flatMap(
      (path) =>
        [...template(path).matchAll(/npm (?:run )?(build|check|start)/g)].map(
          ([, name = ""]) => name,
        ),
    );
    expect(new Set(named)).toEqual(new Set(["build", "check", "start"]));
    for (const path of [join(newSheet(), "package.json"), join(PROJECT_FOLDER, "package.json")])
      expect(scripts(path)).toEqual(expect.arrayContaining(named));
  });

  test("the workflow's check is a call that Standpoint knows, and fails for an error", () => {
    expect(template("github/workflows/sheet.yml")).toContain("npm run check -- --format github\n");
    const folder = newSheet();
    expect(standpoint(folder, ["check", "--format", "github"]).status).toBe(0);
    writeFileSync(join(folder, "content/site.md"), "---\ntitle: Lamp\n---\n");
    const { status, stdout, stderr } = standpoint(folder, ["check", "--format", "github"]);
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain("::error file=content/site.md,");
  });

  test("the pattern of VS Code's task reads each problem that check prints, and nothing else", () => {
    const pattern = z
      .object({
        tasks: z.array(
          z.object({
            label: z.string(),
            problemMatcher: z.union([
              z.array(z.never()),
              z.object({ pattern: z.object({ regexp: z.string() }) }),
            ]),
          }),
        ),
      })
      .parse(JSON.parse(template("vscode/tasks.json")))
      .tasks.flatMap(({ problemMatcher }) =>
        "pattern" in problemMatcher ? [problemMatcher.pattern.regexp] : [],
      );
    const folder = wendWith({
      "facts/oil/lower-wend-on-oil.md":
        "---\nkind: position\nby: lower-wned\nissue: oil\nstance: for\ndate: 2001-03-02\nsays: No.\nsource: x\n---\n",
    });
    writeFileSync(join(folder, "content/notes.txt"), "mine");
    const { stderr } = standpoint(folder, ["check"]);
    const read = stderr.split("\n").flatMap((line) => {
      const [, file, at, column, code] = new RegExp(pattern[0] ?? "").exec(line) ?? [];
      return file === undefined ? [] : [`${file}:${at}:${column} ${code}`];
    });
    expect(read.filter((line) => line.includes("on-oil.md"))).toEqual([
      "content/facts/oil/lower-wend-on-oil.md:3:5 unknown-actor",
      "content/facts/oil/lower-wend-on-oil.md:5:9 unknown-value",
      "content/facts/oil/lower-wend-on-oil.md:8:9 unknown-source",
    ]);
    expect(read).toHaveLength(stderr.match(/^content\//gm)?.length ?? 0);
  });
});
