/** What pages need to know beside the dossier. */
import type { SheetImage } from "../content/images.ts";
import { NO_DAYS, type SheetDays } from "../model/sheet-days.ts";
import { createTemplates, type Templates } from "./environment.ts";
import type { OutputPath } from "./links.ts";
import { loadWords, type Words } from "./locale/words.ts";
import { createMarkdown, type Markdown } from "./markdown.ts";
import { templateCode } from "./template-code.ts";

/** The site's files that are no pages, by what they are for. */
export interface Assets {
  readonly stylesheet: OutputPath;
  readonly printStylesheet: OutputPath;
  /** Of every page, run when it has been read. */
  readonly script: OutputPath;
  /** Small, run before anything is painted. */
  readonly themeScript: OutputPath;
  /** Of the search page alone. */
  readonly searchScript: OutputPath;
  readonly icon: OutputPath;
  /** The same as pixels, for devices that take no drawing. */
  readonly touchIcon: OutputPath;
  readonly largeIcon: OutputPath;
  /** By ISO 3166-1 code, such as `UA`. */
  readonly flags: ReadonlyMap<string, OutputPath>;
}

/** Whether a quote was found in its source: word for word, too short to prove anything, or not looked for. */
export type Verification = "matched" | "weak" | "unchecked";

/** What a caller decides. */
export interface RenderOptions {
  /** The folder that holds the templates. */
  readonly templatesFolder: string;
  /** The language of the interface, a BCP 47 tag. */
  readonly language: string;
  readonly assets: Assets;
  /** Whether facts marked `draft` are in the dossier; pages then say so. */
  readonly drafts: boolean;
  readonly version: string;
  /** Whether the site has a search index. */
  readonly search: boolean;
  /** Templates that are compiled already, in the language of the interface. */
  readonly templates?: Templates;
  /** Images that bodies may show. */
  readonly images?: readonly SheetImage[];
  /** The sheet day by day; without it no day has a page. */
  readonly days?: SheetDays;
  /** By id of fact; a quote that is not in it is `unchecked`. */
  readonly verification: ReadonlyMap<string, Verification>;
  /** By id of fact, the address in its source at which the quote stands. */
  readonly quoteAddresses: ReadonlyMap<string, string>;
  /** By id of fact: where a quote's published translation was found. */
  readonly translationProofs: ReadonlyMap<
    string,
    { readonly source: string; readonly verification: Verification; readonly address: string }
  >;
}

/** What every page of one build shares. */
export interface RenderContext
  extends Omit<RenderOptions, "templatesFolder" | "templates" | "language" | "days" | "images"> {
  readonly days: SheetDays;
  readonly hasDays: boolean;
  readonly words: Words;
  readonly templates: Templates;
  readonly markdown: Markdown;
}

/** Prepares a build's rendering: strings loaded, environment made. */
export function createRenderContext({
  templatesFolder,
  language,
  days = NO_DAYS,
  templates,
  images = [],
  ...options
}: RenderOptions): RenderContext {
  const words = loadWords(language);
  return {
    ...options,
    days,
    hasDays: days.days.length > 0,
    words,
    templates: templates ?? createTemplates(templateCode(templatesFolder), words),
    markdown: createMarkdown(images),
  };
}
