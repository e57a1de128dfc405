/**
 * What pages of one depth and one part of the site have in common, word for word: the links of the
 * head, the navigation, the links at the foot. Made once, and rendered once, for all of them.
 */

import type { RenderContext } from "../../context.ts";
import { type OutputPath, PATHS } from "../../links.ts";
import type { WordKey } from "../../locale/words.ts";
import { PAPER_COLOURS } from "../../paper-colours.ts";
import type { Scope } from "../../scope.ts";

/** A link of a navigation. */
export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  /** `page` for the page itself, `true` for the part of the site it lies in, else empty. */
  readonly current: "page" | "true" | "";
}

/** What pages have in common. */
export interface Chrome {
  readonly stylesheet: string;
  readonly printStylesheet: string;
  readonly script: string;
  readonly themeScript: string;
  readonly icon: string;
  readonly touchIcon: string;
  readonly manifest: string;
  /** The colour of the paper in each theme, for the browser's own bars. */
  readonly paper: { readonly light: string; readonly dark: string };
  readonly siteTitle: string;
  readonly home: string;
  readonly navigation: readonly NavigationLink[];
  readonly search: NavigationLink;
  readonly footLinks: readonly NavigationLink[];
  /** What a sheet without facts says in place of its date; else empty. */
  readonly noFacts: string;
  /** With what the site was made. */
  readonly made: string;
}

const NAVIGATION: readonly (readonly [WordKey, OutputPath])[] = [
  ["nav.home", PATHS.home],
  ["nav.actors", PATHS.actors],
  ["nav.issues", PATHS.issues],
  ["nav.demands", PATHS.demands],
  ["nav.timeline", PATHS.timeline],
  ["nav.facts", PATHS.facts],
  ["nav.sources", PATHS.sources],
];

/** By build, and then by place. */
const made = new WeakMap<RenderContext, Map<string, Chrome>>();

/**
 * The chrome of a page. It reads nothing of the sheet but its site, its free pages and whether it has facts, which all
 * pages depend on: `globalsOf` in `src/build/render-site.ts` holds them.
 */
export function chromeOf(scope: Scope): Chrome {
  const known = made.get(scope.context) ?? new Map<string, Chrome>();
  made.set(scope.context, known);
  const key = placeOf(scope.path);
  const found = known.get(key);
  if (found) return found;
  const chrome = makeChrome(scope);
  known.set(key, chrome);
  return chrome;
}

/** Pages equally deep in one part of the site have the same links; a part's own page marks itself. */
function placeOf(path: OutputPath): string {
  const steps = path.split("/");
  return steps.length < 3 ? path : `${steps[0]}/ ${steps.length}`;
}

function makeChrome(scope: Scope): Chrome {
  const { dossier, context, href, t } = scope;
  const { assets } = context;
  return {
    stylesheet: href(assets.stylesheet),
    printStylesheet: href(assets.printStylesheet),
    script: href(assets.script),
    themeScript: href(assets.themeScript),
    icon: href(assets.icon),
    touchIcon: href(assets.touchIcon),
    manifest: href(PATHS.manifest),
    paper: PAPER_COLOURS,
    siteTitle: dossier.site.title,
    home: href(PATHS.home),
    navigation: NAVIGATION.map(([key, target]) => navigationLink(scope, t(key), target)),
    search: navigationLink(scope, t("nav.search"), PATHS.search),
    footLinks: [
      ...[...dossier.pages.values()].map(({ id, title }) =>
        navigationLink(scope, title, PATHS.page(id)),
      ),
      navigationLink(scope, t("corrections.title"), PATHS.corrections),
      navigationLink(scope, t("glossary.title"), PATHS.glossary),
    ],
    noFacts: scope.numbers.facts === 0 ? t("site.no-facts") : "",
    made: t("footer.made", { version: context.version }),
  };
}

function navigationLink({ path, href }: Scope, label: string, target: OutputPath): NavigationLink {
  return { label, href: href(target), current: currentOf(path, target) };
}

function currentOf(path: OutputPath, target: OutputPath): NavigationLink["current"] {
  if (path === target) return "page";
  const folder = target.slice(0, -"index.html".length);
  return folder !== "" && path.startsWith(folder) ? "true" : "";
}
