/**
 * The dossier of a sheet while it is edited. What is derived from all facts together (their order, the groups
 * in which they are looked up, the days) is brought up to date with the facts that changed; all else is
 * derived when a page asks for it, as ever.
 */
import { listDifference } from "../content/list-difference.ts";
import type { Fact, Records } from "../content/records.ts";
import { buildDossier } from "./build-dossier.ts";
import type { Dossier } from "./dossier.ts";
import { type FactGroups, groupFacts, regroupFacts } from "./fact-groups.ts";
import { FactOrder } from "./fact-order.ts";
import { BEFORE_ALL_DAYS, withoutDrafts } from "./known.ts";
import { OpenEntryDays } from "./open-entry-days.ts";
import { actorsInOrder } from "./order.ts";
import { daysOfRecords, type SheetDays } from "./sheet-days.ts";
import { indexOf } from "./sheet-index.ts";
import { voicesKey, voicesOf } from "./voices.ts";

/** A sheet's dossier, again and again. */
export interface OpenDossier {
  /**
   * Derives the dossier on the sheet's own date, and its days: the same as `buildDossier` and `daysOfRecords` give.
   * @param records sound ones: each fact that one names is there, and stands.
   * @param drafts whether drafts are in it
   */
  readonly derive: (
    records: Records,
    drafts: boolean,
  ) => { readonly dossier: Dossier; readonly days: SheetDays };
}

/** What was derived last. */
interface Derived {
  /** In the sheet's order. */
  readonly facts: readonly Fact[];
  readonly groups: FactGroups;
  /** All that groups go by of actors. */
  readonly speakers: string;
}

/** From so many facts on, what changed is not brought up to date one by one. */
const MANY = 500;

/** Opens a dossier, of which nothing is derived yet. */
export function openDossier(): OpenDossier {
  const order = new FactOrder();
  const entryDays = new OpenEntryDays();
  const draftsIn = new DraftCount();
  let last: Derived | null = null;
  return {
    derive: (records, drafts) => {
      const published = drafts || !draftsIn.hasAny(records) ? records : withoutDrafts(records);
      const facts = order.of(published.facts);
      const { come, gone, isInOrder } = listDifference(last?.facts ?? [], facts);
      const speakers = voicesKey(published.actors);
      const isClose = isInOrder && come.length + gone.length < MANY;
      const voices = voicesOf([...actorsInOrder(published.actors).values()]);
      const groups: FactGroups =
        last && isClose && speakers === last.speakers
          ? { ...regroupFacts(last.groups, facts, { come, gone }), voices }
          : groupFacts(facts, voices);
      const answers = [...come, ...gone].flatMap(({ id }) => groups.answers.get(id));
      const days = entryDays.of(published, last && { come, gone, answers });
      last = { facts, groups, speakers };
      const day = days.at(-1) ?? BEFORE_ALL_DAYS;
      return {
        dossier: buildDossier(published, day, indexOf(published, day, groups)),
        days: daysOfRecords(published, days),
      };
    },
  };
}

/** Counts drafts among facts. */
class DraftCount {
  #facts: readonly Fact[] = [];
  #count = 0;

  hasAny({ facts, withdrawn }: Pick<Records, "facts" | "withdrawn">): boolean {
    const { come, gone } = listDifference(this.#facts, facts);
    this.#facts = facts;
    this.#count += draftsAmong(come) - draftsAmong(gone);
    return this.#count > 0 || draftsAmong(withdrawn) > 0;
  }
}

function draftsAmong(facts: readonly Fact[]): number {
  return facts.filter(({ draft }) => draft).length;
}
