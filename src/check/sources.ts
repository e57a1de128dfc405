/** Fingerprints must be whole. */
import type { Problem } from "../content/problem.ts";
import type { Source } from "../content/records.ts";
import type { CheckContext, RecordChecks } from "./context.ts";

/** Checks sources' fingerprints. */
export const checkSources: RecordChecks = { sources: damagedFingerprint };

function damagedFingerprint(context: CheckContext, source: Source): Problem[] {
  const reason = context.fingerprints.failure(source.id);
  if (reason === "") return [];
  const message = `the fingerprint cannot be used (${reason})`;
  return [
    context.at(
      "invalid-fingerprint",
      source,
      ["fingerprint"],
      message,
      "Capture the source again; never edit a fingerprint.",
    ),
  ];
}
