/**
 * The heap of a large build. V8 lets as much garbage gather as there is memory; a sheet of 50,000
 * facts then takes 400 MB more than it needs. So garbage is collected while pages are rendered, as
 * soon as it may be half of what lives. Small sheets never get there.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Below this nobody minds, in bytes. */
const LITTLE = 400e6;

/** How much a heap may grow from one collection to the next. */
const GROWTH = 1.5;

/** Gives a function to be called now and then, which collects garbage where there may be much. */
export function heapKeeper(): () => void {
  let limit = LITTLE;
  return () => {
    if (getHeapStatistics().used_heap_size < limit) return;
    collect();
    limit = Math.max(LITTLE, getHeapStatistics().used_heap_size * GROWTH);
  };
}

/** Node has no call for it, but V8 hands one out. Without it the build takes more memory, and nothing else. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("typeof gc === 'function' ? gc : undefined");
  if (typeof gc === "function") gc();
}
