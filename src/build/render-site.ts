/** A compiled sheet as pages ready to be rendered, and the files that go with them. */
import { join } from "node:path";
import type { CheckMemory } from "../check/memory.ts";
import { MANIFEST_PATH, manifestOf, writeManifest } from "../manifest/manifest.ts";
import type { Dossier } from "../model/dossier.ts";
import { once } from "../model/lazy.ts";
import { NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import { type BuiltAssets, buildAssets } from "../render/assets.ts";
import type { NotedRecords } from "../render/bodies.ts";
import { comparisonFiles } from "../render/comparison-files.ts";
import { createRenderContext, type RenderContext } from "../render/context.ts";
import { correctionFeed } from "../render/correction-feed.ts";
import { createTemplates, type Templates } from "../render/environment.ts";
import { hashOf } from "../render/fingerprints.ts";
import { headersFile } from "../render/host-files.ts";
import { licencesFile } from "../render/licences.ts";
import { PATHS } from "../render/links.ts";
import { loadWords } from "../render/locale/words.ts";
import { numbersOf } from "../render/numbers.ts";
import { pageTypes, type RenderedPageType } from "../render/page-types.ts";
import {
  BODIES,
  type PageSource,
  pageSource,
  type ReadLog,
  readLog,
  watchSource,
} from "../render/reads.ts";
import { type SearchRecord, searchRecords } from "../render/search-records.ts";
import { templateCode } from "../render/template-code.ts";
import { crawlerFiles, manifestFile } from "../render/web-files.ts";
import type { BuildOptions } from "./options.ts";
import type { PageMemory } from "./page-memory.ts";
import { publishedSchemas } from "./published-schemas.ts";
import { proveQuotes, type QuoteProofs } from "./quote-proofs.ts";
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
  /** Bodies that were read for what several pages may have been given. */
  readonly derivedBodies: ReadonlySet<string>;
  /** What is said of its quotes. */
  readonly proofs: QuoteProofs;
  /** Its files that are no pages, by kind. */
  readonly fileKinds: readonly FileKind[];
  /** All of them, made now. */
  readonly files: () => readonly SiteFile[];
  /** One of them, made with no more of the others than need be; `undefined` if there is none of that path. */
  readonly file: (path: string) => SiteFile | undefined;
  /** Lists what search finds. */
  readonly searchRecords: () => readonly SearchRecord[];
}

/** What of the tools can be kept from one process to the next. */
export interface KeptTools {
  readonly key: string;
  readonly built: BuiltAssets;
}

/** What a site is rendered with: the same for every site of one language, title and set of flags. */
export interface RenderTools extends KeptTools {
  readonly templates: Templates;
}

/**
 * Gathers style sheets and scripts and opens the templates, or gives the earlier tools back if
 * they serve. Whoever keeps them must know that the templates have not changed.
 */
export function renderTools(
  dossier: Dossier,
  packageFolder: string,
  earlier: RenderTools | KeptTools | null = null,
): RenderTools {
  const templatesFolder = join(packageFolder, "templates");
  const flags = [...dossier.named.actors.values()].flatMap(({ flag }) => flag || []);
  const { title, language } = dossier.site;
  const key = hashOf(JSON.stringify([title, language, [...new Set(flags)].sort()]));
  const kept = earlier?.key === key ? earlier : null;
  if (kept && hasTemplates(kept)) return kept;
  const words = loadWords(language);
  const runningHead = { start: title, end: "", direction: words.direction };
  return {
    key,
    built: kept?.built ?? buildAssets({ templatesFolder, flags, runningHead }),
    templates: createTemplates(templateCode(templatesFolder), words),
  };
}

function hasTemplates(tools: RenderTools | KeptTools): tools is RenderTools {
  return "templates" in tools;
}

/** What may be at hand from an earlier time. */
export interface RenderOptions {
  readonly tools?: RenderTools;
  /** Of the check of the same sheet. */
  readonly checks?: CheckMemory;
  /** What the pages of an earlier build have read, whose numbers are kept. */
  readonly earlier?: Pick<PageMemory, "globals" | "keys"> | null;
  /** What is said of the quotes, where that is known. */
  readonly proofs?: QuoteProofs;
  /** Of the records of the dossier, where it is to be noted which pages read them. */
  readonly bodies?: Pick<NotedRecords, "bodies" | "listen">;
}

/** Prepares all pages and files of a dossier, and of the days up to its date. */
export function renderSite(
  dossier: Dossier,
  { packageFolder, drafts, search }: BuildOptions,
  days: SheetDays = NO_DAYS,
  {
    tools = renderTools(dossier, packageFolder),
    earlier = null,
    checks,
    bodies,
    proofs = proveQuotes(dossier, checks),
  }: RenderOptions = {},
): RenderedSite {
  const { assets, files } = tools.built;
  const context = createRenderContext({
    templatesFolder: join(packageFolder, "templates"),
    templates: tools.templates,
    language: dossier.site.language,
    assets,
    drafts,
    days,
    images: dossier.images,
    version: readVersion(packageFolder),
    search,
    ...proofs,
  });
  const numbers = numbersOf(dossier.named.facts.values(), context);
  const source = pageSource(dossier, context, numbers, bodies?.bodies);
  const globals = globalsOf(context, dossier);
  const log = readLog(earlier?.globals === globals ? earlier.keys : undefined);
  const noteBody = log.noteIn(BODIES);
  const derivedBodies = new Set<string>();
  bodies?.listen({
    read: noteBody,
    derived: (path) => {
      noteBody(path);
      derivedBodies.add(path);
    },
  });
  const types = pageTypes(dossier, context, numbers, watchSource(source, context, log));
  const paths = (): readonly string[] =>
    types
      .filter(({ name }) => name !== "withdrawn" && name !== "moved")
      .flatMap(({ pages }) => pages.map(({ path }) => path));
  const kinds: readonly FileKind[] = [
    { place: /^assets\//, make: () => files },
    { place: /^assets\/licences/, make: () => [licencesFile()] },
    { place: /^site\.webmanifest$/, make: () => [manifestFile(dossier, assets)] },
    { place: /^_headers$/, make: () => [headersFile()] },
    {
      place: /^published\.json$/,
      make: () => [{ path: MANIFEST_PATH, bytes: writeManifest(manifestOf(dossier)) }],
    },
    { place: /^(?:sitemap|robots)/, make: () => crawlerFiles(dossier, paths(), drafts) },
    { place: /^compare\/.*\.json$/, make: () => comparisonFiles(dossier, context) },
    { place: /^corrections\/feed/, make: () => [correctionFeed(dossier, context.words)] },
    {
      place: /^images\//,
      make: () => dossier.images.map((image) => ({ path: PATHS.image(image), bytes: image.bytes })),
    },
    {
      place: /^schema\//,
      make: () =>
        publishedSchemas().map(({ name, text }) => ({ path: `schema/${name}`, bytes: text })),
    },
  ].map(({ place, make }) => ({
    name: place.source,
    place,
    make: once<readonly SiteFile[]>(make),
  }));
  return {
    source,
    globals,
    log,
    derivedBodies,
    proofs,
    pageTypes: types,
    fileKinds: kinds,
    files: () => kinds.flatMap(({ make }) => make()),
    file: (path) =>
      kinds
        .filter(({ place }) => place.test(path))
        .flatMap(({ make }) => make())
        .find((file) => file.path === path),
    searchRecords: () => searchRecords(dossier, context),
  };
}

/** Files that are no pages, of one kind. */
export interface FileKind {
  readonly name: string;
  /** Where they lie, and nothing else does. */
  readonly place: RegExp;
  readonly make: () => readonly SiteFile[];
}

/** What a page can see of a build without its being noted. */
function globalsOf(
  { assets, drafts, version, search, hasDays, words }: RenderContext,
  { site, pages, named, images }: Dossier,
): string {
  const flags = [...assets.flags];
  const free = [...pages.values()].map(({ id, title }) => [id, title]);
  const shown = images.map(({ file, digest }) => [file, digest]);
  const { language } = words;
  return hashOf(
    JSON.stringify([
      { ...assets, flags },
      [drafts, version, search, hasDays, language],
      [site, free, named.facts.size === 0, shown],
    ]),
  );
}
