/** A sheet served by the command, for tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort } from "../support/free-port.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";

/** A server that runs until the test ends. */
export interface Serving {
  /** Such as `http://localhost:8080/`. */
  readonly address: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** All that it has printed. */
  readonly printed: () => string;
}

/** Serves a sheet. @param environment beside that of this process. */
export async function serving(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  asked?: number,
): Promise<Serving> {
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  const call = [program, "serve", "--port", String(asked ?? (await freePort()))];
  const child = spawn(process.execPath, call, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", ...environment },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let printed = "";
  const keep = (data: Buffer): void => {
    printed += data.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  await until(() => printed.includes("Stop with Control-C") || child.exitCode !== null);
  const address = /http:\S+/.exec(printed)?.[0] ?? "";
  return { address, port: Number(new URL(address).port), child, printed: () => printed };
}

/** Waits, up to twenty seconds, until something holds. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to hold.");
}
