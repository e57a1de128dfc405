/** A script that is run from the machine code of an earlier run. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PROJECT_FOLDER } from "../support/sheet.ts";

const SCRIPT = `
const { basename } = require("node:path");
exports.greet = (name) => "Greetings, " + name + ", from " + basename(__filename);
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standpoint-script-"));
  writeFileSync(join(folder, "main.cjs"), SCRIPT);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs it in a process of its own, which ends with a status. */
function run({ use = "build", status = 0 } = {}): string {
  const tool = JSON.stringify(join(PROJECT_FOLDER, "tools/run-script.js"));
  const path = JSON.stringify(join(folder, "main.cjs"));
  const program = `
    const { runScript } = await import(${tool});
    const { greet } = runScript(${path}, ${JSON.stringify(use)});
    process.stdout.write(greet("Wend"));
    process.exitCode = ${status};
  `;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", program],
    { encoding: "utf8" },
  );
  return stdout + stderr;
}

const SAID = "Greetings, Wend, from main.cjs";

function codeFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name !== "main.cjs")
    .sort();
}

describe("a script that is run", () => {
  test("leaves its code for the next run, which says the same and leaves it as it is", () => {
    expect(run()).toBe(SAID);
    const [name = ""] = codeFiles();
    const code = readFileSync(join(folder, name));
    expect(run()).toBe(SAID);
    expect(codeFiles()).toEqual([name]);
    expect(readFileSync(join(folder, name)).equals(code)).toBe(true);
  });

  test("has code for each use", () => {
    run({ use: "build" });
    run({ use: "check" });
    expect(codeFiles().map((name) => name.split("-")[0])).toEqual([
      "main.cjs.build",
      "main.cjs.check",
    ]);
  });

  test("leaves none of a call that was refused", () => {
    expect(run({ status: 2 })).toBe(SAID);
    expect(codeFiles()).toEqual([]);
    run({ status: 1 });
    expect(codeFiles()).toHaveLength(1);
  });

  test.each([
    ["empty", () => Buffer.alloc(0)],
    ["cut short", (code: Buffer) => code.subarray(0, code.length / 2)],
    ["of other bytes", (code: Buffer) => Buffer.from(code.map((byte) => byte ^ 1))],
    ["spoilt in one place", (code: Buffer) => spoilt(code)],
  ])("does without code that is %s, and puts it right", (_what, spoil) => {
    run();
    const [name = ""] = codeFiles();
    const whole = readFileSync(join(folder, name)).length;
    writeFileSync(join(folder, name), spoil(readFileSync(join(folder, name))));
    expect(run()).toBe(SAID);
    expect(readFileSync(join(folder, name)).length).toBe(whole);
    expect(run()).toBe(SAID);
  });

  test("does without the code of another script of that name", () => {
    run();
    writeFileSync(join(folder, "main.cjs"), SCRIPT.replace("Greetings", "A very good morning"));
    expect(run()).toBe("A very good morning, Wend, from main.cjs");
  });
});

function spoilt(code: Buffer): Buffer {
  const changed = Buffer.from(code);
  const middle = Math.floor(code.length / 2);
  changed[middle] = (code[middle] ?? 0) ^ 255;
  return changed;
}
