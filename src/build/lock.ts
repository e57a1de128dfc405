/** One build at a time for each output folder. */
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { isCode } from "./system-fault.ts";

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

/** For so long a lock may be without a holder's number, in milliseconds: it is written just after the lock is made. */
const NAMELESS = 500;

/** Locks of this process: another that had its number, as in a container, may have left one behind. */
const held = new Set<string>();

/**
 * Waits until no other process holds the lock, then takes it. A lock whose holder no longer runs
 * is taken over.
 * @param patience how long to wait for another build, in milliseconds.
 * @returns lets go.
 * @throws BusyOutputError if another build outlasts the patience.
 */
export async function takeLock(lockFile: string, patience = 120_000): Promise<() => void> {
  mkdirSync(dirname(lockFile), { recursive: true });
  let nameless = 0;
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    if (isTaken(lockFile)) {
      held.add(lockFile);
      return () => {
        held.delete(lockFile);
        rmSync(lockFile, { force: true });
      };
    }
    const holder = holderOf(lockFile);
    nameless = holder === 0 ? nameless + LOOK_AGAIN : 0;
    if (holder === 0 ? nameless > NAMELESS : !isHeld(lockFile, holder)) {
      takeAway(lockFile, holder);
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

/** Takes the lock of a holder that no longer runs out of the way, unless another build has taken it over meanwhile. */
function takeAway(lockFile: string, holder: number): void {
  const own = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, own);
    if (holderOf(own) !== holder) linkSync(own, lockFile);
  } catch (error) {
    if (!isCode(error, "ENOENT") && !isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process in the file; 0 if there is none to be read. */
function holderOf(lockFile: string): number {
  try {
    const holder = Number(readFileSync(lockFile, "utf8"));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : 0;
  } catch {
    return 0;
  }
}

function isHeld(lockFile: string, holder: number): boolean {
  if (holder === process.pid) return held.has(lockFile);
  return isRunning(holder);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}
