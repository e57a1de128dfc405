/** What the command line writes, and who reads it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { PROJECT_FOLDER } from "../support/sheet.ts";

test("a reader who stops before the end of the output is no fault", async () => {
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const child = spawn(process.execPath, [program, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const [told, status] = await Promise.all([
    text(child.stderr),
    new Promise((resolve) => child.on("exit", resolve)),
  ]);
  expect({ told, status }).toEqual({ told: "", status: 0 });
});
