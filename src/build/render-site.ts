/** A compiled sheet as pages ready to be rendered, and the files that go with them. */
import { join } from "node:path";
import { MANIFEST_PATH, manifestOf, writeManifest } from "../manifest/manifest.ts";
import type { Dossier } from "../model/dossier.ts";
import { NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import { buildAssets } from "../render/assets.ts";
import { comparisonFiles } from "../render/comparison-files.ts";
import { createRenderContext } from "../render/context.ts";
import { correctionFeed } from "../render/correction-feed.ts";
import { headersFile } from "../render/host-files.ts";
import { loadWords } from "../render/locale/words.ts";
import { pageTypes, type RenderedPageType } from "../render/page-types.ts";
import { type SearchRecord, searchRecords } from "../render/search-records.ts";
import { crawlerFiles, manifestFile } from "../render/web-files.ts";
import type { BuildOptions } from "./options.ts";
import { proveQuotes } from "./quote-proofs.ts";
import { readVersion } from "./version.ts";
import type { SiteFile } from "./write-files.ts";

/** A site ready to be written: pages render themselves when asked. */
export interface RenderedSite {
  readonly pageTypes: readonly RenderedPageType[];
  readonly files: readonly SiteFile[];
  /** Lists what search finds. */
  readonly searchRecords: () => readonly SearchRecord[];
}

/** Prepares all pages and files of a dossier, and of the days up to its date. */
export function renderSite(
  dossier: Dossier,
  { packageFolder, drafts, search }: BuildOptions,
  days: SheetDays = NO_DAYS,
): RenderedSite {
  const templatesFolder = join(packageFolder, "templates");
  const flags = [...dossier.actors.values()].flatMap(({ actor }) => actor.flag || []);
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
  const types = pageTypes(dossier, context);
  const paths = types
    .filter(({ name }) => name !== "withdrawn" && name !== "moved")
    .flatMap(({ pages }) => pages.map(({ path }) => path));
  return {
    pageTypes: types,
    files: [
      ...files,
      manifestFile(dossier, assets),
      headersFile(),
      { path: MANIFEST_PATH, bytes: writeManifest(manifestOf(dossier)) },
      ...crawlerFiles(dossier, paths, drafts),
      ...comparisonFiles(dossier, context),
      correctionFeed(dossier, context.words),
    ],
    searchRecords: () => searchRecords(dossier, context),
  };
}
