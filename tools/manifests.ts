/** `package.json` and the lock file: read, and cut down to what those who install the package need. */
import { z } from "zod";

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

const lockedSchema = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});

const lockSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), lockedSchema),
});

/** What `package.json` says, as far as it is asked for here; everything else is kept. */
export type Manifest = z.output<typeof manifestSchema>;
/** A lock file. The package itself is under the empty key, all others by their folders. */
export type Lock = z.output<typeof lockSchema>;
/** One package of a lock file. */
export type Locked = z.output<typeof lockedSchema>;

/** @throws ZodError if the text is no `package.json`. */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}

/** @throws ZodError if the text is no lock file of version 3. */
export function parseLock(text: string): Lock {
  return lockSchema.parse(JSON.parse(text));
}

/** Keys that only work on the checkout needs. */
const OF_THE_CHECKOUT = ["scripts", "devDependencies", "overrides"];

/**
 * Packages that come inside the package, with all that they need. npm heeds `overrides` only in a
 * checkout, and without them it cannot install these.
 */
export const BUNDLED: readonly string[] = ["@11ty/eleventy"];

/** Packages that run the sources as they are. The package holds them compiled. */
const OF_THE_SOURCES = ["jiti"];

/** The manifest to publish. Everything in the folder belongs to the package, so it lists no files. */
export function manifestOf(manifest: Manifest): object {
  return {
    ...without(manifest, OF_THE_CHECKOUT),
    dependencies: without(manifest.dependencies, OF_THE_SOURCES),
    bundleDependencies: BUNDLED,
  };
}

/** The lock with what those who install the package get, and nothing else. */
export function productionLock(lock: Lock): Lock {
  const { dependencies = {}, ...root } = lock.packages[""] ?? {};
  const own = {
    ...lock,
    packages: {
      ...lock.packages,
      "": {
        ...without(root, OF_THE_CHECKOUT),
        dependencies: without(dependencies, OF_THE_SOURCES),
      },
    },
  };
  const tree = treeOf(own, "");
  const packages = Object.entries(own.packages).filter(([path]) => tree.has(path));
  return { ...own, packages: Object.fromEntries(packages) };
}

/** The folders of what a package asks for, found as Node finds them: beside it, then further up. */
export function dependenciesOf(lock: Lock, path: string): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return names.flatMap((name) => folderOf(lock, path, name) ?? []).sort();
}

/** The folders of a package and of all that it needs. */
export function treeOf(lock: Lock, path: string): ReadonlySet<string> {
  const tree = new Set([path]);
  // A set is walked over in the order of its making, what is added meanwhile included.
  for (const member of tree) for (const needed of dependenciesOf(lock, member)) tree.add(needed);
  return tree;
}

function folderOf(lock: Lock, from: string, name: string): string | null {
  const found = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (lock.packages[found]) return found;
  if (from === "") return null;
  const above = from.lastIndexOf("/node_modules/");
  return folderOf(lock, above < 0 ? "" : from.slice(0, above), name);
}

function without<Value>(
  value: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
