/** Facts by date: the timeline and its short form. */
import type { Fact } from "../../../content/records.ts";
import type { TimelineEntry } from "../../../model/dossier.ts";
import { type DateView, dateView, dayView } from "../../dates.ts";
import type { Scope } from "../../scope.ts";
import { type FactLine, factLine } from "./fact-lines.ts";

/** What happened and was said on one date. */
export interface TimelineGroup {
  readonly date: DateView;
  readonly lines: readonly FactLine[];
}

/** A date and its facts. */
export function timelineGroup(scope: Scope, { date, facts }: TimelineEntry): TimelineGroup {
  return {
    date: date.precision === "time" ? dayView(scope, date.first) : dateView(scope, date),
    lines: facts.map((fact) => factLine(scope, fact)),
  };
}

/** What moves a dispute on: demands, offers, answers, and events that are more than words. */
function isMove({ kind, certainty, quote }: Fact): boolean {
  if (kind === "event") return quote === null && certainty !== "stated";
  return kind === "demand" || kind === "offer" || kind === "answer";
}

/** The newest dated moves, at most so many, oldest first: dates that are only bounded are left out. */
export function newestMoves(
  entries: readonly TimelineEntry[],
  most: number,
): readonly TimelineEntry[] {
  const chosen: TimelineEntry[] = [];
  let left = most;
  for (const { date, facts } of [...entries].reverse()) {
    if (left === 0) break;
    if (date.precision === "before") continue;
    const moves = facts.filter(isMove).slice(-left);
    if (moves.length === 0) continue;
    chosen.unshift({ date, facts: moves });
    left -= moves.length;
  }
  return chosen;
}
