/** A development server that runs while it is measured. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Command } from "../measure/run-command.ts";
import { clientOf, pause } from "./client.ts";

/** A server that answers. */
export interface RunningServer {
  readonly port: number;
  /** Milliseconds from its start to its first answer. */
  readonly ready: number;
  /** What it has printed since it was last asked. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts a server and waits until a page answers with status 200. @throws Error when it does not */
export async function startServer(
  command: (port: number) => Command,
  path: string,
  limit: number,
): Promise<RunningServer> {
  const port = await freePort();
  const { file, arguments: words, folder, environment } = command(port);
  const began = performance.now();
  const child = spawn(file, words, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  const keep = (chunk: Buffer): void => {
    printed = `${printed}${chunk}`.slice(-20_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  endWithUs(child);
  const client = clientOf(port);
  const ready = await client.until(
    path,
    ({ status }) => status === 200 || child.exitCode !== null,
    began,
    limit,
  );
  client.close();
  if (ready === null || child.exitCode !== null) {
    await stop(child);
    throw new Error(`${file} ${words.join(" ")} does not answer:\n${printed}`);
  }
  return {
    port,
    ready,
    printed: () => {
      const told = printed;
      printed = "";
      return told;
    },
    stop: () => stop(child),
  };
}

/** A bench that is stopped leaves no server behind. */
function endWithUs(child: ChildProcess): void {
  const end = (): void => {
    if (child.exitCode === null && child.pid !== undefined) signal(child.pid, "SIGKILL");
  };
  const stopped = (): never => process.exit(1);
  const signals = ["SIGINT", "SIGTERM"] as const;
  process.once("exit", end);
  for (const name of signals) process.once(name, stopped);
  child.once("exit", () => {
    process.off("exit", end);
    for (const name of signals) process.off(name, stopped);
  });
}

/** Ends the server and what it started. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  signal(child.pid, "SIGTERM");
  await Promise.race([ended, pause(5000)]);
  if (child.exitCode === null && child.signalCode === null) signal(child.pid, "SIGKILL");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
