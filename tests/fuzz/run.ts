/** The long run of the fuzzer: `npm run fuzz [inputs] [seed]`. Writes bench/results/fuzz.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fuzzReader } from "./reader-fuzz.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const [runs = 100_000, seed = 1] = process.argv.slice(2).map(Number);

const folder = mkdtempSync(join(tmpdir(), "standpoint-fuzz-"));
const begun = performance.now();
try {
  const result = fuzzReader(runs, seed, join(PROJECT, "tests/golden/wend/content"), folder);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const codes = [...result.codes].sort(([a], [b]) => (a < b ? -1 : 1));
  const report = `# Fuzzing the reader

\`npm run fuzz\`: ${result.inputs} inputs, seed ${seed}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.
Six in ten are sound files spoilt, three are pieces of YAML and Markdown, one is bytes. Each is read from disk,
decoded, parsed, its body rendered, its problems placed and printed.

| | |
|---|---|
| crashes, exceptions | 0 |
| problems outside their file, or that a terminal would obey | 0 |
| longest input | ${Math.ceil(result.longest)} ms of the processor |
| most memory of the process | ${Math.round(result.memory / 1e6)} MB |
| the whole run | ${seconds} s |
| read without a problem | ${result.sound} |

| problem | told |
|---|---|
${codes.map(([code, count]) => `| ${code} | ${count} |`).join("\n")}
`;
  mkdirSync(join(PROJECT, "bench/results"), { recursive: true });
  writeFileSync(join(PROJECT, "bench/results/fuzz.md"), report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
