/** `standpoint explain`: what a problem's code means, in the terminal. */
import type { Command } from "commander";
import { EXIT } from "../exit.ts";

/** Adds the command. */
export function addExplainCommand(program: Command, packageFolder: string): void {
  program
    .command("explain")
    .argument("[code]", "the problem's code, such as unknown-actor; without one, all are listed")
    .description("Tell what a problem means, with a wrong and a right example.")
    .allowExcessArguments(false)
    .action((code?: string) => explain(packageFolder, code));
}

async function explain(packageFolder: string, code: string | undefined): Promise<void> {
  const pages = await import("../../check/problem-pages.ts");
  const { didYouMean } = await import("../../content/suggest.ts");
  const { PROBLEM_CODES, isProblemCode } = await import("../../content/problem-codes.ts");
  const codes = pages.problemCodes();
  if (code === undefined) {
    const width = Math.max(...codes.map(({ length }) => length));
    const lines = codes.map((each) => `${each.padEnd(width)}  ${PROBLEM_CODES[each]}`);
    process.stdout.write(`${lines.join("\n")}\n`);
  } else if (isProblemCode(code)) {
    process.stdout.write(pages.plainPage(pages.readProblemPage(packageFolder, code)));
  } else {
    const hint = didYouMean(code, codes) || "standpoint explain lists all of them.";
    process.stderr.write(`There is no problem "${code}". ${hint}\n`);
    process.exitCode = EXIT.call;
  }
}
