/** `standpoint serve`: rebuilds at each change and outlives every mistake. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { PROJECT_FOLDER, wendWith } from "../support/sheet.ts";

let running: ChildProcess | null = null;
afterEach(() => {
  running?.kill("SIGKILL");
  running = null;
});

/** A serving sheet. */
interface Served {
  readonly folder: string;
  readonly get: (path: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly output: () => string;
}

async function serve(folder: string): Promise<Served> {
  const port = await freePort();
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const child = spawn(process.execPath, [program, "serve", "--port", String(port)], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  running = child;
  let printed = "";
  child.stdout.on("data", (data: Buffer) => {
    printed += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    printed += data.toString();
  });
  const get = async (path: string) => {
    const response = await fetch(`http://localhost:${port}/${path}`);
    return { status: response.status, text: await response.text() };
  };
  const served = { folder, get, output: () => printed };
  await until(async () => (await get("").catch(() => null)) !== null);
  return served;
}

/** Waits, up to twenty seconds, until something holds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to hold.");
}

const FACT = "content/facts/lower-wend-on-lamp-hours.md";
const PAGE = "facts/lower-wend-on-lamp-hours/";

function edit({ folder }: Served, from: string, to: string): void {
  const file = join(folder, FACT);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

describe("standpoint serve", () => {
  test("shows an edit, keeps the last good page through a mistake, and shows the mended one", async () => {
    const served = await serve(wendWith());
    expect((await served.get(PAGE)).text).toContain("The lamp should not burn all night.");

    edit(served, "should not burn all night", "should go out at ten");
    await until(async () => (await served.get(PAGE)).text.includes("should go out at ten"));

    edit(served, "by: lower-wend", "by: lover-wend");
    await until(() => served.output().includes(`${FACT}:3:5 unknown-actor`));
    expect((await served.get(PAGE)).text).toContain("should go out at ten");

    edit(served, "by: lover-wend", "by: lower-wend");
    edit(served, "go out at ten", "go out at nine");
    await until(async () => (await served.get(PAGE)).text.includes("should go out at nine"));
    expect(running?.exitCode).toBe(null);
  });

  test("loses the page of a deleted fact and gains that of a new one", async () => {
    const served = await serve(wendWith());
    const file = join(served.folder, FACT);
    const text = readFileSync(file, "utf8");
    rmSync(file);
    await until(async () => (await served.get(PAGE)).status === 404);
    writeFileSync(join(served.folder, "content/facts/new-fact.md"), text);
    await until(async () => (await served.get("facts/new-fact/")).status === 200);
  });

  test("starts with a sheet that has an error, tells it, and shows the sheet once it is mended", async () => {
    const served = await serve(wendWith({ "facts/broken.md": "---\nkind: positoin\n---\n" }));
    expect((await served.get("")).text).toContain("content/facts/broken.md:2:7 unknown-value");
    rmSync(join(served.folder, "content/facts/broken.md"));
    await until(async () => (await served.get(PAGE)).status === 200);
  });
});
