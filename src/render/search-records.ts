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

/** One result that search can give. */
export interface SearchRecord {
  /** Of the page it leads to. */
  readonly path: OutputPath;
  /**
   * Its words, in five parts with `¶` between them: the sentence; the quotation or the summary;
   * the quotation's translation; the body; names that lead to it and are not shown.
   */
  readonly content: string;
  /** What its result shows beside the sentence, and the `names` of an actor or the `topic` of an issue. Search finds these words too. */
  readonly meta: Readonly<Record<string, string>>;
  /** What can be chosen: `kind`, `actor`, `issue`, `date` (`first/last`); `language` of the quotation or title. */
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
      record(scope, PATHS.actor(actor.id), {
        parts: [actor.name, actor.summary, "", bodyText(scope, actor.body), namesOf(actor)],
        meta: {
          kind: scope.t("search.actor"),
          note: actorKindText(scope, actor),
          names: [actor.name, ...actor.aliases].join(" "),
        },
        filters: { kind: ["actor"], actor: [actor.id] },
      }),
    ),
    ...[...dossier.issues.values()].map(({ issue, facts }) =>
      record(scope, PATHS.issue(issue.id), {
        parts: [issue.title, issue.question, "", bodyText(scope, issue.body), ""],
        meta: {
          kind: scope.t("search.issue"),
          note: scope.t("count.facts", { count: facts.length }),
          topic: issue.title,
        },
        filters: { kind: ["issue"], issue: [issue.id], actor: actorsOf(facts) },
      }),
    ),
    ...[...dossier.sources.values()].map(({ source, facts }) =>
      record(scope, PATHS.source(source.id), {
        parts: [source.title, "", "", bodyText(scope, source.body), ""],
        meta: {
          kind: sourceTypeText(scope, source),
          who: source.author || source.publisher ? sourceLabel(scope, source) : "",
          note: scope.t("count.facts", { count: facts.length }),
        },
        date: source.published,
        filters: {
          kind: ["source"],
          actor: actorsOf(facts),
          issue: issuesOf(facts),
          language: [foreignLanguage(scope, source.language)],
        },
      }),
    ),
    ...[...dossier.pages.values()].map((page) =>
      record(scope, PATHS.page(page.id), {
        parts: [page.title, page.summary, "", bodyText(scope, page.body), ""],
        meta: { kind: scope.t("search.kind.page") },
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
  return record(scope, PATHS.fact(fact.id), {
    parts: [
      fact.says,
      quote?.text ?? "",
      quote?.translation ?? "",
      [...terms, bodyText(scope, fact.body)].join(" "),
      [
        ...names,
        issue === null ? "" : (dossier.named.issues.get(issue)?.title ?? ""),
        quote?.where ?? "",
      ].join(" "),
    ],
    meta: {
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
    },
    date: fact.date,
    filters: {
      kind: quote === null ? [fact.kind] : [fact.kind, "quote"],
      actor: actors,
      issue: issue === null ? [] : [issue],
      language: quote ? [foreignLanguage(scope, quote.language || quoted?.language || "")] : [],
    },
  });
}

/** A record of its parts; what is empty is left out. */
function record(
  scope: Scope,
  path: OutputPath,
  {
    parts,
    meta,
    filters,
    date,
  }: {
    readonly parts: readonly [string, string, string, string, string];
    readonly meta: Readonly<Record<string, string>>;
    readonly filters: Readonly<Record<string, readonly string[]>>;
    readonly date?: WrittenDate;
  },
): SearchRecord {
  const texts = parts.map((part) => part.replaceAll("¶", " ").replace(/\s+/g, " ").trim());
  const shown = { title: texts[0] ?? "", ...meta, date: date ? dateView(scope, date).text : "" };
  const chosen = { ...filters, date: date ? [`${startOf(date)}/${date.last}`] : [] };
  return {
    path,
    content: texts.join(" ¶ ").trim(),
    meta: Object.fromEntries(Object.entries(shown).filter(([, text]) => text !== "")),
    filters: Object.fromEntries(
      Object.entries(chosen)
        .map(([name, values]) => [name, values.filter((value) => value !== "")] as const)
        .filter(([, values]) => values.length > 0),
    ),
    sort: date ? `${startOf(date)} ${date.time}` : "",
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
