/** Derives the whole dossier of a sheet on one day. Pure: no file system, no clock, no locale. */
import { compareText, compareWrittenDates, type Day } from "../content/dates.ts";
import type { Actor, Fact, Issue, Position, Records, Request } from "../content/records.ts";
import { compareCells } from "./agreement.ts";
import { changesIn } from "./changes.ts";
import type {
  ActorDossier,
  Cell,
  Dossier,
  Exchange,
  FactDossier,
  IssueDossier,
  Matrix,
  StandingVia,
  TimelineEntry,
} from "./dossier.ts";
import { exchangeOf, overtakenBy } from "./exchanges.ts";
import { asOfDates, recordsAsOf } from "./known.ts";
import { independentOrigins } from "./origins.ts";
import { indexSheet, issueOf, type SheetIndex } from "./sheet-index.ts";
import { standingOf } from "./standings.ts";

/**
 * Derives the dossier.
 * @param records the checked records, drafts in or out as the caller wishes.
 * @param asOf the sheet's date; nothing known later is in the dossier.
 */
export function buildDossier(records: Records, asOf: Day): Dossier {
  const index = indexSheet(recordsAsOf(records, asOf), asOf);
  const facts = [...index.facts.values()];
  const cells = new Map([...index.actors.keys()].map((actor) => [actor, cellsOf(index, actor)]));
  const matrix = matrixOf(index, cells);
  const exchanges = new Map(
    facts.filter(isRequest).map((request) => [request.id, exchangeOf(index, request)]),
  );
  const exchangesIn = (list: readonly Fact[]): Exchange[] =>
    list.flatMap(({ id }) => exchanges.get(id) ?? []);

  return {
    site: records.site,
    asOf,
    actors: mapValues(index.actors, (actor) =>
      actorDossier(index, actor, cells, matrix, exchangesIn),
    ),
    issues: mapValues(index.issues, (issue) => issueDossier(index, issue, matrix, exchangesIn)),
    facts: mapValues(index.facts, (fact) => factDossier(index, fact, exchanges)),
    sources: new Map(
      [...records.sources]
        .sort((a, b) => compareWrittenDates(b.published, a.published) || compareText(a.id, b.id))
        .map((source) => [source.id, { source, facts: index.factsFrom(source.id) }]),
    ),
    pages: new Map(
      [...records.pages].sort((a, b) => compareText(a.id, b.id)).map((page) => [page.id, page]),
    ),
    matrix,
    demands: exchangesIn(facts.filter(({ kind }) => kind === "demand")),
    offers: exchangesIn(facts.filter(({ kind }) => kind === "offer")),
    timeline: timelineOf(facts),
    asOfDates: asOfDates({ facts, sources: records.sources }),
    corrections: facts
      .flatMap((fact) => fact.corrections.map((correction) => ({ fact, ...correction })))
      .sort((a, b) => compareWrittenDates(b.date, a.date) || compareText(a.fact.id, b.fact.id)),
  };
}

function isRequest(fact: Fact): fact is Request {
  return fact.kind === "demand" || fact.kind === "offer";
}

function cellsOf(index: SheetIndex, actor: string): readonly Cell[] {
  return [...index.issues.keys()].map((issue) => ({
    actor,
    issue,
    standing: standingOf(index, actor, issue),
  }));
}

/** Those who speak for another are rolled up into it and have no column of their own. */
function matrixOf(index: SheetIndex, cells: ReadonlyMap<string, readonly Cell[]>): Matrix {
  const columns = [...index.actors.values()].filter(
    ({ id }) => index.voices.principals(id, index.asOf).length === 0,
  );
  const standsBy = (id: string, ...ways: readonly StandingVia[]): boolean =>
    (cells.get(id) ?? []).some(
      ({ standing }) => standing.state !== "none" && ways.includes(standing.via),
    );
  const spoke = (id: string): boolean => standsBy(id, "own", "speaker");
  const actors = columns.map(({ id }) => id).filter(spoke);
  return {
    actors,
    rows: [...index.issues.keys()].map((issue, row) => ({
      issue,
      cells: actors.flatMap((actor) => cells.get(actor)?.[row] ?? []),
    })),
    silent: columns
      .filter(({ id, kind }) => kind !== "person" && !standsBy(id, "own", "speaker", "bloc"))
      .map(({ id }) => id),
  };
}

function actorDossier(
  index: SheetIndex,
  actor: Actor,
  cells: ReadonlyMap<string, readonly Cell[]>,
  matrix: Matrix,
  exchangesIn: (facts: readonly Fact[]) => Exchange[],
): ActorDossier {
  const own = cells.get(actor.id) ?? [];
  const named = index.factsNaming(actor.id);
  const requests = named.filter(isRequest);
  const received = (request: Request): boolean => request.to.includes(actor.id);
  const made = requests.filter((request) => !received(request));
  const addressed = requests.filter(received);
  const ofKind = (list: readonly Request[], kind: Request["kind"]): Exchange[] =>
    exchangesIn(list.filter((request) => request.kind === kind));

  return {
    actor,
    speakers: index.voices.speakers(actor.id, index.asOf),
    speaksFor: index.voices.offices(actor.id),
    members: actor.members,
    blocs: index.blocsOf(actor.id),
    cells: own,
    demandsMade: ofKind(made, "demand"),
    demandsReceived: ofKind(addressed, "demand"),
    offersMade: ofKind(made, "offer"),
    offersReceived: ofKind(addressed, "offer"),
    answersGiven: named.filter((fact) => fact.kind === "answer"),
    otherFacts: named.filter(({ kind }) => ["claim", "event", "absence"].includes(kind)),
    changes: own.flatMap(({ issue }) => changesIn(issue, index.positions(actor.id, issue))),
    silentOn: own.filter(({ standing }) => standing.state === "none").map(({ issue }) => issue),
    agreements: matrix.actors
      .filter((other) => other !== actor.id && matrix.actors.includes(actor.id))
      .map((other) => compareCells(own, cells.get(other) ?? [])),
    facts: [...named].reverse(),
  };
}

function issueDossier(
  index: SheetIndex,
  issue: Issue,
  matrix: Matrix,
  exchangesIn: (facts: readonly Fact[]) => Exchange[],
): IssueDossier {
  const facts = index.factsOnIssue(issue.id);
  return {
    issue,
    cells: matrix.rows.find((row) => row.issue === issue.id)?.cells ?? [],
    exchanges: exchangesIn(facts),
    facts,
  };
}

function factDossier(
  index: SheetIndex,
  fact: Fact,
  exchanges: ReadonlyMap<string, Exchange>,
): FactDossier {
  const history: readonly Position[] =
    fact.kind === "position" ? index.positions(fact.by, fact.issue) : [];
  return {
    fact,
    issue: issueOf(fact, index.facts),
    exchange: exchanges.get(fact.id) ?? null,
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

function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Result,
): Map<string, Result> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
