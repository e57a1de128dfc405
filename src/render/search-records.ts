/**
 * What search finds: one record for each fact, actor, issue, source and free page. A record holds
 * no more than its result shows, and the names it can be asked for by.
 */
import type { WrittenDate } from "../content/dates.ts";
import type { Actor, Fact } from "../content/records.ts";
import type { Dossier, FactDossier } from "../model/dossier.ts";
import type { RenderContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { type OutputPath, PATHS } from "./links.ts";
import type { Piece } from "./locale/piece.ts";
import { numbersOf } from "./numbers.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { actorKindText } from "./views/actors.ts";
import { certaintyText, factMark, kindText, whoOf } from "./views/parts/fact-lines.ts";
import { foreignLanguage, sourceLabel, sourcesOf } from "./views/parts/sources.ts";
import { sourceTypeText } from "./views/sources.ts";

/** One result that search can give. What it does not have is empty. */
export interface SearchRecord {
  /** Of the page it leads to. */
  readonly path: OutputPath;
  /** The names of an actor or the title of an issue: who asks for these words asks for this record first. */
  readonly title: string;
  readonly says: string;
  /** The quotation or the summary. */
  readonly second: string;
  readonly translation: string;
  readonly body: string;
  /** Words that lead to it and are not shown. */
  readonly names: string;
  readonly kind: string;
  readonly who: string;
  /** The word of a stance or an answer. */
  readonly mark: string;
  readonly note: string;
  readonly draft: string;
  readonly date: string;
  /** The days that its date can mean, `first/last`; no first where only the end is known. */
  readonly days: string;
  /** Of the quotation or the title, where it is not the sheet's. */
  readonly language: string;
  readonly hasQuote: boolean;
  /** What can be chosen: `kind`, `actor`, `issue`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Its place in a list by date. */
  readonly sort: string;
}

/** The kinds of record that are no facts; `quote` marks facts that have a quotation. */
export const RECORD_KINDS = ["quote", "actor", "issue", "source", "page"] as const;

/** Lists all records, in a fixed order. */
export function searchRecords(dossier: Dossier, context: RenderContext): readonly SearchRecord[] {
  const scope = scopeOf(
    dossier,
    context,
    numbersOf(dossier.named.facts.values(), context),
    PATHS.home,
  );
  const named = actorsByFact(dossier);
  const actorsOf = (facts: readonly Fact[]): readonly string[] =>
    distinct(facts.flatMap(({ id }) => named.get(id) ?? []));
  const issuesOf = (facts: readonly Fact[]): readonly string[] =>
    distinct(facts.flatMap(({ id }) => dossier.facts.get(id)?.issue ?? []));

  return [
    ...[...dossier.facts.values()].map((entry) =>
      factRecord(scope, entry, named.get(entry.fact.id) ?? []),
    ),
    ...[...dossier.actors.values()].map(({ actor }) =>
      record({
        path: PATHS.actor(actor.id),
        title: [actor.name, ...actor.aliases].join(" "),
        says: actor.name,
        second: actor.summary,
        body: bodyText(scope, actor.body),
        names: namesOf(actor),
        kind: scope.t("search.actor"),
        note: actorKindText(scope, actor),
        filters: { kind: ["actor"], actor: [actor.id] },
      }),
    ),
    ...[...dossier.issues.values()].map(({ issue, facts }) =>
      record({
        path: PATHS.issue(issue.id),
        title: issue.title,
        says: issue.title,
        second: issue.question,
        body: bodyText(scope, issue.body),
        kind: scope.t("search.issue"),
        note: scope.t("count.facts", { count: facts.length }),
        filters: { kind: ["issue"], issue: [issue.id], actor: actorsOf(facts) },
      }),
    ),
    ...[...dossier.sources.values()].map(({ source, facts }) =>
      record({
        path: PATHS.source(source.id),
        says: source.title,
        body: bodyText(scope, source.body),
        kind: sourceTypeText(scope, source),
        who: source.author || source.publisher ? sourceLabel(scope, source) : "",
        note: scope.t("count.facts", { count: facts.length }),
        language: foreignLanguage(scope, source.language),
        ...(source.published ? datedBy(scope, source.published) : {}),
        filters: { kind: ["source"], actor: actorsOf(facts), issue: issuesOf(facts) },
      }),
    ),
    ...[...dossier.pages.values()].map((page) =>
      record({
        path: PATHS.page(page.id),
        says: page.title,
        second: page.summary,
        body: bodyText(scope, page.body),
        kind: scope.t("search.kind.page"),
        filters: { kind: ["page"] },
      }),
    ),
  ];
}

function factRecord(
  scope: Scope,
  { fact, issue }: FactDossier,
  actors: readonly string[],
): SearchRecord {
  const { dossier, t } = scope;
  const { quote } = fact;
  const sources = sourcesOf(scope, fact);
  const quoted = sources.find(({ id }) => id === quote?.source) ?? sources[0];
  const names = actors.flatMap((id) => {
    const actor = dossier.named.actors.get(id);
    return actor ? [actor.name, namesOf(actor)] : [];
  });
  const terms = [
    "if" in fact ? fact.if : "",
    "otherwise" in fact ? fact.otherwise : "",
    "place" in fact ? fact.place : "",
  ];
  return record({
    path: PATHS.fact(fact.id),
    says: fact.says,
    second: quote?.text ?? "",
    translation: quote?.translation ?? "",
    body: [...terms, bodyText(scope, fact.body)].join(" "),
    names: [
      ...names,
      issue === null ? "" : (dossier.named.issues.get(issue)?.title ?? ""),
      quote?.where ?? "",
    ].join(" "),
    kind: kindText(scope, fact),
    who: textOf(whoOf(scope, fact)),
    mark: factMark(scope, fact)?.word ?? "",
    note: [
      certaintyText(scope, fact),
      sources.map((source) => sourceLabel(scope, source)).join("; "),
    ]
      .filter((text) => text !== "")
      .join(" · "),
    draft: fact.draft ? t("fact.draft") : "",
    language: quote ? foreignLanguage(scope, quote.language || quoted?.language || "") : "",
    hasQuote: quote !== null,
    ...datedBy(scope, fact.date),
    filters: {
      kind: quote === null ? [fact.kind] : [fact.kind, "quote"],
      actor: actors,
      issue: issue === null ? [] : [issue],
    },
  });
}

const NOTHING = {
  title: "",
  says: "",
  second: "",
  translation: "",
  body: "",
  names: "",
  kind: "",
  who: "",
  mark: "",
  note: "",
  draft: "",
  date: "",
  days: "",
  language: "",
  hasQuote: false,
  sort: "",
};

/** A record of what it has; runs of white space become one space. */
function record(
  given: Partial<SearchRecord> & Pick<SearchRecord, "path" | "filters">,
): SearchRecord {
  const whole = { ...NOTHING, ...given };
  return {
    ...whole,
    says: inOneLine(whole.says),
    second: inOneLine(whole.second),
    translation: inOneLine(whole.translation),
    body: inOneLine(whole.body),
    names: inOneLine(whole.names),
  };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function datedBy(scope: Scope, date: WrittenDate): Pick<SearchRecord, "date" | "days" | "sort"> {
  const first = startOf(date);
  return {
    date: dateView(scope, date).text,
    days: `${date.precision === "before" ? "" : first}/${date.last}`,
    sort: `${first} ${date.time}`,
  };
}

/** A date of which only the end is known counts as that day, as it does on the timeline. */
function startOf(date: WrittenDate): string {
  return date.precision === "before" ? date.last : date.first;
}

/** The actors that each fact names, as the actors' own pages list them. */
function actorsByFact(dossier: Dossier): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { actor, facts } of dossier.actors.values())
    for (const { id } of facts) {
      const actors = named.get(id);
      if (actors) actors.push(actor.id);
      else named.set(id, [actor.id]);
    }
  return named;
}

function namesOf({ aliases, speaksFor }: Actor): string {
  return [...aliases, ...speaksFor.map(({ as }) => as)].join(" ");
}

/** The words of a body, without marks of Markdown. */
function bodyText({ context }: Scope, body: string): string {
  if (body === "") return "";
  return context
    .markdown(body, 2)
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
