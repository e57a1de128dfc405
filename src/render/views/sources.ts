/** The list of sources. */

import type { Source } from "../../content/records.ts";
import type { SourceDossier } from "../../model/dossier.ts";
import { PATHS } from "../links.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";
import { type SourceRef, sourceRef } from "./parts/sources.ts";

/** The list of sources, newest first. */
export interface SourcesView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly sources: readonly {
    readonly title: string;
    readonly reference: SourceRef;
    readonly type: string;
    readonly count: string;
  }[];
  readonly pager: PagerView | null;
}

const TYPE_WORDS: Readonly<Record<Source["type"], WordKey>> = {
  "article-newspaper": "source.type.article-newspaper",
  "article-magazine": "source.type.article-magazine",
  "article-journal": "source.type.article-journal",
  broadcast: "source.type.broadcast",
  interview: "source.type.interview",
  legislation: "source.type.legislation",
  post: "source.type.post",
  report: "source.type.report",
  speech: "source.type.speech",
  treaty: "source.type.treaty",
  webpage: "source.type.webpage",
};

const SHOWN_ON_A_PAGE = 100;

/** The pages of the list of sources. */
export function sourcePages({
  dossier,
}: Pick<Scope, "dossier">): readonly ListPage<SourceDossier>[] {
  return listPages(PATHS.sources, [...dossier.sources.values()], SHOWN_ON_A_PAGE);
}

/** Makes the view of a page of the list of sources. */
export function sourcesView(scope: Scope, page: ListPage<SourceDossier>): SourcesView {
  const { t } = scope;
  return {
    frame: frameOf(scope, { title: t("sources.title"), description: t("sources.description") }),
    title: t("sources.title"),
    note: t("sources.note", { count: scope.dossier.totals.sources }),
    sources: page.items.map(({ source, facts }) => ({
      title: source.title,
      reference: sourceRef(scope, source),
      type: sourceTypeText(scope, source),
      count: t("count.facts", { count: facts.length }),
    })),
    pager: pagerView(scope, PATHS.sources, page),
  };
}

/** The word for a type of document. */
export function sourceTypeText({ t }: Pick<Scope, "t">, { type }: Source): string {
  return t(TYPE_WORDS[type]);
}
