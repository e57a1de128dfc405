/** The ledger: who asked or offered what, to whom, by when, and what came back. */
import type { Dossier, Exchange } from "../../model/dossier.ts";
import { type OutputPath, PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
import { type FilterBar, ledgerFilters } from "./parts/filters.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";

/** A page of the ledger. */
export interface DemandsView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    /** The word of the glossary that says what they are. */
    readonly term: "demand" | "offer";
    readonly exchanges: readonly ExchangeView[];
  }[];
  readonly filters: FilterBar | null;
  readonly pager: PagerView | null;
}

const SHOWN_ON_A_PAGE = 30;

/** The pages of the ledger: demands, then offers, newest first. */
export function demandPages({ demands, offers }: Dossier): readonly ListPage<Exchange>[] {
  return listPages(
    PATHS.demands,
    [...[...demands].reverse(), ...[...offers].reverse()],
    SHOWN_ON_A_PAGE,
  );
}

/** Makes the view of a page of the ledger. */
export function demandsView(given: Scope, page: ListPage<Exchange>): DemandsView {
  const scope = withNotes(
    given,
    page.items.map(({ request }) => request),
  );
  const { t } = scope;
  const { totals } = scope.dossier;
  const list: OutputPath = PATHS.demands;
  const ofKind = (kind: Exchange["request"]["kind"]): readonly ExchangeView[] =>
    page.items
      .filter(({ request }) => request.kind === kind)
      .map((exchange) => exchangeView(scope, exchange));
  return {
    frame: frameOf(scope, { title: t("demands.title"), description: t("demands.description") }),
    title: t("demands.title"),
    note: t("demands.note", {
      requests: totals.demands + totals.offers,
      answered: totals.answered,
    }),
    sections: [
      {
        id: "demands",
        term: "demand" as const,
        title: t("demands.demands"),
        note: t("count.demands", { count: totals.demands }),
        exchanges: ofKind("demand"),
      },
      {
        id: "offers",
        term: "offer" as const,
        title: t("demands.offers"),
        note: t("count.offers", { count: totals.offers }),
        exchanges: ofKind("offer"),
      },
    ].filter(({ exchanges }) => exchanges.length > 0),
    filters: ledgerFilters(scope, page.items, page.total > 1),
    pager: pagerView(scope, list, page),
  };
}
