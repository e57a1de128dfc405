/** Files that are made when the program is compiled, and lie beside it: 0034 tells why. */
import { readFileSync } from "node:fs";
import type { z } from "zod";

/** A file that was made ahead. Sources have none: they make what it would hold. */
export interface AheadFile<Value> {
  /** Such as `bundles.json`. */
  readonly name: string;
  /** Reads it. `null` if it is not there or holds something else: it saves time, and is never relied upon. */
  readonly read: () => Value | null;
}

/** A file made ahead, of a name and of what its JSON must be. */
export function aheadFile<Value>(name: string, schema: z.ZodType<Value>): AheadFile<Value> {
  return {
    name,
    read: () => {
      try {
        const file = new URL(`./${name}`, import.meta.url);
        return schema.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return null;
      }
    },
  };
}
