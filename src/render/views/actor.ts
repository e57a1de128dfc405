/** One actor's fact sheet. */
import type { Fact } from "../../content/records.ts";
import type { ActorDossier, Agreement, Cell, Change, Exchange } from "../../model/dossier.ts";
import { answeredOf } from "../../model/exchanges.ts";
import { comparedActors, comparisonPath } from "../comparison-pairs.ts";
import { PATHS } from "../links.ts";
import { linkPiece, namePiece, type Piece } from "../locale/piece.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { actorKindText } from "./actors.ts";
import { affiliationsOf, type Detail } from "./parts/affiliations.ts";
import { type Cut, cutTo, newestOf, olderOnes } from "./parts/cut.ts";
import { withNotes } from "./parts/endnotes.ts";
import { type ExchangeView, exchangeView } from "./parts/exchanges.ts";
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
import { type StatementView, statementView } from "./parts/standings.ts";

/**
 * One actor's fact sheet. Sections that hold nothing are empty lists: on its further pages, all but
 * the positions.
 */
export interface ActorView {
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
  readonly contents: readonly {
    readonly label: string;
    readonly href: string;
    readonly count: string;
  }[];
  readonly positions: readonly PositionView[];
  readonly pager: PagerView | null;
  readonly silentOn: readonly IssueLink[];
  readonly exchanges: readonly ExchangeSection[];
  readonly changes: readonly ChangeView[];
  /** Where the older ones are; empty if the page has all. */
  readonly olderChanges: readonly Piece[];
  readonly agreements: readonly AgreementView[];
  readonly agreementNote: string;
  /** The ways to those beside whom the page does not set it; empty if there are none. */
  readonly otherAgreements: readonly Piece[];
  readonly neighbours: NeighboursView;
  readonly facts: readonly SourcedLine[];
  readonly factsTitle: string;
  /** Where all its facts are, if the page shows only the newest. */
  readonly allFacts: readonly Piece[];
}

/** Demands or offers, made or received. */
export interface ExchangeSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** The word of the glossary that says what they are. */
  readonly term: "demand" | "offer";
  readonly exchanges: readonly ExchangeView[];
  /** Where the older ones are; empty if the page has all. */
  readonly older: readonly Piece[];
}

/** Words before and after. */
export interface ChangeView {
  readonly issue: IssueLink;
  readonly change: string;
  readonly before: StatementView;
  readonly after: StatementView;
}

/** Where another actor agrees and differs. */
export interface AgreementView {
  readonly other: NameView;
  /** The page that sets the two side by side; empty if there is none. */
  readonly comparison: string;
  readonly agree: readonly IssueLink[];
  readonly differ: readonly IssueLink[];
  readonly incomparable: string;
}

const ROLE_WORDS: Readonly<Record<ActorDossier["actor"]["role"], WordKey>> = {
  party: "role.party",
  backer: "role.backer",
  mediator: "role.mediator",
  other: "role.other",
};

const CHANGE_WORDS: Readonly<Record<Change["change"], WordKey>> = {
  reiterated: "change.reiterated",
  hardened: "change.hardened",
  softened: "change.softened",
  reversed: "change.reversed",
  restated: "change.restated",
};

/** Of demands and offers, made or received, the newest; all are among its facts. */
const EXCHANGES: Cut = { whole: 8, shown: 6 };

/** Of changes of words the newest; all its words are among its facts. */
const CHANGES: Cut = { whole: 8, shown: 6 };

/** Of the others those with whom it can be compared on most issues. */
const AGREEMENTS: Cut = { whole: 12, shown: 8 };

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
  const exchanges = exchangeSections(scope, entry);
  const changes = newestOf(entry.changes, CHANGES);
  const agreements = closest(entry.agreements);
  const compared = agreements.length > 0 ? comparedActors(scope.dossier) : [];
  const own = stated.filter(({ standing }) => standing.state !== "none" && standing.via !== "bloc");
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
    contents: [
      ...(stated.length > 0
        ? [
            contentsEntry(
              "positions",
              t("actor.positions"),
              t("actor.positions-count", { count: stated.length, all: cells.length }),
            ),
          ]
        : []),
      ...exchanges.map((section) => contentsEntry(section.id, section.title, section.note)),
      ...(changes.length > 0
        ? [contentsEntry("changes", t("actor.changes"), String(entry.changes.length))]
        : []),
      ...(agreements.length > 0
        ? [
            contentsEntry(
              "agreement",
              t("actor.agreement"),
              t("count.actors", { count: entry.agreements.length }),
            ),
          ]
        : []),
      ...(facts.length > 0
        ? [contentsEntry("facts", t("actor.facts"), t("count.facts", { count: facts.length }))]
        : []),
    ],
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
    agreements: agreements.map((agreement) => agreementView(scope, agreement, compared)),
    agreementNote:
      agreements.length < entry.agreements.length
        ? t("actor.agreement-closest", {
            shown: agreements.length,
            all: entry.agreements.length,
          })
        : t("actor.agreement-note"),
    otherAgreements:
      agreements.length < entry.agreements.length
        ? [linkPiece(t("actor.agreement-all"), href(PATHS.issues))]
        : [],
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

function isStated({ standing }: Cell): boolean {
  return standing.state !== "none";
}

/** Of many others, in the sheet's order, those with whom most issues can be compared; of as many the first. */
function closest(agreements: readonly Agreement[]): readonly Agreement[] {
  const comparable = ({ agree, differ }: Agreement): number => agree.length + differ.length;
  const chosen = new Set(
    cutTo(
      [...agreements].sort((a, b) => comparable(b) - comparable(a)),
      AGREEMENTS,
    ),
  );
  return agreements.filter((agreement) => chosen.has(agreement));
}

/** Where all facts of an actor are: on its page, or where those are too many on a list of their own. */
function factsHref({ href }: Scope, entry: ActorDossier): string {
  return hasFactList(entry) ? href(PATHS.actorFacts(entry.actor.id)) : "#facts";
}

/** The facts that an actor's page shows, in its order. */
function factsShown(entry: ActorDossier, page: ListPage<Cell>): readonly Fact[] {
  const { demandsMade, offersMade, demandsReceived, offersReceived } = entry;
  return [
    ...page.items.flatMap(({ standing }) => (standing.state === "none" ? [] : standing.inForce)),
    ...[demandsMade, offersMade, demandsReceived, offersReceived].flatMap((exchanges) =>
      newestOf(exchanges, EXCHANGES).map(({ request }) => request),
    ),
    ...newestOf(entry.changes, CHANGES).flatMap(({ before, after }) => [before, after]),
    ...cutTo(entry.facts, FACTS),
  ];
}

function contentsEntry(id: string, label: string, count: string): ActorView["contents"][number] {
  return { label, href: `#${id}`, count };
}

function exchangeSections(scope: Scope, entry: ActorDossier): readonly ExchangeSection[] {
  const section = (id: string, title: WordKey, exchanges: readonly Exchange[]): ExchangeSection => {
    const shown = newestOf(exchanges, EXCHANGES);
    return {
      id,
      title: scope.t(title),
      term: id.startsWith("demands") ? "demand" : "offer",
      note: scope.t("actor.exchanges-count", {
        count: exchanges.length,
        answered: answeredOf(exchanges),
      }),
      exchanges: shown.map((exchange) => exchangeView(scope, exchange)),
      older: olderOnes(scope, exchanges, shown, factsHref(scope, entry)),
    };
  };
  return [
    section("demands-made", "actor.demands-made", entry.demandsMade),
    section("offers-made", "actor.offers-made", entry.offersMade),
    section("demands-received", "actor.demands-received", entry.demandsReceived),
    section("offers-received", "actor.offers-received", entry.offersReceived),
  ].filter(({ exchanges }) => exchanges.length > 0);
}

function changeView(
  scope: Scope,
  actor: string,
  { issue, before, after, change }: Change,
): ChangeView {
  return {
    issue: issueLink(scope, issue),
    change: scope.t(CHANGE_WORDS[change]),
    before: statementView(scope, before, actor),
    after: statementView(scope, after, actor),
  };
}

function agreementView(
  scope: Scope,
  { actor, other, agree, differ, incomparable }: Agreement,
  compared: readonly string[],
): AgreementView {
  const path = comparisonPath(scope.dossier, actor, other, compared);
  return {
    other: nameView(scope, other),
    comparison: path === "" ? "" : scope.href(path),
    agree: agree.map((issue) => issueLink(scope, issue)),
    differ: differ.map((issue) => issueLink(scope, issue)),
    incomparable: scope.t("agreement.incomparable", { count: incomparable.length }),
  };
}
