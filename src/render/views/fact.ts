/** One fact: who, what, when, how certain, where it was read, and all that refers to it. */
import type { FactDossier } from "../../model/dossier.ts";
import { type DateView, dateView } from "../dates.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import type { Detail } from "./parts/affiliations.ts";
import { type CitationView, citationView } from "./parts/citation.ts";
import { type ChainLink, chainView, type ReplyView, replyView } from "./parts/exchanges.ts";
import { factDetails } from "./parts/fact-details.ts";
import { factMark, kindText } from "./parts/fact-lines.ts";
import { type FactRelation, factRelations } from "./parts/fact-relations.ts";
import { type FactSource, factSources, originsText } from "./parts/fact-sources.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import type { Mark } from "./parts/marks.ts";
import { type IssueLink, issueLink } from "./parts/names.ts";
import { type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type QuoteView, quoteView } from "./parts/quotes.ts";
import { shortened } from "./parts/shortened.ts";

/** One fact. */
export interface FactView {
  readonly frame: Frame;
  readonly kind: string;
  /** `null` for a fact on no issue. */
  readonly issue: IssueLink | null;
  readonly says: string;
  readonly mark: Mark | null;
  /** What a position says yes or no to; empty for other kinds. */
  readonly question: string;
  readonly isDraft: boolean;
  readonly details: readonly Detail[];
  readonly quote: QuoteView | null;
  readonly body: string;
  readonly replies: readonly ReplyView[];
  readonly chain: readonly ChainLink[];
  readonly relations: readonly FactRelation[];
  readonly sources: readonly FactSource[];
  readonly origins: string;
  readonly corrections: readonly { readonly date: DateView; readonly note: string }[];
  readonly citation: CitationView;
  readonly neighbours: NeighboursView;
}

const NEIGHBOUR_LENGTH = 70;

/** Makes the view of a fact's page. `around` are the ids of the facts before, itself and after. */
export function factView(scope: Scope, entry: FactDossier, around: readonly string[]): FactView {
  const { dossier, t, href, context } = scope;
  const { fact, exchange } = entry;
  return {
    frame: frameOf(scope, {
      title: fact.says,
      description: fact.says,
      crumb: kindText(scope, fact),
      parents: [{ label: t("nav.facts"), path: PATHS.facts }],
      file: fact,
      facts: [fact],
    }),
    kind: kindText(scope, fact),
    issue: entry.issue === null ? null : issueLink(scope, entry.issue),
    says: fact.says,
    mark: factMark(scope, fact),
    question:
      fact.kind === "position" ? (dossier.named.issues.get(fact.issue)?.question ?? "") : "",
    isDraft: fact.draft,
    details: factDetails(scope, entry),
    quote: quoteView(scope, fact),
    body: fact.body === "" ? "" : context.markdown(fact.body, 2, href),
    replies: exchange ? exchange.replies.map((reply) => replyView(scope, exchange, reply)) : [],
    chain: exchange ? chainView(scope, exchange) : [],
    relations: factRelations(scope, entry),
    sources: factSources(scope, fact),
    origins: originsText(scope, entry),
    corrections: fact.corrections.map(({ date, note }) => ({ date: dateView(scope, date), note })),
    citation: citationView(scope, fact),
    neighbours: neighboursView(scope, around, fact.id, (id) => ({
      label: shortened(dossier.named.facts.get(id)?.says ?? id, NEIGHBOUR_LENGTH),
      href: href(PATHS.fact(id)),
    })),
  };
}
