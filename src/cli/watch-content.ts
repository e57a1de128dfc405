/** Tells of changes in a folder until it is told to stop. */
import { watchFolders } from "../serve/watch-folders.ts";

/** Calls back after each change below a folder, and ends when the process is interrupted. */
export function watchUntilInterrupted(folder: string, onChange: () => void): Promise<void> {
  return new Promise((resolve) => {
    const stopWatching = watchFolders([folder], onChange);
    const stop = (): void => {
      stopWatching();
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
