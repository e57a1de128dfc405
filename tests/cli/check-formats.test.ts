/** `check` for programs, `check --watch` and `explain`, as they are called. */
import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkReportSchema } from "../../src/check/formats/json.ts";
import { standpoint } from "../support/command.ts";
import { POSITION, PROJECT_FOLDER, wendWith } from "../support/sheet.ts";

/** A fact whose actor does not exist. */
const WRONG = POSITION.replace("upper-wend", "uper-wend");

describe("standpoint check", () => {
  test("prints nothing but the report where a program reads it", () => {
    const folder = wendWith({ "facts/a.md": WRONG });
    const json = standpoint(folder, ["check", "--format", "json"]);
    expect([json.status, json.stderr]).toEqual([1, ""]);
    expect(checkReportSchema.parse(JSON.parse(json.stdout)).counts.errors).toBe(1);
    const sarif = standpoint(folder, ["check", "--format", "sarif"]);
    expect([sarif.status, sarif.stderr]).toEqual([1, ""]);
    expect(JSON.parse(sarif.stdout)).toMatchObject({ version: "2.1.0" });
    const github = standpoint(folder, ["check", "--format", "github"]);
    expect(github.stdout).toMatch(/^::error file=content\/facts\/a\.md,line=3,/);
  });

  test("refuses a form that it does not know", () => {
    const { status, stderr } = standpoint(wendWith(), ["check", "--format", "xml"]);
    expect(status).toBe(2);
    expect(stderr).toContain("pretty, json, github, sarif");
  });

  test("ends with 1 for a warning only where it is strict", () => {
    const folder = wendWith({ "notes.txt": "x" });
    expect(standpoint(folder, ["check"]).status).toBe(0);
    expect(standpoint(folder, ["check", "--strict"]).status).toBe(1);
    expect(standpoint(wendWith(), ["check", "--strict"]).status).toBe(0);
  });

  test("watches: tells of a mistake and of its mending, and ends in peace when interrupted", async () => {
    const folder = wendWith();
    const program = join(PROJECT_FOLDER, "bin/standpoint.js");
    const child = spawn(process.execPath, [program, "check", "--watch"], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    let printed = "";
    child.stdout.on("data", (data: Buffer) => {
      printed += data.toString();
    });
    const told = (text: RegExp) => expect.poll(() => printed, { timeout: 30_000 }).toMatch(text);
    await told(/^Checked/);
    writeFileSync(join(folder, "content/facts/a.md"), WRONG);
    await told(/content\/facts\/a\.md:3:5 unknown-actor/);
    rmSync(join(folder, "content/facts/a.md"));
    await told(/unknown-actor[\s\S]*\nChecked/);
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });
});

describe("standpoint explain", () => {
  const folder = PROJECT_FOLDER;

  test("tells what a code means, with its examples", () => {
    const { status, stdout } = standpoint(folder, ["explain", "unused-actor"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^unused-actor \(warning\)\n\nNo fact names this actor/);
    expect(stdout).toContain("actors/far-rock.md:\n\n    ---\n    name: Far Rock");
  });

  test("suggests a code for one that it does not know", () => {
    const { status, stdout, stderr } = standpoint(folder, ["explain", "unused-actr"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe('There is no problem "unused-actr". Did you mean "unused-actor"?\n');
  });

  test("lists all codes when it is given none", () => {
    const { status, stdout } = standpoint(folder, ["explain"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^missing-content +error$/m);
    expect(stdout).toMatch(/^unused-actor +warning$/m);
  });
});
