/** All corrections, newest first. */
import type { Dossier } from "../../model/dossier.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type CorrectionLine, correctionLine } from "./parts/correction-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";

/** A page of the corrections. */
export interface CorrectionsView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly corrections: readonly CorrectionLine[];
  readonly pager: PagerView | null;
  /** Where the feed of them lies. */
  readonly feed: string;
}

const SHOWN_ON_A_PAGE = 100;

/** The pages of the corrections. */
export function correctionPages({
  corrections,
}: Dossier): readonly ListPage<Dossier["corrections"][number]>[] {
  return listPages(PATHS.corrections, corrections, SHOWN_ON_A_PAGE);
}

/** Makes the view of a page of the corrections. */
export function correctionsView(
  scope: Scope,
  page: ListPage<Dossier["corrections"][number]>,
): CorrectionsView {
  const { dossier, t, href } = scope;
  return {
    frame: frameOf(scope, {
      title: t("corrections.title"),
      description: t("corrections.description"),
      isIndexed: page.number === 1,
    }),
    title: t("corrections.title"),
    note: t("corrections.note", { count: dossier.corrections.length }),
    corrections: page.items.map((entry) => correctionLine(scope, entry)),
    pager: pagerView(scope, PATHS.corrections, page),
    feed: href(PATHS.correctionFeed),
  };
}
