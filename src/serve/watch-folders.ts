/** Tells of changes below folders. One watcher for each folder: a sheet has thousands of files in a few folders. */
import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/** How long the file system must be quiet before a change is told, in milliseconds: editors write in several steps. */
const SETTLED = 12;

/**
 * From so many events on that come together, what changed is not told one by one. The system's own list
 * of them has an end (16,384 on Linux), and nobody is told of what no longer fits.
 */
const MOST_EVENTS = 512;

/** Absolute paths of files that came, changed or went; `null` where that is not sure and everything may have. */
export type ChangedPaths = ReadonlySet<string> | null;

/**
 * Watches folders and all folders below them, new ones included. One that is not there, or goes
 * away, is passed over until it comes.
 * @param onChange is called once for changes that come together.
 * @returns stops watching.
 */
export function watchFolders(
  roots: readonly string[],
  onChange: (changed: ChangedPaths) => void,
): () => void {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  let timer: NodeJS.Timeout | null = null;
  let changed = new Set<string>();
  let events = 0;
  let isSure = true;

  const forget = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const note = (folder: string, name: string | null): void => {
    events += 1;
    // What happens to a folder itself is told under its own name, as if that lay in it.
    if (name === null || name === basename(folder)) {
      isSure = false;
      // If it was deleted, a new one of its name may get its very inode, and is to be watched anew.
      forget(folder);
    } else changed.add(join(folder, name));
    if (timer) clearTimeout(timer);
    timer = setTimeout(tell, SETTLED);
  };
  const tell = (): void => {
    const paths = isSure && events < MOST_EVENTS && ![...changed].some(isFolder) ? changed : null;
    timer = null;
    changed = new Set();
    events = 0;
    isSure = true;
    if (paths === null) {
      for (const folder of [...watchers.keys()]) if (inodeOf(folder) === 0) forget(folder);
      roots.forEach(follow);
    }
    onChange(paths);
  };
  /** Whether a path is, or was, that of a folder. */
  const isFolder = (path: string): boolean =>
    watchers.has(path) || lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const follow = (folder: string): void => {
    watchAlone(folder);
    // Listed once it is watched: what comes from then on is told.
    for (const child of foldersIn(folder)) follow(child);
  };
  const watchAlone = (folder: string): void => {
    const inode = inodeOf(folder);
    if (watchers.get(folder)?.inode === inode) return;
    // Another folder may have come in its place, as when a branch is checked out.
    forget(folder);
    if (inode === 0) return;
    try {
      const watcher = watch(folder, (_event, name) => note(folder, name));
      watcher.on("error", () => {
        forget(folder);
        note(folder, null);
      });
      watchers.set(folder, { watcher, inode });
    } catch {
      forget(folder);
    }
  };
  roots.forEach(follow);
  const above = roots.flatMap((root) => watcherOfName(root, () => note(root, null)) ?? []);
  return () => {
    if (timer) clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
    for (const watcher of above) watcher.close();
  };
}

/** Tells from the folder above when a folder comes or goes: one that is gone tells nothing. */
function watcherOfName(folder: string, told: () => void): FSWatcher | null {
  try {
    const watcher = watch(dirname(folder), (_event, name) => {
      if (name === null || name === basename(folder)) told();
    });
    return watcher.on("error", () => watcher.close());
  } catch {
    return null;
  }
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
