/**
 * Asks the registry for known faults of the packages that the published package needs. A fault ends
 * it with status 1; a registry that does not answer does not, and is told. Run as `npm run audit`.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { z } from "zod";

const reportSchema = z.object({
  metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }),
});

/** What came of asking: how many faults, or `null` if nobody answered. */
export function faultsIn(report: string): number | null {
  try {
    return reportSchema.parse(JSON.parse(report)).metadata.vulnerabilities.total;
  } catch {
    return null;
  }
}

function audit(): number {
  const arguments_ = ["audit", "--omit=dev", "--json"];
  const { stdout } = spawnSync("npm", arguments_, { encoding: "utf8", timeout: 60_000 });
  const faults = faultsIn(stdout);
  if (faults === null) {
    process.stdout.write("Audit: the registry did not answer; nothing is known of faults.\n");
    return 0;
  }
  process.stdout.write(`Audit: ${faults} known faults in packages that are shipped or needed.\n`);
  if (faults > 0) process.stdout.write(stdout);
  return faults > 0 ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  process.exitCode = audit();
