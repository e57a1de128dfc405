/**
 * Staging: a site is built beside its place and moved there whole, so that a failed build leaves
 * the last good one untouched.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that marks a folder as a site Standpoint made, which it may therefore replace. */
const MARKER = ".standpoint";

/** Thrown when the output folder holds something Standpoint did not make. */
export class ForeignOutputError extends Error {
  constructor(readonly folder: string) {
    super(`${folder} holds files that Standpoint did not make; name another folder with --output`);
  }
}

/** A folder being built. */
export interface Stage {
  /** Absolute path to write into. */
  readonly folder: string;
  /** Puts the built folder in its place. */
  readonly publish: () => void;
  /** Throws the built folder away. */
  readonly discard: () => void;
}

/**
 * Opens a stage beside an output folder.
 * @throws ForeignOutputError if the output folder is not empty and not a site of ours.
 */
export function openStage(outputFolder: string): Stage {
  refuseForeign(outputFolder);
  const parent = dirname(outputFolder);
  const name = basename(outputFolder);
  const folder = join(parent, `.${name}.stage-${process.pid}`);
  const previous = join(parent, `.${name}.previous-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, MARKER),
    "This folder is made by Standpoint and replaced at each build.\n",
  );
  return {
    folder,
    publish: () => {
      if (existsSync(outputFolder)) renameSync(outputFolder, previous);
      renameSync(folder, outputFolder);
      rmSync(previous, { recursive: true, force: true });
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function refuseForeign(outputFolder: string): void {
  if (!existsSync(outputFolder)) return;
  const entries = readdirSync(outputFolder);
  if (entries.length > 0 && !entries.includes(MARKER)) throw new ForeignOutputError(outputFolder);
}
