/** One build at a time for each output folder. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/** Thrown when another build holds the output folder and does not let go. */
export class BusyOutputError extends Error {
  constructor(
    readonly lockFile: string,
    holder: number,
  ) {
    super(
      `Another build (process ${holder}) is writing this site. Wait for it, or, if it is none of yours, delete ${lockFile}`,
    );
  }
}

/** In milliseconds. */
const LOOK_AGAIN = 50;

/**
 * Waits until no other process holds the lock, then takes it. A lock whose holder no longer runs
 * is taken over.
 * @param patience how long to wait for another build, in milliseconds.
 * @returns lets go.
 * @throws BusyOutputError if another build outlasts the patience.
 */
export async function takeLock(lockFile: string, patience = 120_000): Promise<() => void> {
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    if (isTaken(lockFile)) return () => rmSync(lockFile, { force: true });
    const holder = holderOf(lockFile);
    if (holder === null || !isRunning(holder)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (waited >= patience) throw new BusyOutputError(lockFile, holder);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

/** Creating a file that must not exist is one step for the file system: two cannot both succeed. */
function isTaken(lockFile: string): boolean {
  try {
    const file = openSync(lockFile, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** The process in the file; `null` if it cannot be read, or is just being written by one that was killed. */
function holderOf(lockFile: string): number | null {
  try {
    const holder = Number(readFileSync(lockFile, "utf8"));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : null;
  } catch {
    return null;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** Whether an error is a system's error of a code. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
