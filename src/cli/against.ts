/** `check --against`: what is published must not change or go in silence. */
import type { BuildOptions } from "../build/options.ts";
import { nameOf } from "../content/files.ts";
import { type Problem, sortProblems } from "../content/problem.ts";
import { readContent } from "../content/read.ts";
import { counted } from "../content/wording.ts";
import { compareWithPublished } from "../manifest/compare.ts";
import { PublishedError, readPublished } from "../manifest/published.ts";
import { EXIT } from "./exit.ts";

/**
 * Adds what the comparison with the published site finds to the content's own problems, and tells
 * what is new. Where nothing can be compared the exit status says that the call is at fault.
 */
export async function withPublished(
  problems: readonly Problem[],
  site: string | undefined,
  { contentFolder, workingFolder, drafts }: BuildOptions,
  tell: (line: string) => void,
): Promise<readonly Problem[]> {
  if (site === undefined) return problems;
  try {
    const published = await readPublished(site, workingFolder);
    const folder = nameOf(contentFolder, workingFolder);
    const content = readContent(contentFolder, workingFolder);
    const found = compareWithPublished(content, published, { folder, drafts });
    const { counts } = found;
    tell(
      `Compared with ${counted(counts.published, "published fact")}: ${counts.added} new, ${counts.corrected} corrected, ${counts.withdrawn} withdrawn.\n`,
    );
    return sortProblems([...problems, ...found.problems]);
  } catch (error) {
    if (!(error instanceof PublishedError)) throw error;
    const hint = error.hint === "" ? "" : `\n  ${error.hint}`;
    process.stderr.write(`Not compared: ${error.message}.${hint}\n`);
    process.exitCode = EXIT.call;
    return problems;
  }
}
