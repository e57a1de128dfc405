/** What every page has around its content: head, masthead, breadcrumbs, footer. */
import { type DateView, dayView } from "../../dates.ts";
import { type OutputPath, PATHS, publicAddress } from "../../links.ts";
import { type Direction, directionOf } from "../../locale/direction.ts";
import { type Piece, timePiece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import { PAPER_COLOURS } from "../../paper-colours.ts";
import type { Scope } from "../../scope.ts";
import { PAGE_CONTENT_POLICY, REFERRER_POLICY } from "../../security-headers.ts";
import { type Care, type CareOptions, careOf } from "./care.ts";
import { type Endnote, endnotesOf } from "./endnotes.ts";
import { shortened } from "./shortened.ts";

/** A link of a navigation. */
export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  /** `page` for the page itself, `true` for the part of the site it lies in, else empty. */
  readonly current: "page" | "true" | "";
}

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
  readonly stylesheet: string;
  readonly printStylesheet: string;
  readonly script: string;
  readonly themeScript: string;
  readonly icon: string;
  readonly touchIcon: string;
  readonly manifest: string;
  /** The colour of the paper in each theme, for the browser's own bars. */
  readonly paper: { readonly light: string; readonly dark: string };
  /** What a link to the page shows where it is shared. */
  readonly shared: { readonly title: string; readonly type: "website" | "article" };
  readonly siteTitle: string;
  readonly home: string;
  readonly navigation: readonly NavigationLink[];
  readonly search: NavigationLink;
  /** From home to the page itself, which has no link; empty on the home page. */
  readonly crumbs: readonly {
    readonly label: string;
    readonly href: string;
    /** Tag of its language where that is not the sheet's; else empty. */
    readonly language: string;
  }[];
  readonly asOf: DateView;
  /** Stands in the place of that date while the sheet has no facts; else empty. */
  readonly noFacts: string;
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
  readonly links: readonly NavigationLink[];
  readonly care: Care;
  readonly made: string;
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

const NAVIGATION: readonly (readonly [WordKey, OutputPath])[] = [
  ["nav.home", PATHS.home],
  ["nav.actors", PATHS.actors],
  ["nav.issues", PATHS.issues],
  ["nav.demands", PATHS.demands],
  ["nav.timeline", PATHS.timeline],
  ["nav.facts", PATHS.facts],
  ["nav.sources", PATHS.sources],
];

/** The frame of a page. */
export function frameOf(scope: Scope, options: FrameOptions): Frame {
  const { dossier, context, href, path, t } = scope;
  const { site } = dossier;
  return {
    language: site.language,
    direction: directionOf(site.language),
    title: documentTitle(scope, options.title),
    description: options.description,
    canonical: publicAddress(site.url, path),
    isIndexed: (options.isIndexed ?? true) && !context.drafts,
    contentPolicy: PAGE_CONTENT_POLICY,
    referrerPolicy: REFERRER_POLICY,
    stylesheet: href(context.assets.stylesheet),
    printStylesheet: href(context.assets.printStylesheet),
    script: href(context.assets.script),
    themeScript: href(context.assets.themeScript),
    icon: href(context.assets.icon),
    touchIcon: href(context.assets.touchIcon),
    manifest: href(PATHS.manifest),
    paper: PAPER_COLOURS,
    shared: {
      title: options.title || site.title,
      type: options.file && path !== PATHS.home ? "article" : "website",
    },
    siteTitle: site.title,
    home: href(PATHS.home),
    navigation: NAVIGATION.map(([key, target]) => navigationLink(scope, t(key), target)),
    search: navigationLink(scope, t("nav.search"), PATHS.search),
    crumbs: crumbsOf(scope, options),
    asOf: dayView(scope, dossier.asOf),
    noFacts: dossier.totals.facts === 0 ? t("site.no-facts") : "",
    days: context.hasDays ? href(PATHS.days) : "",
    notice: context.drafts ? t("site.drafts") : "",
    glossary: href(PATHS.glossary),
    endnotes: endnotesOf(scope),
    footer: footerOf(scope, options),
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

function navigationLink({ path, href }: Scope, label: string, target: OutputPath): NavigationLink {
  const folder = target.slice(0, -"index.html".length);
  const within = folder !== "" && path.startsWith(folder);
  return { label, href: href(target), current: path === target ? "page" : within ? "true" : "" };
}

function footerOf(scope: Scope, options: FrameOptions): FooterView {
  const { dossier, context, t, phrase } = scope;
  const { text, datetime } = dayView(scope, dossier.asOf);
  return {
    scope:
      dossier.totals.facts === 0
        ? phrase("site.no-facts", {})
        : phrase("footer.scope", { date: timePiece(text, datetime) }),
    quotes: quotesText(scope),
    links: [
      ...[...dossier.pages.values()].map(({ id, title }) =>
        navigationLink(scope, title, PATHS.page(id)),
      ),
      navigationLink(scope, t("corrections.title"), PATHS.corrections),
      navigationLink(scope, t("glossary.title"), PATHS.glossary),
    ],
    care: careOf(scope, { ...options, title: options.title || dossier.site.title }),
    made: t("footer.made", { version: context.version }),
  };
}

/** How many quotes were found in their sources. */
function quotesText({ numbers, t }: Scope): string {
  return numbers.quotes === 0
    ? ""
    : t("footer.quotes", { matched: numbers.matched, all: numbers.quotes });
}
