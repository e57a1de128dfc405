/** Tells of changes in a folder until it is told to stop. */
import { type FSWatcher, watch } from "node:fs";

/** Editors write a file in several steps; so long after the last of them the folder is read. */
const QUIET_MS = 60;

/**
 * Calls back after each change below a folder, and ends when the process is interrupted.
 * @throws what the file system says if the folder cannot be watched
 */
export function watchUntilInterrupted(folder: string, onChange: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher: FSWatcher = watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    });
    const stop = (): void => {
      clearTimeout(timer);
      watcher.close();
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    watcher.on("error", reject);
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
