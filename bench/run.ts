/**
 * The bench: Standpoint beside other generators that make the same pages from the same facts.
 * What it measures and how: bench/README.md.
 *
 *     npm run bench -- --help
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { measureBuilds, type PreparedSite, prepareSite } from "./builds.ts";
import { measureLatency } from "./latency/latency.ts";
import { describeMachine } from "./machine.ts";
import { OUTPUT, ROOT } from "./paths.ts";
import { type Results, reportOf } from "./report.ts";
import { sheetOf } from "./sheets.ts";
import { measureStartUp } from "./start-up.ts";
import { findTools, installPeers } from "./tools/find.ts";
import { type MissingTool, TOOL_NAMES, type Tool, type ToolName } from "./tools/tool.ts";

type SheetName = number | "real";

interface Options {
  readonly install: boolean;
  readonly quick: boolean;
  readonly slow: boolean;
  readonly tools: readonly ToolName[];
  readonly sizes: readonly SheetName[];
  readonly runs: number;
  readonly builds: boolean;
  readonly startUp: boolean;
  readonly latency: boolean;
  readonly latencySize: number;
  readonly latencyTools: readonly ToolName[];
  readonly edits: number;
  readonly name: string;
}

/** From this size on, the slow tools are left out unless asked for. */
const LARGE = 50_000;

const program = new Command("npm run bench --")
  .description("Measure Standpoint beside other generators on the same sheets.")
  .option("--install", "fetch Astro and the newest Hugo into .bench/ first", false)
  .option("--quick", "1,000 facts, one run, seven edits", false)
  .option("--slow", "slow tools at 50,000 facts, too", false)
  .option("--tools <names>", `of ${TOOL_NAMES.join(", ")}`, toolNames, [...TOOL_NAMES])
  .option("--sizes <sizes>", "numbers of facts, and real", sheetNames, [
    "real",
    1000,
    10_000,
    50_000,
  ])
  .option("--runs <number>", "runs of each build", count, 5)
  .option("--no-builds", "without builds")
  .option("--no-start-up", "without start-up")
  .option("--no-latency", "without edits in a development server")
  .option("--latency-size <number>", "the sheet's facts for the edits", count, 10_000)
  .option("--latency-tools <names>", "whose servers are measured", toolNames, [
    "standpoint",
    "hugo-newest",
    "hugo",
    "eleventy-data",
  ])
  .option("--edits <number>", "edits in each server", count, 30)
  .addOption(new Option("--name <name>", "of the results").default("latest"));

await bench(program.parse().opts<Options>());

async function bench(given: Options): Promise<void> {
  const options: Options = given.quick
    ? { ...given, sizes: [1000], runs: 1, latencySize: 1000, edits: 7 }
    : given;
  if (options.install) installPeers();
  const machine = describeMachine();
  const began = new Date().toISOString().slice(0, 10);
  const found = findTools(options.tools);
  const tools = found.filter((tool): tool is Tool => !("missing" in tool));
  const missing = found.filter((tool): tool is MissingTool => "missing" in tool);
  for (const tool of missing) tell(`${tool.label} is missing: ${tool.missing}`);

  const leftOut: string[] = [];
  const results: Results = {
    began,
    commit: commit(),
    machine,
    runs: options.runs,
    tools: found.map((tool) => ({
      name: tool.name,
      label: tool.label,
      version: "missing" in tool ? null : tool.version,
      missing: "missing" in tool ? tool.missing : null,
    })),
    leftOut,
    startUp: options.startUp ? await measureStartUp(options.runs * 2) : [],
    builds: options.builds ? await allBuilds(options, tools, leftOut) : [],
    latency: [],
  };
  write(options.name, results);
  if (!options.latency) return;
  write(options.name, { ...results, latency: await allLatencies(options, tools, leftOut) });
}

/** One size after the other, so that no more than one size's sites lie in memory. */
async function allBuilds(
  options: Options,
  tools: readonly Tool[],
  leftOut: string[],
): Promise<Results["builds"]> {
  const results: Results["builds"][number][] = [];
  for (const size of options.sizes) {
    const sheet = sheetOf(size);
    const prepared: PreparedSite[] = [];
    for (const tool of tools) {
      if (tool.isSlow && sheet.facts >= LARGE && !options.slow) {
        leftOut.push(
          `${tool.label} was not run on ${sheet.facts} facts, which takes minutes (--slow).`,
        );
        continue;
      }
      tell(`preparing ${sheet.name} for ${tool.label}`);
      const site = await prepareSite(tool, sheet);
      rmSync(site.site.output, { recursive: true, force: true });
      prepared.push(site);
    }
    results.push(...(await measureBuilds(prepared, options.runs, tell)));
  }
  return results;
}

async function allLatencies(
  options: Options,
  tools: readonly Tool[],
  leftOut: string[],
): Promise<Results["latency"]> {
  const sheet = sheetOf(options.latencySize);
  const results: Results["latency"][number][] = [];
  for (const tool of tools) {
    if (!options.latencyTools.includes(tool.name)) {
      leftOut.push(`${tool.label}’s server was not measured (--latency-tools).`);
      continue;
    }
    results.push(await measureLatency(await prepareSite(tool, sheet), options.edits, tell));
  }
  return results;
}

function write(name: string, results: Results): void {
  const folder = join(ROOT, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, `${name}.md`), reportOf(results));
  tell(`written to ${relative(process.cwd(), join(folder, `${name}.md`))}`);
  rmSync(OUTPUT, { recursive: true, force: true });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function commit(): string {
  const git = (...words: readonly string[]): string =>
    execFileSync("git", words, { cwd: ROOT, encoding: "utf8" }).trim();
  const changed =
    git("status", "--porcelain", "--", "src", "templates", "bench") === "" ? "" : ", with changes";
  return `${git("rev-parse", "--short", "HEAD")}${changed}`;
}

function count(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 1 on.");
}

function sheetNames(text: string): readonly SheetName[] {
  return text.split(",").map((name) => (name === "real" ? "real" : count(name)));
}

function toolNames(text: string): readonly ToolName[] {
  return text.split(",").map((name) => {
    const known = TOOL_NAMES.find((tool) => tool === name);
    if (known) return known;
    throw new InvalidArgumentError(`Give names out of ${TOOL_NAMES.join(", ")}.`);
  });
}
