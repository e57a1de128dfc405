import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { type Command, measureCommand, run } from "../../bench/measure/run-command.ts";

const node = (script: string): Command => ({
  file: process.execPath,
  arguments: ["-e", script],
  folder: import.meta.dirname,
});

test("a command that fails is an error with what it printed", async () => {
  await expect(run(node("console.error('no oil'); process.exit(3)"))).rejects.toThrow(
    /ended with 3:\nno oil/,
  );
});

test.runIf(existsSync("/usr/bin/time"))(
  "a process that a command starts and waits for is measured with it",
  async () => {
    const busy = "const end = Date.now() + 300; while (Date.now() < end);";
    const parent = `require("child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}])`;
    const idle = await measureCommand(node("0"));
    const measured = await measureCommand(node(parent));
    expect(measured.cpu).toBeGreaterThan(idle.cpu);
    expect(measured.wall).toBeGreaterThan(0.3);
    expect(measured.memory).toBeGreaterThan(20);
  },
);
