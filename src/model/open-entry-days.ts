/** The days of a sheet while it is edited: an edit makes few facts enter on another day. */
import { compareText, type Day } from "../content/dates.ts";
import type { Fact, Records, Source } from "../content/records.ts";
import { knownBy } from "./known.ts";
import { sourcesInOrder } from "./order.ts";

/** What became of the facts of a sheet. */
export interface FactChange {
  readonly come: readonly Fact[];
  readonly gone: readonly Fact[];
  /** Answers to facts that came or went, as they are now. */
  readonly answers: readonly Fact[];
}

/** The days on which the facts of a sound sheet enter it. */
export class OpenEntryDays {
  /** By id of fact. */
  readonly #known = new Map<string, Day>();
  readonly #entered = new Map<string, Day>();
  /** How many facts enter on a day. */
  readonly #counts = new Map<Day, number>();
  #sources: readonly Source[] = [];
  #published = "";
  #days: readonly Day[] | null = null;

  /** The days, oldest first, as `asOfDates` gives them. @param change since it was last asked; `null` if that is not known. */
  of(
    { facts, sources }: Pick<Records, "facts" | "sources">,
    change: FactChange | null,
  ): readonly Day[] {
    const isSame = this.#hasSameSources(sources) && change !== null;
    const { come, gone, answers } = isSame ? change : { come: facts, gone: [], answers: [] };
    if (!isSame) this.#forgetAll();
    const byId = sourcesInOrder(sources);
    for (const { id } of gone) {
      this.#known.delete(id);
      this.#enter(id, undefined);
    }
    for (const fact of come) this.#known.set(fact.id, knownBy(fact, byId));
    for (const fact of [...come, ...answers]) this.#enter(fact.id, this.#entryOf(fact));
    this.#days ??= [...this.#counts.keys()].sort(compareText);
    return this.#days;
  }

  #forgetAll(): void {
    for (const map of [this.#known, this.#entered, this.#counts]) map.clear();
    this.#days = null;
  }

  /** Whether sources were published when they were. */
  #hasSameSources(sources: readonly Source[]): boolean {
    if (sources === this.#sources) return true;
    const published = JSON.stringify(sources.map(({ id, published: { last } }) => [id, last]));
    const isSame = published === this.#published;
    this.#sources = sources;
    this.#published = published;
    return isSame;
  }

  /** An answer can be read only once what it answers is known. */
  #entryOf(fact: Fact): Day | undefined {
    const own = this.#known.get(fact.id);
    const other = fact.kind === "answer" ? this.#known.get(fact.answers) : own;
    if (own === undefined || other === undefined) return undefined;
    return compareText(own, other) < 0 ? other : own;
  }

  #enter(id: string, day: Day | undefined): void {
    const before = this.#entered.get(id);
    if (before === day) return;
    if (before !== undefined) this.#count(before, -1);
    if (day === undefined) this.#entered.delete(id);
    else {
      this.#entered.set(id, day);
      this.#count(day, 1);
    }
  }

  #count(day: Day, by: number): void {
    const before = this.#counts.get(day) ?? 0;
    if (before + by === 0) this.#counts.delete(day);
    else this.#counts.set(day, before + by);
    if (before === 0 || before + by === 0) this.#days = null;
  }
}
