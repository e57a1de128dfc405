/** Where the bench keeps what it makes. */
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The checkout. */
export const ROOT = join(import.meta.dirname, "..");

/** Corpora, peers' sites and what was installed for them; ignored by git. */
export const CACHE = join(ROOT, ".bench");

/** Where sites are built: in memory where the machine has such a folder. */
export const OUTPUT = join(memoryFolder() ?? tmpdir(), "standpoint-bench");

/** How the results name the output's place. */
export const OUTPUT_PLACE =
  memoryFolder() === null ? `on disk (${tmpdir()})` : "in memory (/dev/shm)";

function memoryFolder(): string | null {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return null;
  try {
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return null;
  }
}
