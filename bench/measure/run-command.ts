/**
 * Runs a command and measures it. Wall time is this process' own clock, from start to exit. CPU and
 * memory are the kernel's, asked for by GNU time with `wait4`: user and system time of the command
 * and of all its descendants that were waited for, to 10 ms, threads included; memory is the
 * largest resident size that any one of these processes had.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What to run. */
export interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a run took. */
export interface Measurement {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, user and system. */
  readonly cpu: number;
  /** Megabytes (1,000,000 bytes). */
  readonly memory: number;
}

const TIME = "/usr/bin/time";

/** Runs a command to its end. @throws Error with what it printed, when it fails */
export async function measureCommand(command: Command): Promise<Measurement> {
  if (!existsSync(TIME)) throw new Error(`${TIME} is missing: apt-get install -y time`);
  const folder = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
  const report = join(folder, "time");
  try {
    const wall = await run({
      ...command,
      file: TIME,
      arguments: ["-q", "-o", report, "-f", "%U %S %M", command.file, ...command.arguments],
    });
    const [user = 0, system = 0, kilobytes = 0] = readFileSync(report, "utf8")
      .split(" ")
      .map(Number);
    return { wall, cpu: user + system, memory: (kilobytes * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command to its end and gives the seconds it took. @throws Error with what it printed, when it fails */
export function run(command: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command.file, command.arguments, {
      cwd: command.folder,
      env: { ...process.env, ...command.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    const keep = (chunk: Buffer): void => {
      printed = `${printed}${chunk}`.slice(-4000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      const words = [command.file, ...command.arguments].join(" ");
      if (code === 0) resolve(seconds);
      else reject(new Error(`${words} ended with ${code}:\n${printed}`));
    });
  });
}
