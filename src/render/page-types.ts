/** Every page of a sheet, by type: where it lies and how it is rendered. A page's view is made when it is rendered. */
import type { Dossier } from "../model/dossier.ts";
import type { RenderContext } from "./context.ts";
import { type OutputPath, PATHS } from "./links.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { homeView } from "./views/home.ts";

/** The types of page, each with a template of its name. */
export const PAGE_TYPE_NAMES = ["home"] as const;

/** The name of a type of page. */
export type PageTypeName = (typeof PAGE_TYPE_NAMES)[number];

/** One page. */
export interface PageSpec {
  /** Where it lies in the site, such as `actors/russia/index.html`. */
  readonly path: OutputPath;
  /** Its HTML, made now. */
  readonly render: () => string;
}

/** All pages of one type. */
export interface RenderedPageType {
  readonly name: PageTypeName;
  readonly pages: readonly PageSpec[];
}

/** Lists every page of the sheet by type, in a fixed order. */
export function pageTypes(dossier: Dossier, context: RenderContext): readonly RenderedPageType[] {
  const page = (
    name: PageTypeName,
    path: OutputPath,
    view: (scope: Scope) => object,
  ): PageSpec => ({
    path,
    render: () => context.templates.render(name, view(scopeOf(dossier, context, path))),
  });
  const pages: Record<PageTypeName, PageSpec[]> = {
    home: [page("home", PATHS.home, homeView)],
  };
  return PAGE_TYPE_NAMES.map((name) => ({ name, pages: pages[name] }));
}
