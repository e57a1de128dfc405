/**
 * Wires Standpoint into Eleventy: one virtual, paginated template for each page type, whose pages
 * render themselves. Eleventy does not read `content/`: that is data, compiled before each build.
 */
import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type UserConfig from "@11ty/eleventy/UserConfig";
import { formatProblems } from "../check/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import { PAGE_TYPE_NAMES } from "../render/page-places.ts";
import type { RenderedPageType } from "../render/page-types.ts";
import { type CompiledSheet, compileSheet } from "./compile.ts";
import { takeLock } from "./lock.ts";
import type { BuildOptions } from "./options.ts";
import { errorPage, problemPage } from "./problem-page.ts";
import { type RenderedSite, renderSite } from "./render-site.ts";
import { buildSearchIndex } from "./search-index.ts";
import { publishFolder, recoverSite, treePaths } from "./site-tree.ts";
import { terminalPalette } from "./terminal.ts";
import { type SiteFile, writeFiles } from "./write-files.ts";

/** What `eleventy.before` and `eleventy.after` are told. */
interface BuildEvent {
  readonly runMode: "build" | "watch" | "serve";
  readonly results?: readonly { readonly outputPath: string | false }[];
}

/** How a build is wired. */
export interface Wiring {
  readonly options: BuildOptions;
  /** `build` stages and publishes; `serve` keeps a folder of its own up to date. */
  readonly mode: "build" | "serve";
  /** Told of each finished build. */
  readonly onBuilt?: (built: { readonly pages: number; readonly folder: string }) => void;
}

/** Where the development server's pages are written, below the working folder. */
export const SERVE_FOLDER = ".standpoint/serve";

/** Configures Eleventy to build the sheet. */
export function configure(eleventy: UserConfig, wiring: Wiring): void {
  const { options, mode } = wiring;
  const templates = join(options.packageFolder, "templates");
  const paths = mode === "build" ? treePaths(options.outputFolder) : null;
  const output = paths?.next ?? resolve(options.workingFolder, SERVE_FOLDER);
  let release = (): void => undefined;
  let site: RenderedSite | null = null;
  let searchIndex: readonly SiteFile[] = [];
  let problems: readonly Problem[] = [];

  eleventy.setInputDirectory(fromWorking(options, templates));
  eleventy.setIncludesDirectory("layouts");
  eleventy.setDataDirectory("no-data");
  eleventy.setOutputDirectory(fromWorking(options, output));
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setDataFileSuffixes([]);
  eleventy.setUseGitIgnore(false);
  eleventy.setQuietMode(true);
  eleventy.addWatchTarget(`${fromWorking(options, options.contentFolder)}/**`);
  eleventy.addWatchTarget(`${fromWorking(options, templates)}/**`);
  eleventy.addWatchTarget(`${fromWorking(options, options.packageFolder)}/src/**`, {
    resetConfig: true,
  });
  eleventy.setWatchThrottleWaitTime(10);
  eleventy.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } });
  eleventy.setServerOptions({
    host: "127.0.0.1",
    domDiff: false,
    showAllHosts: false,
    onRequest: {},
  });

  eleventy.on("eleventy.before", async () => {
    if (paths) {
      release = await takeLock(paths.lock);
      recoverSite(paths);
    }
    const sheet = compileSheet(options);
    if (sheet.problems.length > 0) printProblems(sheet);
    problems = sheet.problems;
    if (sheet.dossier) {
      const search = options.search && mode === "build";
      site = renderSite(sheet.dossier, { ...options, search }, sheet.days);
      if (search) searchIndex = buildSearchIndex(site.searchRecords()).files;
    } else if (mode === "build") {
      release();
      process.exit(1);
    }
  });

  eleventy.addGlobalData("pageTypes", () => pagesByType(site));
  for (const name of PAGE_TYPE_NAMES) addPageType(eleventy, name, mode);

  eleventy.on("eleventy.after", ({ results = [] }: BuildEvent) => {
    const assets = [
      ...(site?.files() ?? [{ path: "index.html", bytes: problemPage(problems) }]),
      ...searchIndex,
    ];
    writeFiles(output, assets);
    const pages = results.flatMap(({ outputPath }) =>
      outputPath === false ? [] : [resolve(options.workingFolder, outputPath)],
    );
    if (mode === "serve")
      removeOthers(output, new Set([...pages, ...assets.map(({ path }) => join(output, path))]));
    if (paths) publishFolder(paths);
    release();
    wiring.onBuilt?.({ pages: pages.length, folder: paths?.site ?? output });
  });
}

/** The pages of each type; every type has a list, since Eleventy does not paginate over nothing. */
function pagesByType(site: RenderedSite | null): Record<string, RenderedPageType["pages"]> {
  const none = Object.fromEntries(PAGE_TYPE_NAMES.map((name) => [name, []]));
  const pages = (site?.pageTypes ?? []).map(({ name, pages }) => [name, pages]);
  return { ...none, ...Object.fromEntries(pages) };
}

/** A paginated virtual template: one page for each of its type's, each at its own path. */
function addPageType(
  eleventy: UserConfig,
  name: RenderedPageType["name"],
  mode: Wiring["mode"],
): void {
  type PageData = { readonly pagination: { readonly items: RenderedPageType["pages"] } };
  eleventy.addTemplate(`${name}.11ty.js`, {
    data: {
      pagination: { data: `pageTypes.${name}`, size: 1, addAllPagesToCollections: false },
      eleventyExcludeFromCollections: true,
      date: "2000-01-01",
      permalink: ({ pagination }: PageData) => pagination.items[0]?.path,
    },
    render: ({ pagination }: PageData) => {
      const render = pagination.items[0]?.render;
      return mode === "serve" && render ? renderOrTell(render) : render?.();
    },
  });
}

/** While serving, a fault in a template is shown in the page's place, and the server lives on. */
function renderOrTell(render: () => string): string {
  try {
    return render();
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${message}\n`);
    return errorPage("A template has an error", message);
  }
}

function printProblems(sheet: CompiledSheet): void {
  process.stderr.write(`${formatProblems(sheet.problems, terminalPalette(process.stderr))}\n`);
}

/** Eleventy takes paths relative to the working folder. */
function fromWorking({ workingFolder }: BuildOptions, absolute: string): string {
  return relative(workingFolder, absolute) || ".";
}

/** Removes files and then empty folders that no page or asset of this build owns. */
function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      removeOthers(path, keep);
      if (readdirSync(path).length === 0) rmdirSync(path);
    } else if (!keep.has(path)) rmSync(path);
  }
}
