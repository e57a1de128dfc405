/** Measures how long the command takes to answer, beside a Node process that does nothing. */
import { join } from "node:path";
import { type Command, type Measurement, measureCommand } from "./measure/run-command.ts";
import { ROOT } from "./paths.ts";

/** What one command took. */
export interface StartUpResult {
  readonly command: string;
  readonly runs: readonly Measurement[];
}

export async function measureStartUp(runs: number): Promise<readonly StartUpResult[]> {
  const node = (...words: readonly string[]): Command => ({
    file: process.execPath,
    arguments: words,
    folder: ROOT,
  });
  const commands = [
    { command: "node -e 0", run: node("-e", "0"), results: [] as Measurement[] },
    {
      command: "standpoint --help",
      run: node(join(ROOT, "bin/standpoint.js"), "--help"),
      results: [] as Measurement[],
    },
    {
      command: "standpoint check (this sheet)",
      run: node(join(ROOT, "bin/standpoint.js"), "check"),
      results: [] as Measurement[],
    },
  ];
  for (const { run } of commands) await measureCommand(run);
  for (let number = 0; number < runs; number++)
    for (const { run, results } of commands) results.push(await measureCommand(run));
  return commands.map(({ command, results }) => ({ command, runs: results }));
}
