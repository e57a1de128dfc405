/** What changed between two versions of a sheet, as Markdown in the words of its site. */
import type { Fact, Site, Source } from "../content/records.ts";
import type { Dossier, Standing } from "../model/dossier.ts";
import { dateView } from "../render/dates.ts";
import { PATHS, publicAddress } from "../render/links.ts";
import type { Words } from "../render/locale/words.ts";
import { kindText } from "../render/views/parts/fact-lines.ts";
import { sourceLabel } from "../render/views/parts/sources.ts";
import type { ChangedFact, ChangedStanding, SheetChanges, Version } from "./compare-sheets.ts";
import { ENTRIES } from "./compare-sheets.ts";
import { escapeMarkdown, markdownLink, section } from "./markdown.ts";

/** What the text is made from. */
interface Telling {
  readonly words: Words;
  readonly site: Site;
  readonly before: Version;
  readonly after: Version;
}

/**
 * Tells the changes: a heading, how many of each, and a section for each that there are.
 * @param words in the language of the sheet
 */
export function tellChanges(
  changes: SheetChanges,
  before: Version,
  after: Version,
  words: Words,
): string {
  const { t } = words;
  const site = after.dossier.site;
  const telling: Telling = { words, site, before, after };
  const parts: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    [t("diff.facts"), changes.added.map((fact) => factLine(telling, fact))],
    [t("diff.standings"), changes.standings.map((each) => standingLine(telling, each))],
    [t("diff.corrected"), changes.corrected.map((each) => correctedLine(telling, each))],
    [t("corrections.withdrawn"), changes.withdrawn.map((fact) => withdrawnLine(telling, fact))],
    [t("diff.changed"), changes.changed.map((each) => changedLine(telling, each))],
    [t("diff.renamed"), changes.renamed.map((each) => renamedLine(telling, each))],
    [
      t("diff.removed"),
      changes.removed.map((fact) => factLine({ ...telling, after: before }, fact)),
    ],
    [t("diff.entries-new"), entryLines(telling, changes, "added")],
    [t("diff.entries-changed"), entryLines(telling, changes, "changed")],
    [t("diff.entries-removed"), entryLines(telling, changes, "removed")],
  ];
  const heading = `## ${escapeMarkdown(`${t("diff.title")}: ${site.title}`)}\n`;
  const sections = parts.map(([title, lines]) => section(title, lines)).filter(Boolean);
  const counts = parts
    .slice(0, -ENTRIES.length + 1)
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) => `${escapeMarkdown(t("list.label", { label: title }))} ${lines.length}`,
    );
  const summary = counts.length === 0 ? t("diff.none") : counts.join(" · ");
  return [heading, `${summary}\n`, ...sections].join("\n");
}

/** What was said or done, by whom, when, in which words, and where it was read. */
function factLine(telling: Telling, fact: Fact): string {
  const { words, site } = telling;
  const { t } = words;
  const mark =
    fact.kind === "position"
      ? t(`stance.${fact.stance}`)
      : fact.kind === "answer"
        ? t(`answer.${fact.answer}`)
        : "";
  const who = whoOf(telling, fact);
  const head = [`**${escapeMarkdown(kindText(words, fact))}**`, mark, who, dateOf(words, fact)];
  const answered = fact.kind === "answer" ? saysOf(telling, fact.answers) : "";
  const quote = fact.quote
    ? ` ${t("quote.open")}${escapeMarkdown(fact.quote.text)}${t("quote.close")}`
    : "";
  const says = markdownLink(fact.says, addressOf(site, fact.id));
  const reply = answered === "" ? "" : ` ${t("relation.answers")}: ${answered}`;
  return `${head.filter(Boolean).join(" · ")}: ${says}${quote}${reply}${sourcesOf(telling, fact)}`;
}

function whoOf(telling: Telling, fact: Fact): string {
  const { t } = telling.words;
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOf(telling, id)).join(t("list.separator"));
  if (fact.kind === "demand" || fact.kind === "offer") {
    const route = { by: nameOf(telling, fact.by), to: names(fact.to) };
    return escapeMarkdown(
      fact.kind === "demand" ? t("route.demand", route) : t("route.offer", route),
    );
  }
  if (fact.by !== null) return escapeMarkdown(nameOf(telling, fact.by));
  return fact.kind === "event" ? escapeMarkdown(names(fact.involves)) : "";
}

function standingLine(telling: Telling, { actor, issue, before, after }: ChangedStanding): string {
  const { words } = telling;
  const { t } = words;
  const question = telling.after.dossier.issues.get(issue)?.issue.question ?? issue;
  const change = t("diff.from-to", {
    before: stanceText(words, before),
    after: stanceText(words, after),
  });
  const said =
    after.state === "none"
      ? ""
      : ` (${after.inForce.map(({ says, date }) => `${escapeMarkdown(says)} ${escapeMarkdown(dateView(words, date).text)}`).join("; ")})`;
  return `**${escapeMarkdown(nameOf(telling, actor))}** · ${escapeMarkdown(question)} ${escapeMarkdown(change)}${said}`;
}

function stanceText({ t }: Words, standing: Standing): string {
  if (standing.state !== "stated") return t(`stance.${standing.state}`);
  const [position] = standing.inForce;
  return position ? t(`stance.${position.stance}`) : t("stance.none");
}

function correctedLine(telling: Telling, change: ChangedFact): string {
  const notes = change.corrections.map(
    ({ date, note }) =>
      `${escapeMarkdown(dateView(telling.words, date).text)}: ${escapeMarkdown(note)}`,
  );
  return [changeHead(telling, change.after), ...notes, ...wordings(telling, change)].join("<br>");
}

function withdrawnLine(telling: Telling, fact: Fact): string {
  const { withdrawn } = fact;
  const note = withdrawn
    ? `${escapeMarkdown(dateView(telling.words, withdrawn.date).text)}: ${escapeMarkdown(withdrawn.note)}`
    : "";
  return `${changeHead(telling, fact)}<br>${note}`;
}

function changedLine(telling: Telling, change: ChangedFact): string {
  const keys = change.keys.map((key) => `\`${key}\``).join(", ");
  return [`${changeHead(telling, change.after)} (${keys})`, ...wordings(telling, change)].join(
    "<br>",
  );
}

function renamedLine(telling: Telling, { before, after }: ChangedFact): string {
  const ids = telling.words.t("diff.from-to", {
    before: `\`${before.id}\``,
    after: `\`${after.id}\``,
  });
  return `${changeHead(telling, after)} (${ids})`;
}

function changeHead({ words, site }: Telling, fact: Fact): string {
  return `**${escapeMarkdown(kindText(words, fact))}**: ${markdownLink(fact.says, addressOf(site, fact.id))}`;
}

/** How what a reader reads was put before, and how it is put now. */
function wordings(telling: Telling, { before, after }: ChangedFact): readonly string[] {
  const { t } = telling.words;
  const pairs: readonly (readonly [string, string])[] = [
    [before.says, after.says],
    [before.quote?.text ?? "", after.quote?.text ?? ""],
    [dateOf(telling.words, before), dateOf(telling.words, after)],
    [whoOf({ ...telling, after: telling.before }, before), whoOf(telling, after)],
    [stanceOrAnswer(telling.words, before), stanceOrAnswer(telling.words, after)],
  ];
  const shown = (text: string): string => (text === "" ? "–" : escapeMarkdown(text));
  return pairs
    .filter(([was, is]) => was !== is)
    .map(([was, is]) => t("diff.from-to", { before: shown(was), after: shown(is) }));
}

function stanceOrAnswer({ t }: Words, fact: Fact): string {
  if (fact.kind === "position") return t(`stance.${fact.stance}`);
  return fact.kind === "answer" ? t(`answer.${fact.answer}`) : "";
}

/** Actors, issues, sources and pages by name, a line for each of these. */
function entryLines(
  { words, before, after }: Telling,
  { entries }: SheetChanges,
  which: "added" | "changed" | "removed",
): readonly string[] {
  const { dossier } = which === "removed" ? before : after;
  return ENTRIES.flatMap((collection) => {
    const records = entries[collection][which];
    if (records.length === 0) return [];
    const label = collection === "pages" ? "Pages" : words.t(`nav.${collection}`);
    const names = records.map(({ id }) => escapeMarkdown(entryName(dossier, collection, id)));
    return [`${words.t("list.label", { label })} ${names.join(words.t("list.groups"))}`];
  });
}

function entryName(dossier: Dossier, collection: (typeof ENTRIES)[number], id: string): string {
  const names = {
    actors: dossier.actors.get(id)?.actor.name,
    issues: dossier.issues.get(id)?.issue.title,
    sources: dossier.sources.get(id)?.source.title,
    pages: dossier.pages.get(id)?.title,
  };
  return names[collection] ?? id;
}

function nameOf({ before, after }: Telling, id: string): string {
  const actors = [after, before].map(({ dossier }) => dossier.actors.get(id)?.actor.name);
  return actors.find((name) => name !== undefined) ?? id;
}

function saysOf({ before, after }: Telling, id: string): string {
  return escapeMarkdown((after.facts.get(id) ?? before.facts.get(id))?.says ?? id);
}

function dateOf(words: Words, fact: Fact): string {
  return escapeMarkdown(dateView(words, fact.date).text);
}

function addressOf({ url }: Site, id: string): string {
  return publicAddress(url, PATHS.fact(id));
}

function sourcesOf({ words, after }: Telling, fact: Fact): string {
  const sources: readonly Source[] = fact.source.flatMap(
    (id) => after.dossier.sources.get(id)?.source ?? [],
  );
  if (sources.length === 0) return "";
  const links = sources.map((source) => markdownLink(sourceLabel(words, source), source.url));
  return ` (${links.join(words.t("list.groups"))})`;
}
