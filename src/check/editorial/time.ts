/** What may have been overtaken. All of it by a day that is given or the sheet's own: never by the clock. */
import { type Day, daysBetween } from "../../content/dates.ts";
import type { Problem } from "../../content/problem.ts";
import type { Fact, Position } from "../../content/records.ts";
import { counted } from "../../content/wording.ts";
import { sheetDate } from "../../model/known.ts";
import { speakingDay } from "../../model/voices.ts";
import type { CheckContext } from "../context.ts";

/** A live sheet has a fact of the last so many days. */
const LIVE_DAYS = 30;

/** A search holds for so many days. */
const SEARCH_DAYS = 90;

/** Warns of a sheet that has nothing new. Only where the day is given, since to itself a sheet is always new. */
export function checkAge(context: CheckContext, today: Day): readonly Problem[] {
  const { records } = context.content;
  const { site } = records;
  if (!site) return [];
  const newest = sheetDate(records);
  const age = daysBetween(newest, today);
  if (age <= LIVE_DAYS) return [];
  const message = `the newest fact is of ${newest}, ${counted(age, "day")} before ${today}`;
  const hint =
    "Enter what was said since, or look for it and enter that nothing was found. If the sheet is finished, allow it with that reason.";
  return [context.at("stale-sheet", site, ["title"], message, hint)];
}

/** Warns of searches so old that an answer may have come since. */
export function checkSearches(context: CheckContext, day: Day): readonly Problem[] {
  return context.content.records.facts.flatMap((fact) => {
    if (fact.kind !== "absence") return [];
    const age = daysBetween(fact.searched.last, day);
    if (age <= SEARCH_DAYS) return [];
    const message = `searched ${fact.searched.text}, ${counted(age, "day")} before ${day}`;
    const hint = "Search again: enter what is found, or the new day of the search.";
    return [context.at("old-search", fact, ["searched"], message, hint)];
  });
}

/** Warns of deadlines that passed, where neither an answer nor a search for one is entered. */
export function checkDeadlines(context: CheckContext, day: Day): readonly Problem[] {
  const { facts } = context.content.records;
  const settled = new Map<string, Fact[]>();
  for (const fact of facts) {
    const request =
      fact.kind === "answer" ? fact.answers : fact.kind === "absence" ? fact.regarding : null;
    if (request !== null) settled.set(request, [...(settled.get(request) ?? []), fact]);
  }
  return facts.flatMap((fact) => {
    if ((fact.kind !== "demand" && fact.kind !== "offer") || fact.deadline === null) return [];
    if (fact.deadline.last >= day) return [];
    const entries = settled.get(fact.id) ?? [];
    const open = fact.to.filter((id) => !entries.some((entry) => settles(context, entry, id)));
    if (open.length === 0) return [];
    const message = `the deadline passed ${fact.deadline.text}, and no answer of ${open.join(", ")} is entered`;
    const hint =
      "Enter the answer. If you looked and found none, enter that: kind: absence, with regarding.";
    return [context.at("deadline-passed", fact, ["deadline"], message, hint)];
  });
}

/** Whether a fact is the answer of an addressee, of one that speaks for it or of a member of it, or the search for one. */
function settles({ voices, content }: CheckContext, entry: Fact, addressee: string): boolean {
  if (entry.by === null) return false;
  const members = content.records.actors.find(({ id }) => id === addressee)?.members ?? [];
  const { by } = entry;
  return [addressee, ...members].some((id) => voices.sameVoice(by, id, speakingDay(entry)));
}

/** Warns of a position that differs from the one before it by the same actor, with no word about the change. */
export function checkChanges(context: CheckContext): readonly Problem[] {
  const groups = new Map<string, Position[]>();
  for (const fact of context.content.records.facts) {
    if (fact.kind !== "position") continue;
    const key = `${fact.by}/${fact.issue}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((position) => {
      if (position.change || position.replaces || position.body !== "") return [];
      const before = newestBefore(position, group);
      if (!before || before.stance === position.stance) return [];
      const message = `differs from "${before.id}" (${before.stance}) of ${before.date.text}, without a word on the change`;
      const hint =
        "Say it with change or replaces, or tell in the body what happened between them.";
      return [context.at("unexplained-change", position, ["stance"], message, hint)];
    }),
  );
}

function newestBefore(position: Position, group: readonly Position[]): Position | undefined {
  const earlier = group.filter(({ date }) => date.last < position.date.first);
  return earlier.reduce<Position | undefined>(
    (newest, each) => (newest === undefined || each.date.last > newest.date.last ? each : newest),
    undefined,
  );
}
