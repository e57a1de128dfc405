/** What every page has around its content: head, masthead, breadcrumbs, footer. */
import { type DateView, dayView } from "../../dates.ts";
import { type OutputPath, PATHS, publicAddress } from "../../links.ts";
import { type Direction, directionOf } from "../../locale/direction.ts";
import { type Piece, timePiece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { PAGE_CONTENT_POLICY, REFERRER_POLICY } from "../../security-headers.ts";
import { type Care, type CareOptions, careOf } from "./care.ts";
import { type Chrome, chromeOf } from "./chrome.ts";
import { type Endnote, endnotesOf } from "./endnotes.ts";
import { shortened } from "./shortened.ts";

/** What the base layout shows. */
export interface Frame {
  readonly language: string;
  readonly direction: Direction;
  /** Of the document. */
  readonly title: string;
  readonly description: string;
  /** Empty where the site states no address. */
  readonly canonical: string;
  readonly isIndexed: boolean;
  /** What the page may load and run. */
  readonly contentPolicy: string;
  readonly referrerPolicy: string;
  /** What a link to the page shows where it is shared. */
  readonly shared: { readonly title: string; readonly type: "website" | "article" };
  readonly chrome: Chrome;
  /** From home to the page itself, which has no link; empty on the home page. */
  readonly crumbs: readonly {
    readonly label: string;
    readonly href: string;
    /** Tag of its language where that is not the sheet's; else empty. */
    readonly language: string;
  }[];
  readonly asOf: DateView;
  /** Where the sheet's other days are; empty where it has none. */
  readonly days: string;
  readonly notice: string;
  /** Where the words are explained. */
  readonly glossary: string;
  /** The sources of what the page shows; empty where it gives them in full itself. */
  readonly endnotes: readonly Endnote[];
  readonly footer: FooterView;
}

/** The foot of every page. */
export interface FooterView {
  readonly scope: readonly Piece[];
  readonly quotes: string;
  readonly care: Care;
}

/** What a page says of itself. */
export interface FrameOptions extends Omit<CareOptions, "title"> {
  /** Empty for the home page, whose title is the sheet's. */
  readonly title: string;
  readonly description: string;
  /** The page's name in its breadcrumbs, where its title is too long for them. */
  readonly crumb?: string;
  /** The language of the title, where that is not the sheet's. */
  readonly language?: string;
  /** Pages between home and this one. */
  readonly parents?: readonly { readonly label: string; readonly path: OutputPath }[];
  readonly isIndexed?: boolean;
}

/** With room for characters that are longer when escaped. */
const LONGEST_TITLE = 60;

/** The frame of a page. */
export function frameOf(scope: Scope, options: FrameOptions): Frame {
  const { dossier, context, href, path, t } = scope;
  const { site } = dossier;
  const chrome = chromeOf(scope);
  return {
    language: site.language,
    direction: directionOf(site.language),
    title: documentTitle(scope, options.title),
    description: options.description,
    canonical: publicAddress(site.url, path),
    isIndexed: (options.isIndexed ?? true) && !context.drafts,
    contentPolicy: PAGE_CONTENT_POLICY,
    referrerPolicy: REFERRER_POLICY,
    shared: {
      title: options.title || site.title,
      type: options.file && path !== PATHS.home ? "article" : "website",
    },
    chrome,
    crumbs: crumbsOf(scope, options),
    asOf: dayView(scope, dossier.asOf),
    days: context.hasDays ? href(PATHS.days) : "",
    notice: context.drafts ? t("site.drafts") : "",
    glossary: href(PATHS.glossary),
    endnotes: endnotesOf(scope),
    footer: footerOf(scope, chrome, options),
  };
}

/** The page's title and the sheet's, cut so that tabs and lists of results show both. */
function documentTitle({ dossier, t }: Scope, page: string): string {
  const { title: site } = dossier.site;
  if (page === "") return shortened(site, LONGEST_TITLE);
  const around = t("site.page-title", { page: "", site }).length;
  if (around > LONGEST_TITLE / 2) return shortened(page, LONGEST_TITLE);
  return t("site.page-title", { page: shortened(page, LONGEST_TITLE - around), site });
}

function crumbsOf(
  { path, href, t }: Scope,
  { title, crumb = title, language = "", parents = [] }: FrameOptions,
): Frame["crumbs"] {
  if (path === PATHS.home) return [];
  return [
    { label: t("nav.home"), href: href(PATHS.home), language: "" },
    ...parents.map(({ label, path: to }) => ({ label, href: href(to), language: "" })),
    { label: crumb, href: "", language },
  ];
}

function footerOf(scope: Scope, { noFacts }: Chrome, options: FrameOptions): FooterView {
  const { dossier, phrase } = scope;
  const { text, datetime } = dayView(scope, dossier.asOf);
  return {
    scope:
      noFacts !== ""
        ? phrase("site.no-facts", {})
        : phrase("footer.scope", { date: timePiece(text, datetime) }),
    quotes: quotesText(scope),
    care: careOf(scope, { ...options, title: options.title || dossier.site.title }),
  };
}

/** How many quotes were found in their sources. */
function quotesText({ numbers, t }: Scope): string {
  return numbers.quotes === 0
    ? ""
    : t("footer.quotes", { matched: numbers.matched, all: numbers.quotes });
}
