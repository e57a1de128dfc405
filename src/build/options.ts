/** What a build is asked for. */
import { resolve } from "node:path";
import type { Day } from "../content/dates.ts";

/** A build's options, complete. All paths are absolute. */
export interface BuildOptions {
  /** The folder of this package: templates and packages of its own lie below it. */
  readonly packageFolder: string;
  /** The folder the command was called in; messages name files relative to it. */
  readonly workingFolder: string;
  readonly contentFolder: string;
  /** The folder the finished site is put in. */
  readonly outputFolder: string;
  /** The sheet as of this day, or `null` for its newest. */
  readonly asOf: Day | null;
  /** Whether facts marked `draft` are built. */
  readonly drafts: boolean;
  /** Whether a search index is made; `serve` makes none. */
  readonly search: boolean;
}

/** What a caller may leave out. */
export type PartialBuildOptions = Partial<
  Record<"content" | "output", string> & Pick<BuildOptions, "asOf" | "drafts" | "search">
>;

/** Completes options: `content/` and `_site/` in the working folder, the newest date, no drafts, with search. */
export function buildOptions(
  packageFolder: string,
  workingFolder: string,
  {
    content = "content",
    output = "_site",
    asOf = null,
    drafts = false,
    search = true,
  }: PartialBuildOptions = {},
): BuildOptions {
  return {
    packageFolder,
    workingFolder,
    contentFolder: resolve(workingFolder, content),
    outputFolder: resolve(workingFolder, output),
    asOf,
    drafts,
    search,
  };
}
