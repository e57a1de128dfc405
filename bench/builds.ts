/**
 * Measures builds. Each run builds every sheet with every tool before the next run begins, so that
 * what else the machine does falls on all alike.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "./corpus/content-file.ts";
import { compareWithSheet } from "./equivalence/compare.ts";
import { shows } from "./equivalence/expectations.ts";
import type { SiteSize } from "./equivalence/page-kinds.ts";
import { type Measurement, measureCommand, run } from "./measure/run-command.ts";
import { CACHE, OUTPUT } from "./paths.ts";
import type { Sheet } from "./sheets.ts";
import { type Site, type Tool, type ToolName, writeText } from "./tools/tool.ts";

/** What was measured of one tool on one sheet. */
export interface BuildResult {
  readonly tool: ToolName;
  readonly sheet: string;
  readonly facts: number;
  readonly size: SiteSize;
  /** Builds with neither cache nor output. */
  readonly clean: readonly Measurement[];
  /** Builds by a new process after one fact was edited. */
  readonly edited: readonly Measurement[];
}

/** A tool's site of a sheet, built once and found to be what was asked for. */
export interface PreparedSite {
  readonly tool: Tool;
  readonly sheet: Sheet;
  readonly site: Site;
  readonly size: SiteSize;
}

/**
 * Writes a tool's site and builds it once, untimed.
 * @throws Error when the pages are not those of the sheet
 */
export async function prepareSite(tool: Tool, sheet: Sheet): Promise<PreparedSite> {
  const folder = join(CACHE, "sites", tool.name, sheet.name);
  const output = join(OUTPUT, `${tool.name}-${sheet.name}`);
  rmSync(folder, { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const site = tool.prepare(sheet.files, folder, output);
  await run(tool.build(site));
  const { size, lacks } = compareWithSheet(output, sheet.files);
  if (lacks.length > 0) {
    const shown = lacks.slice(0, 12).join("\n  ");
    throw new Error(`${tool.label} on ${sheet.name} lacks ${lacks.length} things:\n  ${shown}`);
  }
  return { tool, sheet, site, size };
}

/** Measures clean builds and builds after one edit. */
export async function measureBuilds(
  prepared: readonly PreparedSite[],
  runs: number,
  tell: (line: string) => void,
): Promise<readonly BuildResult[]> {
  const measured = prepared.map((one) => ({
    one,
    clean: [] as Measurement[],
    edited: [] as Measurement[],
  }));
  for (let number = 1; number <= runs; number++) {
    for (const { one, clean, edited } of measured) {
      const { tool, sheet, site } = one;
      clear(one);
      const first = await measureCommand(tool.build(site));
      const second = await buildAfterEdit(one, number);
      clean.push(first);
      edited.push(second);
      const told = [first, second].map(
        ({ wall, cpu }) => `${wall.toFixed(2)} s/${cpu.toFixed(2)} s`,
      );
      tell(
        `run ${number}, ${sheet.name}, ${tool.label}: clean ${told[0]}, after one edit ${told[1]}`,
      );
      rmSync(site.output, { recursive: true, force: true });
    }
  }
  return measured.map(({ one: { tool, sheet, size }, clean, edited }) => ({
    tool: tool.name,
    sheet: sheet.name,
    facts: sheet.facts,
    size,
    clean,
    edited,
  }));
}

/** Removes the output and whatever an earlier build left beside it. */
export function clear({ tool, site }: PreparedSite): void {
  for (const leftover of tool.leftovers)
    rmSync(join(site.folder, leftover), { recursive: true, force: true });
  rmSync(site.output, { recursive: true, force: true });
}

/** Builds after words were added to the body of one fact, and takes them away. @throws Error when the page has not changed */
async function buildAfterEdit(
  { tool, sheet, site }: PreparedSite,
  number: number,
): Promise<Measurement> {
  const fact = editedFact(sheet, number);
  const words = `Seen by the bench ${number} times over`;
  const edited: ContentFile = { ...fact, body: `${fact.body}\n\n${words}.` };
  writeText(site.pathOf(fact), site.textOf(edited));
  try {
    const measurement = await measureCommand(tool.build(site));
    const page = join(site.output, "facts", fileId(fact), "index.html");
    if (!shows(readFileSync(page, "utf8"), words))
      throw new Error(`${tool.label}: ${page} lacks the edit`);
    return measurement;
  } finally {
    writeText(site.pathOf(fact), site.textOf(fact));
  }
}

/** Another fact in each run. @throws Error for a sheet without facts */
function editedFact({ files }: Sheet, number: number): ContentFile {
  const facts = files.filter(({ path }) => path.startsWith("facts/"));
  const fact = facts[(number * 7919) % facts.length];
  if (!fact) throw new Error("The sheet has no facts");
  return fact;
}

function fileId({ path }: ContentFile): string {
  return path.slice(path.lastIndexOf("/") + 1, -".md".length);
}
