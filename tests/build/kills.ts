/** The long run of killed builds: `npm run kills [kills] [seed]`. Writes bench/results/kills.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../support/sheet.ts";
import { killBuilds } from "./kill-builds.ts";

const [kills = 300, seed = 1] = process.argv.slice(2).map(Number);

const folder = mkdtempSync(join(tmpdir(), "standpoint-kills-"));
const begun = performance.now();
try {
  const result = await killBuilds(folder, kills, seed);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const report = `# Killed builds

\`npm run kills\`: seed ${seed}, Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.
Two states of a sheet, of different sizes, are built in turn into one folder, and the builds are killed with
SIGKILL together with the programs they started: a fifth at any moment, the others within 0.3 s after they began to
write beside the site. After each kill all files of the site are compared with the two clean sites, while another process looks at
the folder without a pause. After each third kill a build may end.

| | |
|---|---|
| builds killed | ${result.kills} |
| of these while a tree was being written or exchanged | ${result.left.tree} |
| with the lock held, before or after that | ${result.left.lock} |
| before the lock was taken or after it was let go | ${result.left.nothing} |
| builds that ended before they were killed | ${result.tooLate} |
| builds after a kill that were let end, and left the right site and no rest | ${result.completed} |
| looks of the other process whether the folder is there | ${result.looks} |
| looks at all of its files | ${result.wholes} |
| the whole run | ${seconds} s |
| **the site missing, half-written or mixed; rests left** | **${result.faults.length}** |

${result.faults.map((fault) => `- ${fault}`).join("\n")}
`;
  mkdirSync(join(PROJECT_FOLDER, "bench/results"), { recursive: true });
  writeFileSync(join(PROJECT_FOLDER, "bench/results/kills.md"), `${report.trim()}\n`);
  process.stdout.write(report);
  process.exitCode = result.faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
