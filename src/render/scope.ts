/** What a view is made from: the dossier, the build's context and the page the view is for. */
import type { Dossier } from "../model/dossier.ts";
import type { RenderContext } from "./context.ts";
import { type Linker, type OutputPath, PATHS, relativeLinks, rootedLinks } from "./links.ts";
import type { Words } from "./locale/words.ts";
import type { SheetNumbers } from "./numbers.ts";

/** The scope of one page. */
export interface Scope {
  readonly dossier: Dossier;
  readonly context: RenderContext;
  readonly numbers: SheetNumbers;
  /** The page itself. */
  readonly path: OutputPath;
  /** Links from this page. */
  readonly href: Linker;
  /** Numbers of the page's endnotes by id of source; empty where it has none. */
  readonly notes: ReadonlyMap<string, number>;
  readonly t: Words["t"];
  readonly phrase: Words["phrase"];
}

/** The scope of the page at a path. */
export function scopeOf(
  dossier: Dossier,
  context: RenderContext,
  numbers: SheetNumbers,
  path: OutputPath,
): Scope {
  const { t, phrase } = context.words;
  const href = path === PATHS.notFound ? rootedLinks(dossier.site.url) : relativeLinks(path);
  return { dossier, context, numbers, path, href, notes: new Map(), t, phrase };
}
