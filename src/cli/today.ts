/** The one place in which the command line asks what day it is. */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../content/dates.ts";

/** Today's date where the editor is. */
export function today(): Day {
  return Temporal.Now.plainDateISO().toString();
}
