/** One actor's fact sheet. */
import type { Fact } from "../../content/records.ts";
import type { ActorDossier, Cell } from "../../model/dossier.ts";
import { inForceIn, isOwnPosition, isStated } from "../../model/standings.ts";
import { PATHS } from "../links.ts";
import { linkPiece, namePiece, type Piece } from "../locale/piece.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { actorKindText } from "./actors.ts";
import { type AgreementsView, agreementsView } from "./parts/actor-agreements.ts";
import { type ChangeView, changesShown, changeView } from "./parts/actor-changes.ts";
import { type ExchangeSection, exchangeSections, exchangesShown } from "./parts/actor-exchanges.ts";
import { affiliationsOf, type Detail } from "./parts/affiliations.ts";
import { type ContentsEntry, contentsOf } from "./parts/contents.ts";
import { type Cut, cutTo, olderOnes } from "./parts/cut.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type SourcedLine, sourcedLine } from "./parts/fact-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import {
  type IssueLink,
  issueLink,
  linkedName,
  type NameView,
  nameText,
  nameView,
} from "./parts/names.ts";
import { type NeighboursView, neighboursView } from "./parts/neighbours.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";
import { POSITIONS_ON_A_PAGE, type PositionView, positionViews } from "./parts/positions.ts";

/**
 * One actor's fact sheet. Sections that hold nothing are empty lists: on its further pages, all but
 * the positions.
 */
export interface ActorView extends AgreementsView {
  readonly frame: Frame;
  readonly name: NameView;
  readonly role: string;
  readonly kind: string;
  readonly aliases: string;
  readonly summary: string;
  readonly body: string;
  readonly details: readonly Detail[];
  /** Whether it has said anything: a position, a demand, an offer or an answer. */
  readonly hasSpoken: boolean;
  readonly silence: readonly Piece[];
  readonly contents: readonly ContentsEntry[];
  readonly positions: readonly PositionView[];
  readonly pager: PagerView | null;
  readonly silentOn: readonly IssueLink[];
  readonly exchanges: readonly ExchangeSection[];
  readonly changes: readonly ChangeView[];
  /** Where the older ones are; empty if the page has all. */
  readonly olderChanges: readonly Piece[];
  readonly neighbours: NeighboursView;
  readonly facts: readonly SourcedLine[];
  readonly factsTitle: string;
  /** Where all its facts are, if the page shows only the newest. */
  readonly allFacts: readonly Piece[];
}

const ROLE_WORDS: Readonly<Record<ActorDossier["actor"]["role"], WordKey>> = {
  party: "role.party",
  backer: "role.backer",
  mediator: "role.mediator",
  other: "role.other",
};

/** Of its facts the newest; if it has more than are shown whole, a list of their own has all. */
const FACTS: Cut = { whole: 24, shown: 12 };

/** Whether an actor has too many facts for its page. */
export function hasFactList({ facts }: Pick<ActorDossier, "facts">): boolean {
  return facts.length > FACTS.whole;
}

/** The pages of an actor: its positions in the sheet's order of issues. */
export function actorPositionPages({ actor, cells }: ActorDossier): readonly ListPage<Cell>[] {
  return listPages(PATHS.actor(actor.id), cells.filter(isStated), POSITIONS_ON_A_PAGE);
}

/** Makes the view of a page of an actor. */
export function actorView(given: Scope, whole: ActorDossier, page: ListPage<Cell>): ActorView {
  const isFirst = page.number === 1;
  const entry = isFirst ? whole : positionsAlone(whole);
  const scope = withNotes(given, factsShown(entry, page));
  const { t, href, context } = scope;
  const { actor, cells, facts } = entry;
  const stated = cells.filter(isStated);
  const exchanges = exchangeSections(scope, entry, factsHref(scope, entry));
  const changes = changesShown(entry.changes);
  const beside = agreementsView(scope, entry.agreements);
  const own = stated.filter(isOwnPosition);
  const hasSpoken =
    own.length + whole.demandsMade.length + whole.offersMade.length + whole.answersGiven.length > 0;
  return {
    frame: frameOf(scope, {
      title: actor.name,
      description: actor.summary,
      parents: [{ label: t("nav.actors"), path: PATHS.actors }],
      file: actor,
      facts: [...whole.facts, ...factsShown(entry, page)],
      isIndexed: isFirst,
    }),
    name: nameView(scope, actor.id),
    role: t(ROLE_WORDS[actor.role]),
    kind: actorKindText(scope, actor),
    aliases:
      actor.aliases.length === 0
        ? ""
        : t("actor.aliases", { names: actor.aliases.join(t("list.separator")) }),
    summary: actor.summary,
    body: actor.body === "" || !isFirst ? "" : context.markdown(actor.body, 2, href),
    details: affiliationsOf(scope, entry),
    hasSpoken,
    silence: hasSpoken ? [] : silenceOf(scope, entry, stated.length > 0),
    contents: contentsOf([
      {
        id: "positions",
        label: t("actor.positions"),
        count: t("actor.positions-count", { count: stated.length, all: cells.length }),
        isThere: stated.length > 0,
      },
      ...exchanges.map(({ id, title, note }) => ({ id, label: title, count: note, isThere: true })),
      {
        id: "changes",
        label: t("actor.changes"),
        count: String(entry.changes.length),
        isThere: changes.length > 0,
      },
      {
        id: "agreement",
        label: t("actor.agreement"),
        count: t("count.actors", { count: entry.agreements.length }),
        isThere: beside.agreements.length > 0,
      },
      {
        id: "facts",
        label: t("actor.facts"),
        count: t("count.facts", { count: facts.length }),
        isThere: facts.length > 0,
      },
    ]),
    positions: positionViews(scope, page.items),
    pager: pagerView(scope, PATHS.actor(actor.id), page),
    silentOn:
      stated.length === 0 || !isFirst ? [] : entry.silentOn.map((issue) => issueLink(scope, issue)),
    neighbours: neighboursView(scope, [...scope.dossier.named.actors.keys()], actor.id, (id) => ({
      label: nameText(scope, id),
      href: href(PATHS.actor(id)),
    })),
    exchanges,
    changes: changes.map((change) => changeView(scope, actor.id, change)),
    olderChanges: olderOnes(scope, entry.changes, changes, factsHref(scope, entry)),
    ...beside,
    facts: cutTo(facts, FACTS).map((fact) => sourcedLine(scope, fact)),
    factsTitle: hasFactList(entry)
      ? t("actor.facts-newest", { count: facts.length, shown: FACTS.shown })
      : t("actor.facts-note", { count: facts.length }),
    allFacts: hasFactList(entry)
      ? [linkPiece(t("actor.all-facts", { count: facts.length }), href(PATHS.actorFacts(actor.id)))]
      : [],
  };
}

/** What is said of an actor of whom nothing was found: for one who speaks for another, where to look. */
function silenceOf(
  scope: Scope,
  { actor, speaksFor }: ActorDossier,
  inBloc: boolean,
): readonly Piece[] {
  const name = namePiece(actor.name);
  const [office] = speaksFor;
  if (office)
    return scope.phrase("actor.silence-speaker", { name, actor: linkedName(scope, office.actor) });
  return scope.phrase(inBloc ? "actor.silence-bloc" : "actor.silence", { name });
}

/** An actor without what its further pages leave to the first. */
function positionsAlone(entry: ActorDossier): ActorDossier {
  return {
    ...entry,
    demandsMade: [],
    demandsReceived: [],
    offersMade: [],
    offersReceived: [],
    changes: [],
    agreements: [],
    facts: [],
  };
}

/** Where all facts of an actor are: on its page, or where those are too many on a list of their own. */
function factsHref({ href }: Scope, entry: ActorDossier): string {
  return hasFactList(entry) ? href(PATHS.actorFacts(entry.actor.id)) : "#facts";
}

/** The facts that an actor's page shows, in its order. */
function factsShown(entry: ActorDossier, page: ListPage<Cell>): readonly Fact[] {
  const { demandsMade, offersMade, demandsReceived, offersReceived } = entry;
  return [
    ...page.items.flatMap(inForceIn),
    ...[demandsMade, offersMade, demandsReceived, offersReceived].flatMap((exchanges) =>
      exchangesShown(exchanges).map(({ request }) => request),
    ),
    ...changesShown(entry.changes).flatMap(({ before, after }) => [before, after]),
    ...cutTo(entry.facts, FACTS),
  ];
}
