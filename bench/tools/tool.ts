/** What the bench asks of each generator. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ContentFile, textOf } from "../corpus/content-file.ts";
import type { Command } from "../measure/run-command.ts";
import { type PeerFile, peerWriter } from "../peers/peer-files.ts";

/** The generators, in the order of the results. */
export const TOOL_NAMES = [
  "standpoint",
  "hugo-newest",
  "hugo",
  "eleventy-data",
  "eleventy",
  "astro",
] as const;

/** The name of a generator. */
export type ToolName = (typeof TOOL_NAMES)[number];

/** One sheet, prepared for one generator. */
export interface Site {
  /** The generator's project: its templates and content. */
  readonly folder: string;
  /** Where it writes. */
  readonly output: string;
  /** Where it keeps the file that a content file became. */
  readonly pathOf: (file: ContentFile) => string;
  /** What stands in that file. */
  readonly textOf: (file: ContentFile) => string;
}

/** A generator that is here. */
export interface Tool {
  readonly name: ToolName;
  readonly label: string;
  readonly version: string;
  /** Not run at 50,000 facts unless asked for: it takes minutes. */
  readonly isSlow: boolean;
  /** Writes the site's project, untimed, as its author would have written it. */
  readonly prepare: (files: readonly ContentFile[], folder: string, output: string) => Site;
  readonly build: (site: Site) => Command;
  /** Files and folders that a build leaves, besides the output; gone before a clean build. */
  readonly leftovers: readonly string[];
  readonly serve: (site: Site, port: number) => Command;
  /**
   * The address at which its development server streams events (`text/event-stream`) that name a
   * broken file, if it has one; a page that names it, and the terminal, are watched in any case.
   */
  readonly problemEvents: string | null;
}

/** A generator that is not here, and how to get it. */
export interface MissingTool {
  readonly name: ToolName;
  readonly label: string;
  readonly missing: string;
}

/** Writes a text, with its folders. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Makes a peer's site, whose files are the sheet's own with other front matter, at other places. */
export function peerSite(
  files: readonly ContentFile[],
  folder: string,
  output: string,
  place: (file: PeerFile) => string,
  keysOf: (file: PeerFile) => PeerFile["keys"] = ({ keys }) => keys,
): Site {
  const writer = peerWriter(files);
  const site: Site = {
    folder,
    output,
    pathOf: (file) => join(folder, place(writer.peerFile(file))),
    textOf: (file) => {
      const peer = writer.peerFile(file);
      return textOf({ path: "", keys: keysOf(peer), body: peer.body });
    },
  };
  for (const file of files) writeText(site.pathOf(file), site.textOf(file));
  return site;
}
