/** The fact sheets of actors as PDFs. */
import type { BuildOptions } from "../build/options.ts";
import { renderSite } from "../build/render-site.ts";
import type { Dossier } from "../model/dossier.ts";
import { dayView } from "../render/dates.ts";
import { PATHS } from "../render/links.ts";
import { loadWords } from "../render/locale/words.ts";
import { runningHeadStyle } from "../render/running-head.ts";
import { type Paper, printPages } from "./print-pages.ts";

/** What to print, with what. */
export interface SheetPrinting {
  readonly options: BuildOptions;
  readonly dossier: Dossier;
  /** Ids of the actors whose sheets are wanted. */
  readonly actors: readonly string[];
  readonly paper: Paper;
  /** The browser's program. */
  readonly browser: string;
}

/**
 * Prints the sheets and hands over each as `<actor>.pdf`.
 * @throws BrowserFailure if the browser does not start or stops.
 */
export async function printSheets(
  { options, dossier, actors, paper, browser }: SheetPrinting,
  write: (name: string, pdf: Uint8Array) => void,
): Promise<void> {
  const { pageTypes, files } = renderSite(dossier, { ...options, search: false });
  const pages = new Map(
    pageTypes.flatMap((type) => type.pages.map(({ path, render }) => [path, render] as const)),
  );
  const assets = new Map(files().map(({ path, bytes }) => [path, bytes]));
  const words = loadWords(dossier.site.language);
  const asOf = `${words.t("site.as-of")} ${dayView(words, dossier.asOf).text}`;
  const names = new Map(actors.map((id) => [PATHS.actor(id), id]));
  await printPages(
    browser,
    {
      address: dossier.site.url,
      read: (path) => pages.get(path)?.() ?? assets.get(path) ?? null,
      day: dossier.asOf,
      paper,
    },
    actors.map((id) => ({
      path: PATHS.actor(id),
      style: runningHeadStyle({
        start: words.t("site.page-title", {
          page: dossier.named.actors.get(id)?.name ?? id,
          site: dossier.site.title,
        }),
        end: asOf,
        direction: words.direction,
      }),
    })),
    ({ path }, pdf) => write(`${names.get(path)}.pdf`, pdf),
  );
}
