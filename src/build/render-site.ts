/** A compiled sheet as pages ready to be rendered, and the files that go with them. */
import { join } from "node:path";
import type { Dossier } from "../model/dossier.ts";
import { buildAssets } from "../render/assets.ts";
import { createRenderContext } from "../render/context.ts";
import { PAGE_TYPE_NAMES, pageTypes, type RenderedPageType } from "../render/page-types.ts";
import type { BuildOptions } from "./options.ts";
import { proveQuotes } from "./quote-proofs.ts";
import { readVersion } from "./version.ts";
import type { SiteFile } from "./write-files.ts";

/** A site ready to be written: pages render themselves when asked. */
export interface RenderedSite {
  readonly pageTypes: readonly RenderedPageType[];
  readonly files: readonly SiteFile[];
}

/** Prepares all pages and files of a dossier. */
export function renderSite(
  dossier: Dossier,
  { packageFolder, drafts }: BuildOptions,
): RenderedSite {
  const templatesFolder = join(packageFolder, "templates");
  const flags = [...dossier.actors.values()].flatMap(({ actor }) => actor.flag || []);
  const { assets, files } = buildAssets({ templatesFolder, flags });
  const context = createRenderContext({
    templatesFolder,
    language: dossier.site.language,
    assets,
    drafts,
    version: readVersion(packageFolder),
    ...proveQuotes(dossier),
  });
  return { pageTypes: pageTypes(dossier, context), files };
}

export { PAGE_TYPE_NAMES };
