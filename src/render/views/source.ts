/** One document and every fact read in it. */
import type { Fact, Source } from "../../content/records.ts";
import type { SourceDossier } from "../../model/dossier.ts";
import { dateView } from "../dates.ts";
import { PATHS } from "../links.ts";
import { addressPiece, namePiece, type Piece, textPiece, timePiece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { FACTS_ON_A_PAGE } from "./fact-list.ts";
import type { Detail } from "./parts/affiliations.ts";
import { type SourcedLine, sourcedLine } from "./parts/fact-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { listPieces } from "./parts/names.ts";
import { type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";
import { shortened } from "./parts/shortened.ts";
import { foreignLanguage, sourceLabel } from "./parts/sources.ts";
import { sourceTypeText } from "./sources.ts";

/** One document. */
export interface SourceView {
  readonly frame: Frame;
  readonly title: string;
  /** Tag of its language where that is not the sheet's; else empty. */
  readonly language: string;
  readonly type: string;
  readonly details: readonly Detail[];
  readonly body: string;
  readonly factsNote: string;
  /** Each with the other documents it was read in. */
  readonly lines: readonly SourcedLine[];
  readonly pager: PagerView | null;
  readonly neighbours: NeighboursView;
}

const NEIGHBOUR_LENGTH = 70;

/** The pages of a source: its facts, oldest first. */
export function sourceFactPages({ source, facts }: SourceDossier): readonly ListPage<Fact>[] {
  return listPages(PATHS.source(source.id), facts, FACTS_ON_A_PAGE);
}

/** Makes the view of a source's page. */
export function sourceView(
  scope: Scope,
  { source, copies, facts }: SourceDossier,
  page: ListPage<Fact>,
): SourceView {
  const { t, context, href } = scope;
  const own = href(PATHS.source(source.id));
  return {
    frame: frameOf(scope, {
      title: source.title,
      language: foreignLanguage(scope, source.language),
      description: t("source.description", {
        source: sourceLabel(scope, source),
        count: facts.length,
      }),
      parents: [{ label: t("nav.sources"), path: PATHS.sources }],
      file: source,
      facts,
      isIndexed: page.number === 1,
    }),
    title: source.title,
    language: foreignLanguage(scope, source.language),
    type: sourceTypeText(scope, source),
    details: detailsOf(scope, source, copies),
    body: source.body === "" || page.number > 1 ? "" : context.markdown(source.body, 2, href),
    factsNote: t("count.facts", { count: facts.length }),
    lines: page.items.map((fact) => {
      const line = sourcedLine(scope, fact);
      return { ...line, sources: line.sources.filter((other) => other.href !== own) };
    }),
    pager: pagerView(scope, PATHS.source(source.id), page),
    neighbours: neighboursView(scope, [...scope.dossier.named.sources.keys()], source.id, (id) => ({
      label: shortened(scope.dossier.named.sources.get(id)?.title ?? id, NEIGHBOUR_LENGTH),
      href: href(PATHS.source(id)),
      language: foreignLanguage(scope, scope.dossier.named.sources.get(id)?.language ?? ""),
    })),
  };
}

function detailsOf(scope: Scope, source: Source, copies: readonly Source[]): readonly Detail[] {
  const { t, dossier, href } = scope;
  const when = (date: Source["accessed"]): readonly Piece[] => {
    if (date === null) return [];
    const { text, datetime } = dateView(scope, date);
    return [timePiece(text, datetime)];
  };
  const address = (url: string): readonly Piece[] => (url === "" ? [] : [addressPiece(url, url)]);
  const related = (ids: readonly string[]): readonly Piece[] =>
    listPieces(
      scope,
      ids.map((id) => {
        const other = dossier.named.sources.get(id);
        return namePiece(
          other ? sourceLabel(scope, other) : id,
          other ? href(PATHS.source(id)) : "",
        );
      }),
    );
  const details: readonly { label: string; pieces: readonly Piece[] }[] = [
    { label: t("source.author"), pieces: source.author === "" ? [] : [namePiece(source.author)] },
    {
      label: t("source.publisher"),
      pieces: source.publisher === "" ? [] : [namePiece(source.publisher)],
    },
    { label: t("source.published"), pieces: when(source.published) },
    { label: t("source.accessed"), pieces: when(source.accessed) },
    {
      label: t("source.address"),
      pieces: source.url === "" ? [textPiece(t("source.no-address"))] : address(source.url),
    },
    { label: t("source.archived"), pieces: address(source.archived) },
    { label: t("source.origin"), pieces: source.origin === null ? [] : related([source.origin]) },
    { label: t("source.copies"), pieces: related(copies.map(({ id }) => id)) },
  ];
  return details
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ label, pieces }) => ({ label, lines: [pieces] }));
}
