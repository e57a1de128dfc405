/** Derives the whole dossier of a sheet on one day. Pure: no file system, no clock, no locale. */
import { compareText, type Day } from "../content/dates.ts";
import type { Actor, Fact, Issue, Position, Records, Request, Source } from "../content/records.ts";
import { compareCells } from "./agreement.ts";
import { changesIn } from "./changes.ts";
import { correctionsOf, formerIdsOf, withdrawnAsOf } from "./corrections.ts";
import type {
  ActorDossier,
  Agreement,
  Cell,
  Dossier,
  Exchange,
  FactDossier,
  IssueDossier,
  Matrix,
  SourceDossier,
  TimelineEntry,
} from "./dossier.ts";
import { answeredOf, exchangeOf, overtakenBy } from "./exchanges.ts";
import { issueOf } from "./fact-groups.ts";
import { grouped } from "./grouped.ts";
import { asOfDates, recordsAsOf } from "./known.ts";
import { lastChange } from "./last-change.ts";
import { latestOnly, lazyObject, mapLazily, once } from "./lazy.ts";
import { cellsByActor, matrixOf } from "./matrix.ts";
import { actorsInOrder, byId, issuesInOrder, sourcesInOrder } from "./order.ts";
import { independentOrigins } from "./origins.ts";
import { indexSheet, type SheetIndex } from "./sheet-index.ts";
import { isStated } from "./standings.ts";

/**
 * Derives the dossier.
 * @param records the checked records, drafts in or out as the caller wishes.
 * @param asOf the sheet's date; nothing known later is in the dossier.
 * @param made the index of what was known of these records on that day, where somebody has made it.
 */
export function buildDossier(records: Records, asOf: Day, made?: SheetIndex): Dossier {
  const index = once(() => made ?? indexSheet(recordsAsOf(records, asOf), asOf));
  const facts = once(() => [...index().facts.values()]);
  const withdrawn = once(() => withdrawnAsOf(records, asOf));
  const withFormer = once(() => [...facts(), ...withdrawn().values()]);
  const cells = once(() => cellsByActor(index()));
  const matrix = once(() => matrixOf(index(), cells()));
  const exchanges = new Map<string, Exchange>();
  const exchangeWith = (fact: Fact): Exchange | null => {
    if (!isRequest(fact)) return null;
    const exchange = exchanges.get(fact.id) ?? exchangeOf(index(), fact);
    exchanges.set(fact.id, exchange);
    return exchange;
  };
  const exchangesIn = (list: readonly Fact[]): Exchange[] =>
    list.flatMap((fact) => exchangeWith(fact) ?? []);
  // Every pair of actors on every issue: far more than all else together.
  const keepAgreements = latestOnly<readonly Agreement[]>();
  const demands = once(() => exchangesIn(facts().filter(({ kind }) => kind === "demand")));
  const offers = once(() => exchangesIn(facts().filter(({ kind }) => kind === "offer")));

  return lazyObject<Dossier>({
    site: () => records.site,
    asOf: () => asOf,
    named: () => namedRecords(records, () => index().facts),
    actors: () =>
      mapLazily(index().actors, (actor) =>
        actorDossier(index(), actor, { cells, matrix, exchangesIn, keepAgreements }),
      ),
    issues: () =>
      mapLazily(index().issues, (issue) => issueDossier(index(), issue, matrix, exchangesIn)),
    facts: () => mapLazily(index().facts, (fact) => factDossier(index(), fact, exchangeWith)),
    sources: () => sourceDossiers(records.sources, index()),
    pages: () => byId([...records.pages].sort((a, b) => compareText(a.id, b.id))),
    images: () => records.images,
    matrix,
    columns: () => matrix().actors,
    demands,
    offers,
    timeline: () => timelineOf(facts()),
    asOfDates: () => asOfDates({ facts: facts(), sources: records.sources }),
    totals: () => ({
      facts: facts().length,
      quotes: facts().filter(({ quote }) => quote !== null).length,
      sources: records.sources.length,
      issues: records.issues.length,
      speaking: matrix().actors.length,
      demands: demands().length,
      offers: offers().length,
      answered: answeredOf(demands()) + answeredOf(offers()),
    }),
    lastChange: () => lastChange(withFormer()),
    withdrawn,
    formerIds: () => formerIdsOf(withFormer()),
    corrections: () => correctionsOf(withFormer()),
  });
}

/** Needs no index but for the facts: a day's page that only names actors costs no derivation. */
function namedRecords(records: Records, facts: () => ReadonlyMap<string, Fact>): Dossier["named"] {
  return lazyObject<Dossier["named"]>({
    actors: () => actorsInOrder(records.actors),
    issues: () => issuesInOrder(records.issues),
    sources: () => sourcesInOrder(records.sources),
    facts,
  });
}

/** Newest first. */
function sourceDossiers(
  sources: readonly Source[],
  index: SheetIndex,
): ReadonlyMap<string, SourceDossier> {
  const ordered = sourcesInOrder(sources);
  const copies = grouped(
    [...ordered.values()].filter(({ origin }) => origin !== null),
    ({ origin }) => origin ?? "",
  );
  return mapLazily(ordered, (source) => ({
    source,
    copies: copies.get(source.id) ?? [],
    facts: index.factsFrom(source.id),
  }));
}

function isRequest(fact: Fact): fact is Request {
  return fact.kind === "demand" || fact.kind === "offer";
}

/** What the dossiers of all actors are made from. */
interface SharedParts {
  readonly cells: () => ReadonlyMap<string, readonly Cell[]>;
  readonly matrix: () => Matrix;
  readonly exchangesIn: (facts: readonly Fact[]) => Exchange[];
  readonly keepAgreements: (make: () => readonly Agreement[]) => () => readonly Agreement[];
}

/** Its parts are made when they are read: most pages that ask for an actor want one list of facts. */
function actorDossier(
  index: SheetIndex,
  actor: Actor,
  { cells, matrix, exchangesIn, keepAgreements }: SharedParts,
): ActorDossier {
  const own = once(() => cells().get(actor.id) ?? []);
  const named = index.factsNaming(actor.id);
  const received = (request: Request): boolean => request.to.includes(actor.id);
  const exchanges =
    (kind: Request["kind"], isReceived: boolean): (() => Exchange[]) =>
    () =>
      exchangesIn(
        named
          .filter(isRequest)
          .filter((request) => request.kind === kind && received(request) === isReceived),
      );

  return lazyObject<ActorDossier>({
    actor: () => actor,
    speakers: () => index.voices.speakers(actor.id, index.asOf),
    speaksFor: () => index.voices.offices(actor.id),
    members: () => actor.members,
    blocs: () => index.blocsOf(actor.id),
    cells: own,
    demandsMade: exchanges("demand", false),
    demandsReceived: exchanges("demand", true),
    offersMade: exchanges("offer", false),
    offersReceived: exchanges("offer", true),
    answersGiven: () => named.filter((fact) => fact.kind === "answer"),
    otherFacts: () => named.filter(({ kind }) => ["claim", "event", "absence"].includes(kind)),
    changes: () => own().flatMap(({ issue }) => changesIn(issue, index.positions(actor.id, issue))),
    silentOn: () =>
      own()
        .filter((cell) => !isStated(cell))
        .map(({ issue }) => issue),
    agreements: keepAgreements(() => {
      const { actors } = matrix();
      if (!actors.includes(actor.id)) return [];
      return actors
        .filter((other) => other !== actor.id)
        .map((other) => compareCells(own(), cells().get(other) ?? []));
    }),
    facts: () => [...named].reverse(),
  });
}

function issueDossier(
  index: SheetIndex,
  issue: Issue,
  matrix: () => Matrix,
  exchangesIn: (facts: readonly Fact[]) => Exchange[],
): IssueDossier {
  const facts = index.factsOnIssue(issue.id);
  return lazyObject<IssueDossier>({
    issue: () => issue,
    cells: () => matrix().rows.find((row) => row.issue === issue.id)?.cells ?? [],
    exchanges: () => exchangesIn(facts),
    facts: () => facts,
  });
}

function factDossier(
  index: SheetIndex,
  fact: Fact,
  exchangeWith: (fact: Fact) => Exchange | null,
): FactDossier {
  const history: readonly Position[] =
    fact.kind === "position" ? index.positions(fact.by, fact.issue) : [];
  return {
    fact,
    issue: issueOf(fact, index.facts),
    exchange: exchangeWith(fact),
    history,
    contradictedBy: index.contradicting(fact.id),
    replacedBy: index.replacing(fact.id),
    overtakenBy: fact.kind === "absence" ? overtakenBy(index, fact) : null,
    origins: independentOrigins(fact, index.sources),
  };
}

/** Facts grouped by written date, oldest first; within a date in the order they came. */
function timelineOf(facts: readonly Fact[]): TimelineEntry[] {
  const entries = new Map<string, { date: Fact["date"]; facts: Fact[] }>();
  for (const fact of facts) {
    const key = fact.date.precision === "time" ? fact.date.first : fact.date.text;
    const entry = entries.get(key);
    if (entry) entry.facts.push(fact);
    else entries.set(key, { date: fact.date, facts: [fact] });
  }
  return [...entries.values()];
}
