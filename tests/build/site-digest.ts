/** One text for all files of a site. */
import { createHash } from "node:crypto";
import { contentsOf } from "../support/site-files.ts";

/** Two sites of one digest hold the same files with the same bytes; a site that goes away meanwhile has an own one. */
export function siteDigest(folder: string): string {
  const hash = createHash("sha256");
  try {
    for (const [path, bytes] of Object.entries(contentsOf(folder)))
      hash.update(JSON.stringify([path, bytes]));
  } catch (error) {
    return `unreadable: ${String(error)}`;
  }
  return hash.digest("hex").slice(0, 16);
}
