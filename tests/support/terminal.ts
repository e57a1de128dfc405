/** Runs `standpoint` on a terminal of its own, as an editor sits at one. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { onTestFinished } from "vitest";
import { PROJECT_FOLDER } from "./sheet.ts";

/** Whether this machine has util-linux's `script`, which lends a terminal. */
export const HAS_TERMINAL: boolean = /util-linux/.test(
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "",
);

/** A text to wait for, and the keys that are then pressed. */
export type Step = readonly [awaited: string, keys: string];

/** Presses the keys of each step once its text has appeared after those before; returns all that was shown. */
export function standpointOnTerminal(
  folder: string,
  arguments_: readonly string[],
  steps: readonly Step[],
): Promise<string> {
  const program = [process.execPath, join(PROJECT_FOLDER, "bin/standpoint.js"), ...arguments_];
  const command = `stty cols 200 rows 50; ${program.map((part) => `'${part}'`).join(" ")}`;
  const child = spawn("script", ["--quiet", "--command", command, "/dev/null"], { cwd: folder });
  onTestFinished(() => void child.kill());
  let shown = "";
  let read = 0;
  let step = 0;
  child.stdout.on("data", (data: Buffer) => {
    shown += stripVTControlCharacters(data.toString());
    const [awaited, keys] = steps[step] ?? [];
    if (awaited === undefined || !shown.slice(read).includes(awaited)) return;
    read = shown.length;
    step += 1;
    child.stdin.write(keys);
  });
  return new Promise((resolve) => child.on("close", () => resolve(shown)));
}
