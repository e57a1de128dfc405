/** Whether files differ from those of the last build in their bodies alone: then nothing else has to be derived again. */
import { isDeepStrictEqual } from "node:util";
import type { RememberedFile } from "../content/memory.ts";

type Files = ReadonlyMap<string, RememberedFile>;

/**
 * The files whose bodies changed, by path; `null` if something else changed, or may have.
 * @param records how many records there are now: one of a file that is not remembered is not known to be as it was.
 */
export function changedBodies(
  before: Files,
  now: Files,
  records: number,
): readonly string[] | null {
  if (before.size !== now.size || now.size !== records) return null;
  const changed: string[] = [];
  for (const [path, { parsed }] of now) {
    const last = before.get(path)?.parsed;
    if (last === parsed) continue;
    // All pages depend on the site's own file, its body among the rest.
    if (!last?.record || !parsed.record || parsed.collection === "site") return null;
    const { body: _last, ...lastFront } = last.record;
    const { body: _now, ...front } = parsed.record;
    if (!isDeepStrictEqual(lastFront, front)) return null;
    changed.push(path);
  }
  return changed;
}
