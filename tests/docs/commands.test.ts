/**
 * Every command that the documentation shows is run, page by page, each page in a folder of its own with the
 * files that it has written until then; or it says in its fence why it is not: "```sh not run: reason".
 * Shown output is what is printed; `…` in it stands for any text on one line.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, temporaryFolder } from "../support/sheet.ts";
import { type Block, blocksIn, docsIn, readDoc } from "./pages.ts";

const PAGES = ["README.md", "CONTRIBUTING.md", ...docsIn("docs")];

const isCommand = ({ language }: Block): boolean => ["sh", "console"].includes(language);
const isMarked = ({ info }: Block): boolean => info.startsWith("not run: ");

/** Pages with commands to run. */
const WITH_COMMANDS = PAGES.filter((path) =>
  blocksIn(readDoc(path)).some((block) => isCommand(block) && !isMarked(block)),
);

/** The commands of npm that are Standpoint's. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "npm run build": "build",
  "npm run check": "check",
};

/** Runs a command as the documentation writes it. */
function run(folder: string, command: string) {
  const script = SCRIPTS[command];
  const called = script ?? /^npm exec -- standpoint (.*)$/.exec(command)?.[1];
  if (called === undefined) throw new Error(`this test cannot run: ${command}`);
  const words = [...called.matchAll(/"([^"]*)"|(\S+)/g)];
  return standpoint(
    folder,
    words.map(([, quoted, plain]) => quoted ?? plain ?? ""),
  );
}

/** A folder with the sheet of this repository, as a clone has. */
function clone(): string {
  const folder = temporaryFolder();
  cpSync(join(PROJECT_FOLDER, "content"), join(folder, "content"), { recursive: true });
  return folder;
}

function writeBlock(folder: string, { info, text }: Block): void {
  mkdirSync(dirname(join(folder, info)), { recursive: true });
  writeFileSync(join(folder, info), text);
}

/** What is shown as a pattern: all of it must be there, `…` may be anything. */
function patternOf(shown: string): RegExp {
  const escaped = shown.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("…", ".*")}$`);
}

describe("the commands of", () => {
  test.each(WITH_COMMANDS)("%s do what the page says", (path) => {
    const folder = clone();
    for (const block of blocksIn(readDoc(path))) {
      if (block.language === "md" && /^[^ ]+\.md$/.test(block.info)) writeBlock(folder, block);
      if (!isCommand(block) || isMarked(block)) continue;
      if (block.language === "console") {
        const [command = "", ...shown] = block.text.split("\n");
        expect(command).toMatch(/^\$ /);
        const { stdout, stderr } = run(folder, command.slice(2));
        expect(`${stdout}${stderr}`.trim(), command).toMatch(patternOf(shown.join("\n")));
      } else {
        for (const command of block.text.trim().split("\n")) {
          const { status, stderr } = run(folder, command);
          expect(status, `${command}\n${stderr}`).toBe(0);
        }
      }
    }
  });

  test("blocks that are not run say why", () => {
    for (const path of PAGES)
      for (const block of blocksIn(readDoc(path)).filter(isCommand))
        expect(block.info, `${path}: ${block.text}`).toMatch(/^(?:|not run: .{6,})$/);
  });
});

test("the files that the tutorial has written are those that it shows", () => {
  const folder = temporaryFolder();
  let compared = 0;
  for (const block of blocksIn(readDoc("docs/tutorial.md"))) {
    if (block.language === "md" && block.info.includes("upper-wend-on-lamp-hours")) {
      const made = readFileSync(join(folder, block.info), "utf8").split("\n");
      const kept = made.filter((line) => !/^(?:#|recorded:|$)/.test(line));
      expect(`${kept.join("\n")}\n`).toBe(block.text);
      compared += 1;
    } else if (block.language === "md") writeBlock(folder, block);
    else if (block.text.startsWith("$ npm exec -- standpoint new"))
      run(folder, block.text.split("\n")[0]?.slice(2) ?? "");
  }
  expect(compared).toBe(1);
});
