/** The results as Markdown. */
import type { BuildResult } from "./builds.ts";
import { PAGE_KINDS } from "./equivalence/page-kinds.ts";
import { POLL_INTERVAL_IN_MILLISECONDS } from "./latency/client.ts";
import { EDIT_KINDS } from "./latency/edits.ts";
import { type LatencyResult, REST_IN_MILLISECONDS } from "./latency/latency.ts";
import type { Machine } from "./machine.ts";
import type { Measurement } from "./measure/run-command.ts";
import { growthExponent, median } from "./measure/statistics.ts";
import type { StartUpResult } from "./start-up.ts";
import type { ToolName } from "./tools/tool.ts";

/** A tool as the results name it. */
export interface NamedTool {
  readonly name: ToolName;
  readonly label: string;
  /** `null` when it is missing. */
  readonly version: string | null;
  /** How to get it, when it is missing. */
  readonly missing: string | null;
}

/** Everything one run of the bench found. */
export interface Results {
  readonly began: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly runs: number;
  readonly tools: readonly NamedTool[];
  /** What was left out and why, one sentence each. */
  readonly leftOut: readonly string[];
  readonly builds: readonly BuildResult[];
  readonly startUp: readonly StartUpResult[];
  readonly latency: readonly LatencyResult[];
}

/** The middle of several runs. */
function middle(runs: readonly Measurement[]): Measurement {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
  };
}

/** The results as a Markdown document. */
export function reportOf(results: Results): string {
  const { machine } = results;
  const sections = [
    `# Bench of ${results.began}`,
    table(
      ["what", "which"],
      [
        ["commit", results.commit],
        ["processor", `${machine.processor}, ${machine.cores} cores`],
        ["memory", machine.memory],
        ["system", machine.system],
        ["Node", machine.node],
        ["output", machine.output],
        ["load before", String(machine.loadBefore)],
        ["runs", `${results.runs}, interleaved; the tables give medians`],
      ],
    ),
    table(
      ["tool", "version"],
      results.tools.map(({ label, version, missing }) => [
        label,
        version ?? `missing (${missing ?? "not found"})`,
      ]),
    ),
    results.leftOut.map((line) => `- ${line}`).join("\n"),
    ...buildSections(results),
    ...growthSection(results),
    ...startUpSection(results),
    ...latencySections(results),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function buildSections(results: Results): readonly string[] {
  const sheets = [...new Set(results.builds.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const builds = results.builds.filter((build) => build.sheet === sheet);
    const hugos = builds
      .filter(({ tool }) => tool === "hugo" || tool === "hugo-newest")
      .map((build) => ({ label: labelOf(results, build.tool), ...middle(build.clean) }));
    const row = (build: BuildResult, runs: readonly Measurement[]): readonly string[] => {
      const { wall, cpu, memory } = middle(runs);
      return [
        labelOf(results, build.tool),
        seconds(wall),
        seconds(cpu),
        memory.toFixed(0),
        ...hugos.map((hugo) => `${(wall / hugo.wall).toFixed(2)} / ${(cpu / hugo.cpu).toFixed(2)}`),
      ];
    };
    const head = ["tool", "wall s", "CPU s", "MB"];
    const facts = builds[0]?.facts ?? 0;
    return [
      `## ${sheet === "real" ? `This repository’s sheet, ${facts} facts` : `${grouped(facts)} facts`}`,
      "### Clean build",
      table(
        [...head, ...hugos.map(({ label }) => `wall / CPU to ${label}`)],
        builds.map((build) => row(build, build.clean)),
      ),
      "### Build by a new process after one fact was edited",
      table(
        [...head, ...hugos.map(({ label }) => `wall / CPU to ${label}’s clean build`)],
        builds.map((build) => row(build, build.edited)),
      ),
      "### What was built",
      table(
        ["tool", "files", "MB", "pages", ...PAGE_KINDS],
        builds.map(({ tool, size }) => [
          labelOf(results, tool),
          grouped(size.files),
          (size.bytes / 1e6).toFixed(1),
          grouped(size.pagesInAll),
          ...PAGE_KINDS.map((kind) => grouped(size.pages[kind])),
        ]),
      ),
    ];
  });
}

/** Growth is told from 1,000 facts on: below, start-up hides it. */
function growthSection({ builds, tools }: Results): readonly string[] {
  const rows = tools.flatMap(({ name, label }) => {
    const mine = builds.filter(({ tool, facts }) => tool === name && facts >= 1000);
    const exponent = (cost: (one: Measurement) => number): string =>
      growthExponent(
        mine.map(({ facts, clean }) => ({ size: facts, cost: cost(middle(clean)) })),
      )?.toFixed(2) ?? "–";
    if (mine.length < 2) return [];
    return [
      [
        label,
        mine.map(({ facts }) => grouped(facts)).join(", "),
        exponent(({ wall }) => wall),
        exponent(({ cpu }) => cpu),
        exponent(({ memory }) => memory),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    "## Growth",
    "The exponent of the power of the number of facts with which a clean build’s cost grows (1: in proportion).",
    table(["tool", "facts", "wall", "CPU", "memory"], rows),
  ];
}

function startUpSection({ startUp }: Results): readonly string[] {
  if (startUp.length === 0) return [];
  return [
    "## Start-up",
    table(
      ["command", "wall ms", "CPU ms", "MB"],
      startUp.map(({ command, runs }) => {
        const { wall, cpu, memory } = middle(runs);
        return [command, (wall * 1000).toFixed(0), (cpu * 1000).toFixed(0), memory.toFixed(0)];
      }),
    ),
  ];
}

function latencySections(results: Results): readonly string[] {
  const sheets = [...new Set(results.latency.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const servers = results.latency.filter((one) => one.sheet === sheet);
    const columns = servers.map(({ tool }) => `${labelOf(results, tool)}: median / worst`);
    const places = EDIT_KINDS.flatMap((kind) => {
      const whats = servers.flatMap(({ sightings }) =>
        sightings.filter((one) => one.kind === kind).map(({ what }) => what),
      );
      return [...new Set(whats)].map((what) => ({ kind, what }));
    });
    // What the terminal tells is no sight of a page, so it does not count among all edits.
    const isTerminal = (what: string): boolean => what === "told in the terminal";
    return [
      `## From edit to page, ${grouped(servers[0]?.facts ?? 0)} facts`,
      `Milliseconds from before the file is written to the first answer of the tool’s own development server that shows the edit, asked over one kept-alive connection a page, ${POLL_INTERVAL_IN_MILLISECONDS} ms after each answer; ${REST_IN_MILLISECONDS} ms of rest between edits.`,
      table(
        ["edit", "seen on", ...columns],
        [
          [
            "all",
            "every page",
            ...servers.map(({ sightings }) =>
              spread(
                sightings
                  .filter(({ what }) => !isTerminal(what))
                  .map(({ milliseconds }) => milliseconds),
              ),
            ),
          ],
          ...places.map(({ kind, what }) => [
            kind,
            what,
            ...servers.map(({ sightings }) =>
              spread(
                sightings
                  .filter((one) => one.kind === kind && one.what === what)
                  .map(({ milliseconds }) => milliseconds),
              ),
            ),
          ]),
          ["(start)", "first answer", ...servers.map(({ ready }) => ready.toFixed(0))],
        ],
      ),
    ];
  });
}

/** Median and worst; what was never seen is the worst there is. */
function spread(times: readonly (number | null)[]): string {
  if (times.length === 0) return "–";
  const middle = median(times.map((time) => time ?? Number.POSITIVE_INFINITY));
  const worst = Math.max(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
  const told = (time: number): string => (Number.isFinite(time) ? time.toFixed(0) : "never");
  return `${told(middle)} / ${told(worst)}`;
}

function labelOf({ tools }: Results, name: ToolName): string {
  const tool = tools.find((one) => one.name === name);
  return tool?.version ? `${tool.label} ${tool.version}` : name;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function seconds(value: number): string {
  return value.toFixed(2);
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
