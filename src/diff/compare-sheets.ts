/** What changed between two versions of a sheet, in terms of facts. Pure; versions with problems are taken as far as they go. */

import { checkCircles } from "../check/circles.ts";
import { checkContext, checkRecords } from "../check/context.ts";
import { checkReferences } from "../check/references.ts";
import type { Content } from "../content/assemble.ts";
import { compareText, compareWrittenDates } from "../content/dates.ts";
import type { Fact, RecordBase, Records, Site } from "../content/records.ts";
import { FACT_KINDS } from "../content/schema/fact.ts";
import { canonicalText, differingKeys } from "../manifest/canonical.ts";
import { buildDossier } from "../model/build-dossier.ts";
import type { Dossier, Standing } from "../model/dossier.ts";
import { sheetDate, withoutDrafts } from "../model/known.ts";

/** One version of a sheet: what can be derived, and the facts as they were read. */
export interface Version {
  readonly dossier: Dossier;
  /** Published facts by id, withdrawn ones among them; those that refer to nothing too. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly records: Omit<Records, "site">;
  /** How many facts cannot be read, or refer to what is not there. */
  readonly faulty: number;
}

/** A fact before and after. */
export interface ChangedFact {
  readonly before: Fact;
  readonly after: Fact;
  /** The keys whose values differ. */
  readonly keys: readonly string[];
  /** The corrections that are new. */
  readonly corrections: Fact["corrections"];
}

/** Where an actor stood and stands on an issue. */
export interface ChangedStanding {
  readonly actor: string;
  readonly issue: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** Collections other than facts. */
export const ENTRIES = ["actors", "issues", "sources", "pages"] as const;

/** What is new, changed and gone in one collection. */
export interface ChangedEntries {
  readonly added: readonly RecordBase[];
  readonly changed: readonly RecordBase[];
  readonly removed: readonly RecordBase[];
}

/** All that changed. */
export interface SheetChanges {
  /** By kind, then oldest first. */
  readonly added: readonly Fact[];
  readonly standings: readonly ChangedStanding[];
  readonly corrected: readonly ChangedFact[];
  readonly withdrawn: readonly Fact[];
  /** Changed, and no new correction says why. */
  readonly changed: readonly ChangedFact[];
  readonly renamed: readonly ChangedFact[];
  readonly removed: readonly Fact[];
  readonly entries: Readonly<Record<(typeof ENTRIES)[number], ChangedEntries>>;
}

const NO_SITE: Site = {
  id: "site",
  path: "site.md",
  body: "",
  title: "",
  question: "",
  summary: "",
  language: "en",
  url: "",
  repository: "",
  contact: "",
  allow: [],
};

/**
 * A version as far as it can be derived: facts that refer to what is not there are listed and take no part in
 * positions.
 * @param fallback the sheet's own file where this version's cannot be read
 */
export function versionOf(content: Content, fallback: Site = NO_SITE): Version {
  const context = checkContext(content, () => null);
  const faults = [...checkRecords([checkReferences], context), ...checkCircles.find(context)];
  const faulty = new Set(
    faults.filter(({ severity }) => severity === "error").map(({ place }) => place.path),
  );
  const site = content.records.site ?? fallback;
  const published = withoutDrafts({ ...content.records, site });
  const sound = (record: RecordBase): boolean => !faulty.has(record.path);
  const derivable = withoutDrafts({
    ...published,
    actors: published.actors.filter(sound),
    sources: published.sources.filter(sound),
    facts: published.facts.filter(sound),
  });
  const all = [...content.records.facts, ...content.records.withdrawn];
  return {
    dossier: buildDossier(derivable, sheetDate(derivable)),
    facts: new Map(all.filter(({ draft }) => !draft).map((fact) => [fact.id, fact])),
    records: content.records,
    faulty: content.ids.facts.size - all.filter(sound).length,
  };
}

/** Compares two versions. */
export function compareVersions(before: Version, after: Version): SheetChanges {
  const byFormerId = new Map(
    [...after.facts.values()].flatMap((fact) => fact.formerly.map((id) => [id, fact] as const)),
  );
  const pairs = [...before.facts.values()].map((fact) => ({
    before: fact,
    after: after.facts.get(fact.id) ?? byFormerId.get(fact.id),
  }));
  const kept = pairs.flatMap((pair) => (pair.after ? [changeOf(pair.before, pair.after)] : []));
  const known = new Set(kept.map((each) => each.after));
  const standing = kept.filter((each) => !each.after.withdrawn || each.before.withdrawn);
  return {
    added: [...after.facts.values()]
      .filter((fact) => !known.has(fact) && fact.withdrawn === null)
      .sort(byKindAndDate),
    standings: changedStandings(before.dossier, after.dossier),
    corrected: standing.filter(({ corrections }) => corrections.length > 0),
    withdrawn: kept.filter((each) => !standing.includes(each)).map((each) => each.after),
    changed: standing.filter(({ keys, corrections }) => keys.length > 0 && !corrections.length),
    renamed: kept.filter((each) => each.before.id !== each.after.id),
    removed: pairs.filter((pair) => !pair.after).map((pair) => pair.before),
    entries: {
      actors: entriesOf(before.records.actors, after.records.actors),
      issues: entriesOf(before.records.issues, after.records.issues),
      sources: entriesOf(before.records.sources, after.records.sources),
      pages: entriesOf(before.records.pages, after.records.pages),
    },
  };
}

/** What a change of address or of corrections alone says is told otherwise. */
const OWN_PLACE: readonly string[] = ["id", "path", "corrections", "formerly", "withdrawn"];

function changeOf(before: Fact, after: Fact): ChangedFact {
  const mark = (entry: Fact["corrections"][number]): string => canonicalText(entry);
  const had = before.corrections.map(mark);
  return {
    before,
    after,
    keys: differingKeys(before, after, OWN_PLACE),
    corrections: after.corrections.filter((entry) => !had.includes(mark(entry))),
  };
}

function byKindAndDate(a: Fact, b: Fact): number {
  return (
    FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) ||
    compareWrittenDates(a.date, b.date) ||
    compareText(a.id, b.id)
  );
}

/** Cells of the later matrix, and of actors that left it, by issue and then by actor. */
function changedStandings(before: Dossier, after: Dossier): ChangedStanding[] {
  const columns = [...new Set([...after.matrix.actors, ...before.matrix.actors])];
  return [...after.issues.keys()].flatMap((issue) =>
    columns.flatMap((actor) => {
      const earlier = standingIn(before, actor, issue);
      const later = standingIn(after, actor, issue);
      if (stanceOf(earlier) === stanceOf(later)) return [];
      return [{ actor, issue, before: earlier, after: later }];
    }),
  );
}

function standingIn(dossier: Dossier, actor: string, issue: string): Standing {
  const cells = dossier.actors.get(actor)?.cells ?? [];
  return cells.find((cell) => cell.issue === issue)?.standing ?? { state: "none" };
}

/** The same stance put in other words is a new fact, or a correction, and no other position. */
function stanceOf(standing: Standing): string {
  if (standing.state === "none") return "";
  return JSON.stringify(standing.inForce.map(({ stance, if: condition }) => [stance, condition]));
}

function entriesOf(before: readonly RecordBase[], after: readonly RecordBase[]): ChangedEntries {
  const had = new Map(before.map((record) => [record.id, record]));
  const has = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !had.has(id)),
    changed: after.filter((record) => {
      const earlier = had.get(record.id);
      return earlier !== undefined && differingKeys(earlier, record, ["path"]).length > 0;
    }),
    removed: before.filter(({ id }) => !has.has(id)),
  };
}
