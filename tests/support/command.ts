/** Runs the built tool as a user does. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./sheet.ts";

/** What a run left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `standpoint` with arguments in a folder; colours off, and any further environment. */
export function standpoint(
  folder: string,
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT_FOLDER, "bin/standpoint.js"), ...arguments_],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...environment } },
  );
  return { status, stdout, stderr };
}

/** Runs `standpoint` while this process goes on, for servers that it is to reach. */
export function standpointMeanwhile(folder: string, arguments_: readonly string[]): Promise<Run> {
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const child = spawn(process.execPath, [program, ...arguments_], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => {
    printed.stdout += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    printed.stderr += data.toString();
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, ...printed })));
}

/** Runs Eleventy's own command line in a folder. */
export function eleventy(folder: string, arguments_: readonly string[] = []): Run {
  const program = join(PROJECT_FOLDER, "node_modules/@11ty/eleventy/cmd.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...arguments_], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}
