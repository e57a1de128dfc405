/** A compiled sheet as pages ready to be rendered, and the files that go with them. */
import { join } from "node:path";
import { schemaFiles } from "../json-schema/schema-files.ts";
import { MANIFEST_PATH, manifestOf, writeManifest } from "../manifest/manifest.ts";
import type { Dossier } from "../model/dossier.ts";
import { NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import { buildAssets } from "../render/assets.ts";
import { comparisonFiles } from "../render/comparison-files.ts";
import { createRenderContext, type RenderContext } from "../render/context.ts";
import { correctionFeed } from "../render/correction-feed.ts";
import { hashOf } from "../render/fingerprints.ts";
import { headersFile } from "../render/host-files.ts";
import { licencesFile } from "../render/licences.ts";
import { loadWords } from "../render/locale/words.ts";
import { numbersOf } from "../render/numbers.ts";
import { pageTypes, type RenderedPageType } from "../render/page-types.ts";
import {
  type PageSource,
  pageSource,
  type ReadLog,
  readLog,
  watchSource,
} from "../render/reads.ts";
import { type SearchRecord, searchRecords } from "../render/search-records.ts";
import { crawlerFiles, manifestFile } from "../render/web-files.ts";
import type { BuildOptions } from "./options.ts";
import type { PageMemory } from "./page-memory.ts";
import { proveQuotes } from "./quote-proofs.ts";
import { readVersion } from "./version.ts";
import type { SiteFile } from "./write-files.ts";

/** A site ready to be written: pages render themselves when asked. */
export interface RenderedSite {
  /** What its pages are made from. */
  readonly source: PageSource;
  /** Fingerprint of what all pages are made from beside the source. */
  readonly globals: string;
  /** Notes what each page reads. */
  readonly log: ReadLog;
  readonly pageTypes: readonly RenderedPageType[];
  readonly files: readonly SiteFile[];
  /** Lists what search finds. */
  readonly searchRecords: () => readonly SearchRecord[];
}

/**
 * Prepares all pages and files of a dossier, and of the days up to its date.
 * @param earlier what an earlier build's pages have read, whose numbers are kept.
 */
export function renderSite(
  dossier: Dossier,
  { packageFolder, drafts, search }: BuildOptions,
  days: SheetDays = NO_DAYS,
  earlier: Pick<PageMemory, "globals" | "keys"> | null = null,
): RenderedSite {
  const templatesFolder = join(packageFolder, "templates");
  const flags = [...dossier.named.actors.values()].flatMap(({ flag }) => flag || []);
  const { title, language } = dossier.site;
  const { direction } = loadWords(language);
  const runningHead = { start: title, end: "", direction };
  const { assets, files } = buildAssets({ templatesFolder, flags, runningHead });
  const context = createRenderContext({
    templatesFolder,
    language,
    assets,
    drafts,
    days,
    version: readVersion(packageFolder),
    search,
    ...proveQuotes(dossier),
  });
  const numbers = numbersOf(dossier.named.facts.values(), context);
  const source = pageSource(dossier, context, numbers);
  const globals = globalsOf(context);
  const log = readLog(earlier?.globals === globals ? earlier.keys : []);
  const types = pageTypes(dossier, context, numbers, watchSource(source, context, log));
  const paths = types
    .filter(({ name }) => name !== "withdrawn" && name !== "moved")
    .flatMap(({ pages }) => pages.map(({ path }) => path));
  return {
    source,
    globals,
    log,
    pageTypes: types,
    files: [
      ...files,
      manifestFile(dossier, assets),
      headersFile(),
      { path: MANIFEST_PATH, bytes: writeManifest(manifestOf(dossier)) },
      licencesFile(),
      ...crawlerFiles(dossier, paths, drafts),
      ...comparisonFiles(dossier, context),
      correctionFeed(dossier, context.words),
      ...schemaFiles().map(({ name, text }) => ({ path: `schema/${name}`, bytes: text })),
    ],
    searchRecords: () => searchRecords(dossier, context),
  };
}

/** What a page can see of a build without its being noted. */
function globalsOf({ assets, drafts, version, search, hasDays, words }: RenderContext): string {
  const flags = [...assets.flags];
  return hashOf(
    JSON.stringify([{ ...assets, flags }, drafts, version, search, hasDays, words.language]),
  );
}
