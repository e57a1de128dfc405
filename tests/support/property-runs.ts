/** How often a property is tried each run of which takes seconds. */
import type { Parameters } from "fast-check";

/** From so many runs on the first failure is told as it is: to make it smaller would take longer than the runs. */
const MANY = 50;

/**
 * Parameters of a property. In the environment, `<name>_RUNS` asks for more runs and `<name>_SEED` for others.
 * @param usual how many runs there are if nobody asks
 */
export function propertyRuns(
  name: string,
  usual: number,
): Pick<Parameters, "numRuns" | "endOnFailure" | "seed"> {
  const numRuns = Number(process.env[`${name}_RUNS`] ?? usual);
  const seed = process.env[`${name}_SEED`];
  return {
    numRuns,
    endOnFailure: numRuns > MANY,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}
