/** Tells of changes below folders. One watcher for each folder: a sheet has thousands of files in a few folders. */
import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/** How long the file system must be quiet before a change is told, in milliseconds: editors write in several steps. */
const SETTLED = 12;

/**
 * Watches folders and all folders below them, new ones included. A folder that is not there, or
 * goes away, is passed over.
 * @param onChange is called once for changes that come together.
 * @returns stops watching.
 */
export function watchFolders(roots: readonly string[], onChange: () => void): () => void {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  let timer: NodeJS.Timeout | null = null;

  const forget = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const told = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      for (const folder of [...watchers.keys()]) if (inodeOf(folder) === 0) forget(folder);
      roots.forEach(follow);
      onChange();
    }, SETTLED);
  };
  const follow = (folder: string): void => {
    for (const child of foldersIn(folder)) follow(child);
    const inode = inodeOf(folder);
    if (watchers.get(folder)?.inode === inode) return;
    // Another folder may have come in its place, as when a branch is checked out.
    forget(folder);
    if (inode === 0) return;
    try {
      const watcher = watch(folder, told);
      watcher.on("error", () => forget(folder));
      watchers.set(folder, { watcher, inode });
    } catch {
      forget(folder);
    }
  };
  roots.forEach(follow);
  return () => {
    if (timer) clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

/** 0 for a folder that is not there. */
function inodeOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.ino ?? 0;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
